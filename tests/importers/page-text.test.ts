import { describe, expect, it } from 'vitest';
import { pageText } from '../../src/importers/page-text.ts';
import { page, readText, source } from './pages.ts';

/** The smallest page: what stands around the text is given, the text is one paragraph. */
function pageWith({
  above = '',
  list = '- Date:\n- 3 June 2009\n- Place:\n- BAKU\n',
  body = 'BAKU, 3 June 2009 - A short text.\n',
  below = '',
} = {}): string {
  return `${above}Press release\nA headline\n${list}${body}${below}`;
}

describe('a page as text', () => {
  it('gives what its list and its dateline say, each with where it stood', () => {
    const { title, places, labels, dayAndMonth, date, type, lang } = readText(page('ferry-course.txt'));
    expect(title).toEqual({
      value: 'Harbour course for young ferry observers opens in Lankaran',
      origin: 'line 21',
      confidence: 'likely',
    });
    expect(places).toEqual([{ value: 'LANKARAN', origin: 'list item «Place»' }]);
    expect(labels.map(({ heading, value }) => [heading, value])).toEqual([
      ['Source', 'OSCE Project Co-ordinator in Baku (closed)'],
      ['Fields of work', 'Rule of law, Elections, Education'],
    ]);
    expect(date).toBeUndefined();
    expect(dayAndMonth).toEqual({ value: { day: 3, month: 6 }, origin: 'dateline' });
    expect(type).toEqual({ value: 'press-release', origin: 'line 20' });
    expect(lang).toEqual({ value: 'en', origin: 'headings of the page' });
  });

  it('brings in the whole text and nothing of the menus', () => {
    const { body } = readText(page('ferry-course.txt'));
    expect(body.split('\n\n')).toHaveLength(8);
    expect(body.startsWith('LANKARAN, 3 June - A five-day course')).toBe(true);
    expect(body.endsWith('printed.')).toBe(true);
    for (const menu of ['About us', 'What we do', 'Migration', 'Albania']) expect(body).not.toContain(menu);
  });

  it('keeps a list of the text as a list, and escapes what Markdown would read as markup', () => {
    const { body } = readText(page('ferry-course.txt'));
    expect(body).toContain(
      'The course covers:\n\n- counting by lamplight;\n- keeping a log;\n- what to do when a box gets wet.\n',
    );
    expect(body).toContain(String.raw`\*questions\* from the floor & a written test \<no notes allowed>.`);
    expect(body).toContain(String.raw`\# 7 of the trainees`);
  });

  it('reads a page whose headings are Russian, and says so by its language', () => {
    const { title, date, places, lang, labels, body } = readText(page('lighthouse.ru.txt'));
    expect(title?.value).toBe('Смотрители маяков учатся вести журнал выборов');
    expect(date).toEqual({ value: '2008-10-14', origin: 'list item «Дата»' });
    expect([places[0]?.value, lang?.value]).toEqual(['БАКУ', 'ru']);
    expect(labels.map(({ value }) => value)).toEqual(['Бюро ОБСЕ в Баку', 'Выборы; Образование']);
    expect(body.endsWith('корабли уже видят огонь.')).toBe(true);
  });

  it('does not mind blank lines, Windows line ends, a byte-order mark and other bullets', () => {
    const plain = readText(pageWith());
    const other = `\uFEFF${pageWith().replaceAll('\n', '\r\n\r\n').replaceAll('- ', '• ').replace('2009 • A', '2009 - A')}`;
    expect({ ...readText(other), title: plain.title, type: plain.type }).toEqual(plain);
  });

  it('reads values behind their headings, several of them, and headings without a list', () => {
    const inline = readText(
      pageWith({
        list: '- Date: 3 June 2009\n- Place: BAKU\n- Source: Press desk\n- Ministry: Health: north\n- Health: south\n',
      }),
    );
    expect(inline.date?.value).toBe('2009-06-03');
    expect(inline.labels.map(({ heading, value }) => `${heading} = ${value}`)).toEqual([
      'Source = Press desk',
      'Ministry = Health: north',
      'Health = south',
    ]);
    const lines = readText(pageWith({ list: 'Date:\n3 June 2009\nPlace: BAKU\nSource:\nPress desk\n' }));
    expect([lines.date?.value, lines.places[0]?.value, lines.labels[0]?.value]).toEqual([
      '2009-06-03',
      'BAKU',
      'Press desk',
    ]);
    const many = readText(pageWith({ list: '- Place:\n- BAKU / GANJA\n- Source:\n- One desk\n- Another: desk\n' }));
    expect(many.places.map(({ value }) => value)).toEqual(['BAKU', 'GANJA']);
  });

  it('takes an empty value for no value, not for the next heading', () => {
    const { date, places, labels } = readText(
      pageWith({
        list: '- Date:\n- Place:\n- Source:\n- Desk\n',
        body: 'A text that has no dateline, and goes on for long enough.\n',
      }),
    );
    expect([date, places, labels.length]).toEqual([undefined, [], 1]);
  });

  it('does not take the first line of the text for the value of the last heading', () => {
    const { body, labels } = readText(pageWith({ list: 'Place: BAKU\nSource:\n' }));
    expect(body).toBe('BAKU, 3 June 2009 - A short text.');
    expect(labels).toEqual([]);
  });

  it('does not take the text for the value of an empty last item', () => {
    const list = '- Place:\n- BAKU\n- Source:\n';
    for (const body of ['The ministers met.\n', 'The ministers met on Monday and talked about the harbour.\n']) {
      expect(readText(pageWith({ list, body })).body).toBe(body.trim());
    }
    const lines = readText(
      pageWith({ list: 'Place: BAKU\nSource:\n', body: 'The ministers met on Monday and talked about the harbour.\n' }),
    );
    expect([lines.labels, lines.body]).toEqual([[], 'The ministers met on Monday and talked about the harbour.']);
  });

  it('finds the headline above the line that names the kind of release, too', () => {
    expect(
      readText('A headline\nPress release\n- Place:\n- BAKU\nBAKU, 3 June 2009 - A short text.').title?.value,
    ).toBe('A headline');
  });

  it('reads a page without a list when its kind and dateline are there', () => {
    const { title, date, places } = readText('- Menu\nStatement\nA headline\nBAKU, 3 June 2009 - A short text.');
    expect([title?.value, date, places]).toEqual([
      'A headline',
      { value: '2009-06-03', origin: 'dateline' },
      [{ value: 'BAKU', origin: 'dateline' }],
    ]);
  });

  it('is not led astray by a menu of languages or contacts', () => {
    const { title, labels } = readText(
      pageWith({ above: 'Site\n- Language:\n- English\n- Русский\n- Contacts\n', list: '- Place:\n- BAKU\n' }),
    );
    expect([title?.value, labels]).toEqual(['A headline', []]);
  });

  it('keeps the dateline as written, with its year, dash and blanks', () => {
    const dateline = 'Baku , 3 June 2009 -- A short text — with dashes.';
    expect(readText(pageWith({ body: dateline })).body).toBe(dateline);
  });

  it('says which dates and places disagree, and keeps the first', () => {
    const list = '- Date:\n- 4 June 2009\n- Place:\n- GANJA\n';
    const { date, contradictions } = readText(pageWith({ list }));
    expect(date?.value).toBe('2009-06-04');
    expect(contradictions).toEqual([
      { key: 'date', value: '2009-06-03', origin: 'dateline' },
      { key: 'place', value: 'BAKU', origin: 'dateline' },
    ]);
  });

  it('leaves out a date that is not certain, and says so', () => {
    const { date, notCarried } = readText(
      pageWith({
        list: '- Date:\n- 03/04/2009\n- Place:\n- BAKU\n',
        body: 'A text without a dateline, which is long enough to be one.',
      }),
    );
    expect(date).toBeUndefined();
    expect(notCarried).toEqual(['«03/04/2009» (list item «Date») is no date that can be read for certain']);
  });

  it('drops control characters and says how many', () => {
    const { title, body, notes, changed } = readText(
      'Press release\nA \u0007headline\u202E\n- Place:\n- BAKU\nBAKU, 3 June 2009 - A \u001B[31mred\u0000 text.',
    );
    expect(title?.value).toBe('A headline');
    expect(body).toContain('A \\[31mred text.');
    expect(changed).toEqual(['3 control characters were dropped.']);
    expect(notes).toContain('Characters that turn text around were dropped from the headline.');
  });

  it('is read as any other when somebody has a profile, and says so', () => {
    const profile = {
      name: 'p',
      isPersons: true,
      match: {},
      places: new Map(),
      facets: new Map(),
      skip: [],
      entry: undefined,
      fallback: false,
    };
    expect(readText({ ...source(pageWith()), profiles: [profile] }).notes).toContain(
      'Profiles are for pages in HTML; this is a text, and was read as any other.',
    );
  });

  it('has no language where its labels and its letters differ, and asks for it', () => {
    const russian = pageWith({
      list: '- Дата:\n- 3 June 2009\n- Место:\n- BAKU\n',
      body: `BAKU, 3 June 2009 - ${'A short text. '.repeat(5)}\n`,
    });
    const { lang, notes } = readText(russian.replace('Press release', 'Пресс-релиз'));
    expect([lang, notes.at(-1)]).toEqual([
      undefined,
      'The page seems to be in «ru» (headings of the page), and its text is in other letters: say with --lang what it is in.',
    ]);
    const stated = pageWith({
      list: '- Место:\n- BAKU\n- Язык:\n- Русский\n',
      body: `BAKU, 3 June 2009 - ${'A short text. '.repeat(5)}\n`,
    });
    expect(readText(stated).lang).toEqual({ value: 'ru', origin: 'list item «Язык»' });
  });

  it.each(['Last updated: 4 July 2011', 'Page last modified on 4 July 2011, 10:00', 'Обновлено 4 июля 2011 г.'])(
    'takes %j below the text for the site’s own, and not for a date',
    (line) => {
      const { body, date } = readText(pageWith({ list: '- Place:\n- BAKU\n', below: `${line}\n` }));
      expect([body, date?.value]).toEqual(['BAKU, 3 June 2009 - A short text.', '2009-06-03']);
    },
  );

  it.each(['Updated rules for ferries', 'Last updated rules.', 'Обновлено расписание'])(
    'keeps %j, which is a line of the text',
    (line) => {
      expect(readText(pageWith({ below: `${line}\n` })).body).toContain(line);
    },
  );

  it('knows a bare dateline by the line above it, unless that is a sentence', () => {
    const text = 'BAKU, 3 June 2009 - The ferry left today, and nobody was on it when it came back.';
    expect(readText(`Menu\nA ferry without anybody\n${text}`).title).toEqual({
      value: 'A ferry without anybody',
      origin: 'line 2',
      confidence: 'likely',
    });
    expect(() => readText(`This is a sentence.\n${text}`)).toThrow('holds no release');
    expect(() => readText(`A headline\nBAKU - ${text.slice(20)}`)).toThrow('holds no release');
  });

  it('warns of an embargo in the text and of hidden addresses, and infers nothing', () => {
    const { notes } = readText(
      pageWith({ body: 'BAKU, 3 June 2009 - EMBARGO until noon. Write to [email protected] today.' }),
    );
    expect(notes.join(' ')).toMatch(/embargo.*Import sets none.*«\[email.protected\]»/);
  });

  it('gives all of several releases, and refuses a page on which they cannot be told apart, or without one', () => {
    const several = pageText.read(source(pageWith() + pageWith().replace('A headline', 'Another one')));
    expect(several.map(({ part, title }) => [part, title?.value])).toEqual([
      ['entry 1', 'A headline'],
      ['entry 2', 'Another one'],
    ]);
    expect(() => readText('Only\nsome\nlines.')).toThrow('«page» holds no release that press recognises.');
    expect(() => readText(pageWith({ body: '' }))).toThrow('holds no release');
  });
});

describe('where the text of a page ends', () => {
  const body = 'BAKU, 3 June 2009 - The first paragraph is a sentence of some length.\n';
  const bodyOf = (below: string, above = ''): string =>
    readText(pageWith({ above, body, below })).body.slice(body.length).trim();

  it.each([
    ['an empty bullet', '-\nOur work\n-\nTopics\n- Elections\n'],
    ['what stood above the text as well', '- Elections\n- Education\n'],
    ['a list that nothing introduces', '- Some link\n- Another link\n'],
    ['words that sites have', 'Share this page\n- Facebook\n'],
    ['a single item that sites have', '- Print\n'],
    ['a line of copyright', '© 2009 The harbour. All rights reserved.\nPrivacy policy\n'],
  ])('is before %s', (_, below) => {
    expect(bodyOf(below, 'Menu\n- Elections\n- Education\n')).toBe('');
  });

  it.each([
    ['a list that is introduced', 'The topics were:\n- Elections\n- Education\n'],
    [
      'a list of sentences',
      '- The first item says something that is long enough to be read.\n- The second one, too.\n',
    ],
    ['contacts', 'For further information\n- Leyla Samadova, press officer\n- Tel. +994 12 555 01 00\n'],
    ['a short last line', 'ENDS\n'],
    ['an empty bullet that the text goes on after', '-\nThe second paragraph is a sentence of some length, too.\n'],
  ])('is after %s', (_, below) => {
    const lines = below
      .trim()
      .split('\n')
      .filter((line) => line !== '-');
    const text = bodyOf(below, 'Menu\n- Elections\n- Education\n');
    for (const line of lines) expect(text).toContain(line.replace(/^- /, ''));
  });

  it('is told, with the first words of what was left', () => {
    expect(readText(pageWith({ body, below: '-\nOur work\n' })).notes).toEqual([
      'Around the text, this was taken for the site’s own: «Our work».',
    ]);
  });
});
