import { describe, expect, it } from 'vitest';
import { pathFacts } from '../../src/importers/markdown/says/path-facts.ts';
import { readWritten } from '../../src/importers/markdown/says/written-date.ts';
import { post, readPost, valueOf } from './markdown-posts.ts';

describe('a date that somebody wrote', () => {
  it.each([
    ['2019-02-01', '2019-02-01'],
    ['2019-2-1', '2019-02-01'],
    ['2019/02/01', '2019-02-01'],
    ['2019.02.01', '2019-02-01'],
    ['20190201', '2019-02-01'],
    [20190201, '2019-02-01'],
    ['Feb 1, 2019', '2019-02-01'],
    ['1 февраля 2019', '2019-02-01'],
    ['01.02.2019', '2019-02-01'],
    ['25/12/2009', '2009-12-25'],
    ['12/25/2009', '2009-12-25'],
    ['12/12/2009', '2009-12-12'],
    ['2019-02-01 9:30:00 +0200', '2019-02-01T09:30:00+02:00'],
    ['2019-02-01T09:30+2', '2019-02-01T09:30:00+02:00'],
    ['2019-02-01 09:30:00 UTC', '2019-02-01T09:30:00Z'],
    ['2019-02-01 00:00:00', '2019-02-01'],
    ['2019-02-01T09:30:00.000Z', '2019-02-01T09:30:00.000Z'],
    ['Fri, 01 Feb 2019 09:30:00 +0400', '2019-02-01T09:30:00+04:00'],
    ['Fri Feb 01 2019 09:30:00 GMT+0000 (Coordinated Universal Time)', '2019-02-01T09:30:00Z'],
  ])('%j is %s', (written, date) => {
    expect(readWritten(written).date).toBe(date);
  });

  it.each([
    '11/12/2009',
    '2019-02-30',
    '2019-02',
    'soon',
    '',
    '1549015200',
    '2019-02-01 25:00:00 Z',
    null,
    ['2019-02-01'],
    '29.02.2019',
  ])('%j is none for certain', (written) => {
    expect(readWritten(written).date).toBeUndefined();
  });
});

describe('the date of a post', () => {
  it('is the key before the file, and the file before the dateline', () => {
    const text = 'BAKU, 3 March 2019 - A course opened.';
    const named = '_posts/2019-03-02-a.md';
    const date = (lines: string, name: string): unknown => {
      const { date: found, contradictions } = post(`title: T\n${lines}`, text, name);
      return [found?.value, found?.origin, contradictions.map(({ value, origin }) => `${value}, ${origin}`)];
    };
    expect(date('date: 2019-03-01', named)).toEqual([
      '2019-03-01',
      'front matter «date»',
      ['2019-03-02, file name', '2019-03-03, dateline'],
    ]);
    expect(date('', named)).toEqual(['2019-03-02', 'file name', ['2019-03-03, dateline']]);
    expect(date('', 'a.md')).toEqual(['2019-03-03', 'dateline', []]);
    expect(date('created: 2019-02-27', 'b.md')).toEqual(['2019-03-03', 'dateline', []]);
  });

  it('is the first of several keys, and the others are told where they differ', () => {
    const { date, contradictions } = post(
      'publishedAt: 2019-02-23\ntitle: T\npubDate: 2019-02-22\ndate: 2019-02-22T10:00:00Z',
    );
    expect([date?.value, date?.origin]).toEqual(['2019-02-22T10:00:00Z', 'front matter «date»']);
    expect(contradictions).toEqual([{ key: 'date', value: '2019-02-23', origin: 'front matter «publishedAt»' }]);
  });

  it('is never «last modified»', () => {
    const release = post('title: T\nlastmod: 2019-03-01\nlast_modified_at: 2019-01-01', 'Text', '2019-02-22-a.md');
    expect([release.date?.value, valueOf(release, 'updated')]).toEqual(['2019-02-22', '2019-03-01']);
    expect(release.notCarried).toEqual(['«last_modified_at: 2019-01-01» (before the date of issue)']);
  });

  it('that may be two days is no date, and the file’s name helps', () => {
    const { date, notCarried } = post('title: T\ndate: 11/12/2018', 'Text', '2018-12-11-a.md');
    expect([date?.value, notCarried]).toEqual([
      '2018-12-11',
      ['«date: 11/12/2018» (no date that is certainly one day)'],
    ]);
  });

  it('ahead of now counts before one that has passed', () => {
    const { date, contradictions } = post('title: T\ndate: 2019-01-01\npublishDate: 2030-01-01', 'Text', 'a.md');
    expect([date?.value, contradictions[0]?.value]).toEqual(['2030-01-01', '2019-01-01']);
  });

  it('ahead of now on a clock of no place is for a person', () => {
    expect(post('title: T\ndate: 2030-01-01 10:00').undecided?.map(({ message }) => message)).toEqual([
      '«date: 2030-01-01 10:00» may lie ahead, and does not say how far from UTC its clock is.',
    ]);
    expect(post('title: T\ndate: 2010-01-01 10:00').undecided).toEqual([]);
  });

  it('has a day that no calendar has beside it', () => {
    const { date, contradictions } = post('title: T', 'BAKU, 31 February 2019 - Text.', '2019-02-22-a.md');
    expect([date?.value, contradictions.map(({ value }) => value)]).toEqual(['2019-02-22', ['31 February 2019']]);
    expect(post('title: T', 'BAKU, 31 February 2019 - Text.', 'a.md').date).toBeUndefined();
  });

  it('without a year is one of a day and a month', () => {
    expect(post('title: T', 'BAKU, 3 March - Text.', 'a.md').dayAndMonth).toEqual({
      value: { day: 3, month: 3 },
      origin: 'dateline',
    });
  });
});

describe('the path of a post', () => {
  it.each([
    ['_posts/2019-02-01-board-agenda.md', '2019-02-01', 'board-agenda', '2019-02-01-board-agenda', undefined],
    ['_posts/2019-2-1-Board Agenda.markdown', '2019-02-01', 'Board Agenda', '2019-02-01-board-agenda', undefined],
    ['content/news/2019-02-01-name/index.md', '2019-02-01', 'name', '2019-02-01-name', undefined],
    ['content/ru/news/name.md', undefined, 'name', 'name', 'ru'],
    ['content/news/name.ru.md', undefined, 'name', 'name', 'ru'],
    ['src/content/blog/uk/2019-02-01-a.mdx', '2019-02-01', 'a', '2019-02-01-a', 'uk'],
    [
      '_posts/2019-02-22-Forum-Comment-Period',
      '2019-02-22',
      'Forum-Comment-Period',
      '2019-02-22-forum-comment-period',
      undefined,
    ],
    ['news/2019/02/01/name.md', '2019-02-01', 'name', '2019-02-01-name', undefined],
    ['20190201_name.md', '2019-02-01', 'name', '2019-02-01-name', undefined],
    [
      '--odd/2019-02-01 “Statement” – l’été.md',
      '2019-02-01',
      '“Statement” – l’été',
      '2019-02-01-statement-lete',
      undefined,
    ],
    ['2019-02-31-name.md', undefined, '2019-02-31-name', '2019-02-31-name', undefined],
    ['release.v2.md', undefined, 'release.v2', 'release.v2', undefined],
  ])('%s', (path, day, words, plainName, lang) => {
    const facts = pathFacts(path);
    expect([facts.day, facts.words, facts.plainName, facts.lang?.value]).toEqual([day, words, plainName, lang]);
  });

  it('is no name where it is none', () => {
    const release = readPost('---\ntitle: T\n---\nText', 'standard input');
    expect([release.fileName, valueOf(release, 'slug')]).toEqual([undefined, undefined]);
  });

  it('gives two long names two slugs', () => {
    const name = (end: string): string | undefined =>
      pathFacts(`2019-02-01-${'statement of the board '.repeat(9)}${end}.md`).slug;
    expect(name('one')).not.toBe(name('two'));
    expect(name('one')!.length).toBeLessThan(100);
  });
});

describe('what keeps a post in', () => {
  it.each([
    ['draft: true', 'a.md', 'draft'],
    ['draft: "yes"', 'a.md', 'draft'],
    ['draft: maybe', 'a.md', 'draft'],
    ['published: false', 'a.md', 'draft'],
    ['status: pending', 'a.md', 'draft'],
    ['status: publish', 'a.md', 'published'],
    ['status: hold', 'a.md', 'hold'],
    ['status: unheard-of', 'a.md', 'unheard-of'],
    ['hidden: true', 'a.md', 'draft'],
    ['permalink: false', 'a.md', 'draft'],
    ['expiryDate: 2020-01-01', 'a.md', 'hold'],
    ['expiryDate: some day', 'a.md', 'hold'],
    ['expiryDate: 2020-01-01\ndraft: true', 'a.md', 'draft'],
    ['draft: false', '_drafts/a.md', 'draft'],
    ['status: published\ndraft: true', 'a.md', 'draft'],
    ['draft: false\npublished: true', 'a.md', undefined],
    ['expiryDate: 2040-01-01', 'a.md', undefined],
  ])('%j in %s: %s', (lines, name, status) => {
    expect(valueOf(post(`title: T\n${lines}`, 'Text', name), 'status')).toBe(status);
  });

  it('is said where it is not plain', () => {
    expect(post('title: T\ndraft: maybe').undecided?.[0]?.message).toBe(
      '«draft: maybe» may keep the release in: it says neither yes nor no.',
    );
    expect(post('title: T\nexpiryDate: 2020-01-01').notes).toEqual([
      'The other site took it off its pages on 2020-01-01 («expiryDate»), so it comes in on hold. «press publish» lets it out again.',
    ]);
    expect(post('title: T\nexpires: 2040-01-01').notes[0]).toContain('takes it off its pages on 2040-01-01');
  });
});

describe('titles', () => {
  it.each([
    ['---\ntitle: A <em>new</em> board\n---\nText', 'A new board', 'Text'],
    ['# The *new* [board](https://e.org)\n\nText', 'The new board', '\n\nText'.trim()],
    ['---\nlayout: post\n---\n## Second level\n', 'Forum', '## Second level'],
    ['---\ntitle: 2019\n---\nText', '2019', 'Text'],
    ['---\ntitle: |\n  Two\n  lines\n---\nText', 'Two lines', 'Text'],
  ])('%j', (text, title, body) => {
    const release = readPost(text);
    expect([release.title?.value, release.body]).toEqual([title, body]);
  });

  it('lose what turns text around, and so do summaries; an address with it is none', () => {
    const release = post('title: "A\\u202Eb"\ndescription: "c\\u202Ed\\u2028e"\npermalink: "/f\\u202Eg/"');
    expect([release.title?.value, release.summary?.value, valueOf(release, 'aliases')]).toEqual([
      'Ab',
      'c d e',
      undefined,
    ]);
    expect(release.changed).toHaveLength(2);
    expect(release.notCarried).toHaveLength(1);
  });

  it('that are too long are cut, and shown whole', () => {
    const { title, undecided } = post(`title: ${'long '.repeat(80)}`);
    expect(title?.value).toHaveLength(300);
    expect(undecided?.[0]?.value).toBe('long '.repeat(80).trim());
  });

  it('that a site builder would fill in, or that stand nowhere, are for a person', () => {
    expect(post('title: "{{ page.name }}"').undecided?.map(({ key }) => key)).toEqual(['title']);
    expect(post('layout: post').undecided?.map(({ key }) => key)).toEqual(['title']);
  });
});

describe('addresses, files, labels and people', () => {
  it('keeps old addresses as aliases, and a slug in the form of the house', () => {
    const release = post(
      'title: T\npermalink: /events/2012/october31.html\nredirect_from:\n  - /old/\n  - old two.html\nslug: New_Slug\ncanonical_url: https://example.org/a/',
    );
    expect(valueOf(release, 'aliases')).toEqual(['/events/2012/october31.html', '/old/', '/old%20two.html']);
    expect([valueOf(release, 'slug'), release.url]).toEqual(['new-slug', 'https://example.org/a/']);
    expect(release.changed).toEqual(['«slug»: «New_Slug» is written as new-slug.']);
  });

  it('leaves the patterns of addresses out, and says so', () => {
    expect(post('title: T\npermalink: /:year/:title/').notCarried).toEqual([
      '«permalink: /:year/:title/» (no address that a release can have)',
    ]);
  });

  it('makes attachments of files and pictures', () => {
    const release = post(
      'title: T\nimage: "{{ site.baseurl }}/a.jpg"\npdf: "{{ \'/b.pdf\' | relative_url }}"\nlinks:\n  - {text: Minutes, url: /c.pdf}\n  - {text: Site, url: "https://e.org/"}\n  - {link: null}\nfiles: [{href: "d:/x", title: E}]',
    );
    expect(valueOf(release, 'attachments')).toEqual([
      { href: '/a.jpg', mediaType: 'image/jpeg' },
      { href: '/b.pdf', mediaType: 'application/pdf' },
      { href: '/c.pdf', title: 'Minutes', mediaType: 'application/pdf' },
    ]);
    expect(release.notCarried).toEqual([
      '«files: {"href":"d:/x","title":"E"}» (no address of a file)',
      '«links: {"text":"Site","url":"https://e.org/"}» (no address of a file)',
    ]);
  });

  it('keeps headings of labels, and what authors and contacts are besides', () => {
    const release = post(
      'title: T\ncategories: elections, media\ntags: [one]\nauthor: {name: A. Example, email: a@e.org}\ncontact:\n  - {person: B, tel: "+1 2", fax: "3"}\n  - press@e.org\nsource: baku',
    );
    expect(release.labels.map(({ heading, value, isOfAnyFacet }) => [heading, value, isOfAnyFacet])).toEqual([
      ['categories', 'elections', true],
      ['categories', 'media', true],
      ['tags', 'one', true],
      ['author', 'A. Example', undefined],
    ]);
    expect(valueOf(release, 'contacts')).toEqual([{ name: 'B', phone: '+1 2' }]);
    expect(release.contacts).toEqual([{ value: 'press@e.org', origin: 'front matter «contact»' }]);
    expect(valueOf(release, 'source')).toBe('baku');
    expect(release.notCarried).toEqual(['«fax: 3» of a contact', '«email: a@e.org» of an author']);
  });

  it('says once which keys are the site builder’s', () => {
    const { notes, notCarried } = post(
      'title: T\nlayout: post\nsitemap: {exclude: yes}\ncomments: true\ntype: post\nweight: 3',
    );
    expect([notes, notCarried]).toEqual([
      ['Keys for the site builder were left out: layout, sitemap, comments, weight, type.'],
      [],
    ]);
  });

  it.each([
    ['type: Press release', 'press-release'],
    ['category: statement', 'statement'],
    ['layout: media-advisory', 'media-advisory'],
    ['type: whatever', undefined],
  ])('takes a kind of release that it knows: %s', (line, type) => {
    expect(post(`title: T\n${line}`).type?.value).toBe(type);
  });

  it.each([
    ['lang: ru', 'ru'],
    ['locale: en_GB', 'en-GB'],
    ['language: Russian', 'ru'],
  ])('reads the language: %s', (line, lang) => {
    expect(post(`title: T\n${line}`).lang?.value).toBe(lang);
  });

  it('has its own number as the source’s, and an id of this house as the id', () => {
    const theirs = post('title: T\nid: 417');
    expect([theirs.sourceId?.value, valueOf(theirs, 'id')]).toEqual(['417', undefined]);
    expect(valueOf(post('title: T\nid: 2019-02-22-forum'), 'id')).toBe('2019-02-22-forum');
  });

  it('takes the first of two summaries, without tags', () => {
    const { summary, notCarried, changed } = post('title: T\ndescription: <p>One &amp; two</p>\nexcerpt: Another');
    expect(summary?.value).toBe('One & two');
    expect(notCarried).toEqual(['«excerpt: Another» (there is a summary already)']);
    expect(changed).toEqual([
      '«description»: HTML and characters that turn text around were left out, the words stayed.',
    ]);
  });
});
