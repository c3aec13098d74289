import { describe, expect, it } from 'vitest';
import type { SourceRelease } from '../../src/model/importer.ts';
import { readAnswers, TermAnswers } from '../../src/operations/bring-in-map.ts';
import { queueText, WordQueue, type AskedWords } from '../../src/operations/bring-in-queue.ts';
import { archive, bring, fileOf, label } from './bring-in-fixture.ts';

const { taxonomy } = await archive();

function answersIn(...rows: string[]): TermAnswers {
  const answers = new TermAnswers(taxonomy);
  readAnswers('q.csv', ['value,heading,count,nearest,example,answer', ...rows].join('\r\n'), answers);
  return answers;
}

function refusalOf(...rows: string[]): { readonly message: string; readonly hint: string } {
  try {
    answersIn(...rows);
  } catch (error) {
    if (error instanceof Error) return { message: error.message, hint: String(Reflect.get(error, 'hint')) };
  }
  throw new Error('The answers were taken');
}

const labels = (...values: string[]): Partial<SourceRelease> => ({
  labels: [label('Source', 'Office in Ankara'), ...values.map((value) => label('Fields of work', value))],
});

describe('answers to unknown words', () => {
  it('are taken for the words under their question, whatever that is called', async () => {
    const answers = answersIn('Voting rights,Fields of work,1,,,elections');
    const brought = await bring([labels('VOTING  RIGHTS')], { year: '2009', answers });
    expect(fileOf(brought)).toContain('fields: [elections]\n');
    expect(brought.report.releases[0]?.unknown).toEqual([]);
    expect(brought.report.releases[0]?.read).toContainEqual({
      key: 'fields',
      value: ['elections'],
      origin: 'list item «Fields of work», by q.csv, line 2',
    });
    expect([brought.asked, answers.unused()]).toEqual([[], []]);
  });

  it('may be several terms, of other facets too, by id or by name', async () => {
    const answers = answersIn('Both,field,1,,,Education; elections;country/Türkiye');
    const brought = await bring([labels('Both')], { year: '2009', answers });
    expect(fileOf(brought)).toContain('fields: [education, elections]\ncountries: [tuerkiye]\n');
  });

  it.each(['-', 'drop', 'Drop'])('may be to leave them out: %s', async (answer) => {
    const answers = answersIn(`Misc,field,1,,,${answer}`);
    const brought = await bring([labels('Elections, Misc')], { year: '2009', answers });
    expect(fileOf(brought)).toContain('fields: [elections]\n');
    expect(brought.report.releases[0]).toMatchObject({
      unknown: [],
      dropped: ['«Fields of work: Misc» (q.csv, line 2)'],
    });
    expect(brought.report.summary.toLookAt).toBe(0);
  });

  it('answer words of a question that the vocabulary does not ask', async () => {
    const tagged = { labels: [...(labels('Elections').labels ?? []), label('Tags', 'kyiv'), label('Tags', 'x')] };
    const answers = answersIn('kyiv,tags,3,,,country/azerbaijan', 'x,Tags,1,,,-');
    const brought = await bring([tagged], { year: '2009', answers });
    expect(fileOf(brought)).toContain('countries: [azerbaijan]\n');
    expect(brought.report.releases[0]?.notCarried).toEqual([]);
  });

  it('go before the vocabulary where a word means two things', async () => {
    const answers = answersIn('Desk,field,1,,,south-desk');
    expect(fileOf(await bring([labels('Desk')], { year: '2009', answers }))).toContain('fields: [south-desk]\n');
  });

  it('may be for words with commas, and for parts of them', async () => {
    const answers = answersIn('"Votes, and seats",field,1,,,elections', 'schools,field,1,,,education');
    const brought = await bring([labels('Votes, and seats, schools')], { year: '2009', answers });
    expect(fileOf(brought)).toContain('fields: [elections, education]\n');
  });

  it('that no source asks for are told', () => {
    const answers = answersIn('Nobody,field,1,,,elections', 'Open,field,1,,,');
    expect(answers.unused()).toMatchObject([{ origin: 'q.csv, line 2', heading: 'field', value: 'Nobody' }]);
  });

  it.each([
    ['nonsense', '«nonsense» is not a term of field.', 'taxonomy tree field'],
    ['electoins', '«electoins» is not a term of field.', 'Did you mean «elections»?'],
    ['themes', '«themes» is a heading', 'voting'],
    ['old', '«old» is no longer used.', 'elections'],
    ['desk', '«desk» could mean', 'Write one of these ids.'],
    ['country/x', '«x» is not a term of country.', ''],
  ])('that are no terms are refused with their line: %s', (answer, said, wayOut) => {
    const { message, hint } = refusalOf('Fine,field,1,,,elections', `Word,field,1,,,${answer}`);
    expect(message).toBe('An answer in «q.csv» cannot be taken. Nothing was written.');
    expect(hint).toContain(`q.csv, line 3: ${said}`);
    expect(hint).toContain(wayOut);
  });

  it('are refused all at once, and when two of them differ', () => {
    const { message, hint } = refusalOf('A,field,1,,,x', 'B,field,1,,,elections', 'b,Fields of work,1,,,education');
    expect(message).toContain('2 answers');
    expect(hint).toContain('q.csv, line 2: «x»');
    expect(hint).toContain(
      'q.csv, line 4: «b» is answered by «education», and elsewhere otherwise. q.csv, line 3 says «elections».',
    );
  });

  it('of a question of nobody’s want a word that one facet alone knows', () => {
    expect(refusalOf('A,Tags,1,,,nowhere').hint).toContain('«nowhere» is no term of the vocabulary.');
    expect(() => answersIn('A,Tags,1,,,Elections')).not.toThrow();
  });

  it('are several for a facet that takes one', () => {
    expect(refusalOf('A,ministry,1,,,health;labour').hint).toContain('A release has one ministry');
  });

  it.each([
    ['a,b,c\n1,2,3\n', 'it has no column «value»'],
    ['value,heading\nx,y\n', 'it has no column «answer»'],
    ['', 'it has no column «value»'],
    ['value,heading,answer\n"open\n', 'cannot be read as a table'],
  ])('are not looked for in what is no queue', (text, said) => {
    expect(() => readAnswers('q.csv', text, new TermAnswers(taxonomy))).toThrow(said);
  });
});

const words = (changes: Partial<AskedWords> = {}): AskedWords => ({
  heading: 'field',
  value: 'Electoins',
  count: 2,
  example: 'page.txt: Course opens',
  ...changes,
});

describe('the queue of unknown words', () => {
  it('has a row for each word and question, the most frequent first, with the nearest terms and an example', async () => {
    const { asked } = await bring([labels('Rare, Electoins'), labels('ELECTOINS'), labels('Electoins; Desk')], {
      year: '2009',
    });
    expect(queueText(asked, taxonomy, undefined)).toBe(
      [
        '\uFEFFvalue,heading,count,nearest,example,answer',
        'Electoins,field,3,elections,page-1.txt: Course opens in Baku,',
        'Rare,field,1,,page-1.txt: Course opens in Baku,',
        'Desk,field,1,Desk,page-3.txt: Course opens in Baku,',
        '',
      ].join('\r\n'),
    );
  });

  it('is none where nothing is unknown', () => {
    expect(queueText([], taxonomy, undefined)).toBeUndefined();
  });

  it('keeps every letter that stands in it, and adds what is new in its own columns', () => {
    const text =
      '\uFEFFsep=;\nNotes;value;heading;answer\n"mine; ""really""";Electoins;Fields of work;elections\nx;Other;field;';
    const next = queueText([words({ count: 9 }), words({ value: 'New; one' })], taxonomy, { name: 'q.csv', text });
    expect(next).toBe(`${text}\r\n;"New; one";field;\r\n`);
    expect(queueText([words()], taxonomy, { name: 'q.csv', text })).toBeUndefined();
  });

  it('gets answers from the terminal below the rows that wait for them', () => {
    const text = 'value,heading,count,nearest,example,answer\r\nElectoins,field,2,elections,x,\r\n';
    const next = queueText([{ ...words(), answer: 'elections' }], taxonomy, { name: 'q.csv', text }) ?? '';
    expect(next.startsWith(text)).toBe(true);
    const answers = new TermAnswers(taxonomy);
    readAnswers('q.csv', next, answers);
    expect(answers.find('field', 'Electoins')?.terms.map(({ id }) => id)).toEqual(['elections']);
  });

  it('lets no spreadsheet run a word, and reads the word back', () => {
    const evil = words({ value: '=cmd|A1', example: '+1: @x', heading: '-tags' });
    const text = queueText([evil], taxonomy, undefined) ?? '';
    expect(text).toContain("'=cmd|A1,'-tags,2,,'+1: @x,");
    const answers = new TermAnswers(taxonomy);
    readAnswers('q.csv', text.replace(/,\r\n$/, ',-\r\n'), answers);
    expect(answers.find('-tags', '=cmd|A1')?.terms).toEqual([]);
  });

  it('does not grow with words that come again', () => {
    const queue = new WordQueue(taxonomy);
    for (let at = 0; at < 1000; at += 1) queue.add({ heading: 'Field', value: ` word ` }, () => `${at}`);
    queue.add({ heading: 'field', value: ' ' }, () => 'x');
    expect(queue.words()).toMatchObject([{ count: 1000, example: '0' }]);
  });
});
