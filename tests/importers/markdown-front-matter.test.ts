import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/importers/markdown.ts';
import { PressError } from '../../src/model/press-error.ts';
import { post, postSource, readPost, valueOf } from './markdown-posts.ts';

describe('fences', () => {
  it.each([
    ['trailing blanks', '---  \ntitle: T\n--- \t\nText'],
    ['a byte-order mark', '\uFEFF---\ntitle: T\n---\nText'],
    ['CRLF', '---\r\ntitle: T\r\n---\r\nText\r\n'],
    ['the word yaml', '---yaml\ntitle: T\n---\nText'],
    ['dots at the end', '---\ntitle: T\n...\nText'],
    ['no final line break', '---\ntitle: T\n---\nText'],
  ])('are found with %s, and nothing is said', (_, text) => {
    const { title, body, changed } = readPost(text);
    expect([title?.value, body, changed]).toEqual(['T', 'Text', []]);
  });

  it.each([
    ['\n\n---\ntitle: T\n---\nText', 'Line 3: the front matter stands below 2 blank lines.'],
    ['<!--\n---\ntitle: T\n---\nText', 'Line 1: «<!--» above the front matter was left out.'],
    ['title: T\nlayout: post\n---\nText', 'Line 1: the front matter has no fence above it, and was read as if it had.'],
    ['---\ntitle: T\nlayout: post\n\nText', 'Line 1: nothing closes the front matter; it was read up to line 3.'],
  ])('that are wrong are let pass, and said: %j', (text, said) => {
    const { title, body, changed } = readPost(text);
    expect([title?.value, body, changed]).toEqual(['T', 'Text', [said]]);
  });

  it('are not seen in a text that has a line of dashes somewhere', () => {
    const text = 'A line: with a colon\n\nMore.\n\n---\n\nText';
    expect(readPost(text).body).toBe(text);
  });

  it('leave a heading behind an unclosed block where it is', () => {
    expect(readPost('---\ntitle: T\nlayout: post\n\n## Heading\n\nText').body).toBe('## Heading\n\nText');
  });
});

describe('YAML that press refuses', () => {
  it.each([
    [
      'title: Statement: the forum',
      'Statement: the forum',
      'holds a colon, and stands in no quotation marks: it was taken as it stands',
    ],
    ['title: @press says', '@press says', 'begins with «@», which YAML keeps for itself: it was taken as it stands'],
    ['title: `code` words', '`code` words', 'begins with «`», which YAML keeps for itself: it was taken as it stands'],
    ['title: %d reasons', '%d reasons', 'begins with «%», which YAML keeps for itself: it was taken as it stands'],
    [
      'title: "Statement of the board',
      'Statement of the board',
      'begins with " that nothing closes: the sign was left out',
    ],
    [
      "title: 'It's open'",
      "It's open",
      "has signs of quotation or backslashes inside ' … ' that YAML reads otherwise: the words between the outer ones were taken",
    ],
    [
      'title: "The "new" forum"',
      'The "new" forum',
      'has signs of quotation or backslashes inside " … " that YAML reads otherwise: the words between the outer ones were taken',
    ],
    ['title: "Board" says', '"Board" says', 'has words outside its quotation marks: it was taken as it stands'],
    ['title: "One two\nthree"', 'One two three', 'goes on below without being moved in'],
    ["title: 'One two\n\nthree: four'", 'One two three: four', 'goes on below without being moved in'],
    ['title: >-\nOne two\nthree', 'One two three', 'goes on below without being moved in'],
    ['title: &x One', '&x One', 'begins with «&», which YAML keeps for itself: it was taken as it stands'],
    ['title: !!str One', '!!str One', 'begins with «!», which YAML keeps for itself: it was taken as it stands'],
  ])('is read all the same: %j', (lines, title, why) => {
    const release = post(`layout: post\n${lines}\ntags: [a]`);
    expect(release.title?.value).toBe(title);
    expect(release.changed).toEqual([`Line 3: the value of «title» ${why}.`]);
    expect(release.labels.map(({ value }) => value)).toEqual(['a']);
  });

  it('spoils no other key', () => {
    const release = post('title: A: b\ndate: 2019-01-02\ntags:\n\t- one\n\t- @two\ndescription: plain');
    expect(release.labels.map(({ value }) => value)).toEqual(['one', '@two']);
    expect([release.date?.value, release.summary?.value]).toEqual(['2019-01-02', 'plain']);
    expect(release.changed).toHaveLength(2);
  });

  it('may have lists and groups with one broken item', () => {
    const release = post('title: T: t\nfiles:\n  - url: /a.pdf\n    title: A: the first\n  - /b.pdf');
    expect(valueOf(release, 'attachments')).toEqual([
      { href: '/a.pdf', title: 'A: the first', mediaType: 'application/pdf' },
      { href: '/b.pdf', mediaType: 'application/pdf' },
    ]);
  });

  it.each(["title: 'One two'", 'title: >-\n  One two', "title: 'One\ntwo'", 'title: One\n  two'])(
    'ends where a key of several words begins: %j',
    (lines) => {
      const release = post(`${lines}\nnote to editors: 1\nconstructor: x`);
      expect([release.title?.value, release.frontMatter?.get('note to editors')?.value]).toEqual(['One two', '1']);
    },
  );

  it('loses no line that is no key', () => {
    const release = post('just words\ntitle: A: b');
    expect(release.notCarried).toEqual(['line 2 of the front matter: «just words»']);
  });

  it('is harmless however large it is', () => {
    const bomb = `title: T: t\n${'x: "\n'.repeat(3000)}${`${'[['.repeat(500)}\n`.repeat(3)}`;
    expect(post(bomb).title?.value).toBe('T: t');
  });
});

describe('a key that stands twice', () => {
  it('is one with one value', () => {
    const { title, undecided, changed } = post('title: T\nlayout: post\ntitle: T');
    expect([title?.value, undecided]).toEqual(['T', []]);
    expect(changed).toEqual(['Line 4: «title» stands there again with the same value; it was taken once.']);
  });

  it('is for a person to settle with two', () => {
    const { title, undecided } = post('title: First\ntitle: Second');
    expect(title?.value).toBe('First');
    expect(undecided).toEqual([
      {
        key: 'title',
        value: 'Second',
        origin: 'front matter, line 3',
        message: '«title» stands there twice, with «First» and with «Second».',
        hint: 'The first was taken. Look which one is right, and write it into the release.',
      },
    ]);
  });

  it('is one where two dates are one day, or one is empty', () => {
    const { date, undecided, changed } = post('date: 2019-05-31\ndate: May 31, 2019\ndraft:\ndraft: false\ntitle: T');
    expect([date?.value, undecided]).toEqual(['2019-05-31', []]);
    expect(changed?.[0]).toBe('«date» stands there twice, with «2019-05-31» and «May 31, 2019»: that is one day.');
  });
});

describe('front matter in other languages', () => {
  it('is read as TOML', () => {
    const text = [
      '+++',
      'title = "A \\"quoted\\" title" # remark',
      "description = '''Two\nlines'''",
      'date = 2019-02-01T10:00:00+02:00',
      'draft = true',
      'tags = ["one",',
      '  "two", # second',
      ']',
      '"odd key" = 1_000',
      'author.name = "Somebody"',
      '[params]',
      'city = "Baku"',
      '[[resources]]',
      'src = "a.pdf"',
      'title = "Fact sheet"',
      'nonsense',
      '+++',
      'Text',
    ].join('\n');
    const release = readPost(text, 'content/news/a/index.ru.md');
    expect(release.title?.value).toBe('A "quoted" title');
    expect(release.summary?.value).toBe('Two\nlines');
    expect([release.date?.value, valueOf(release, 'status'), release.lang?.value]).toEqual([
      '2019-02-01T10:00:00+02:00',
      'draft',
      'ru',
    ]);
    expect(release.labels.map(({ value }) => value)).toEqual(['one', 'two', 'Somebody']);
    expect(release.places.map(({ value }) => value)).toEqual(['Baku']);
    expect(valueOf(release, 'odd key')).toBe(1000);
    expect(valueOf(release, 'attachments')).toEqual([
      { href: 'a.pdf', title: 'Fact sheet', mediaType: 'application/pdf' },
    ]);
    expect(release.notCarried).toEqual(['line 17 of the front matter: «nonsense»']);
    expect([release.body, valueOf(release, 'slug')]).toEqual(['Text', 'a']);
  });

  it.each([
    '{\n"title": "T",\n"date": "2019-01-02"\n}\nText',
    ';;;\n"title": "T", "date": "2019-01-02"\n;;;\nText',
    '---json\n{"title": "T", "date": "2019-01-02"}\n---\nText',
  ])('is read as JSON: %j', (text) => {
    const { title, date, body } = readPost(text, 'content/a.md');
    expect([title?.value, date?.value, body]).toEqual(['T', '2019-01-02', 'Text']);
  });

  it('is never run', () => {
    const text = '---js\n{ title: process.exit(1) }\n---\nText';
    expect(() => readPost(text)).toThrow(PressError);
    expect(() => readPost(text)).toThrow(
      'The front matter of «_posts/2019-02-22-forum.md» is a program, and press runs none.',
    );
  });

  it('cannot reach the prototype of anything', () => {
    for (const lines of [
      '__proto__: x\ntitle: T: t',
      'constructor: y\nprototype: z\ntitle: T: t',
      'params:\n  __proto__: {a: 1}\ntitle: T: t',
    ])
      expect(post(lines).title?.value).toBe('T: t');
    expect(Object.hasOwn(Object.prototype, 'a')).toBe(false);
  });
});

describe('what is recognised', () => {
  it.each([
    ['---\ntitle: T\n---\n', 'a.txt', 0.95],
    ['+++\ntitle = "T"\n+++\n', 'a.md', 0.95],
    ['{\n"title": "T"\n}\n', 'content/a.md', 0.96],
    ['{\n"title": "T"\n}\n', 'a.json', 0],
    ['# Words', '2019-01-02-a.md', 0.7],
    ['Words', '_posts/2019-01-02-a', 0.75],
    ['# Words', 'README.md', 0.2],
    ['Words', 'a.txt', 0],
    ['---\n---\n', 'a.html', 0],
    ['<p>x</p>', 'a.html', 0],
  ])('%j in %s: %d', (text, name, sureness) => {
    expect(markdown.recognise(postSource(text, name))).toBe(sureness);
  });

  it('is not an empty file', () => {
    expect(() => markdown.read(postSource('\n', 'a.txt'))).toThrow('«a.txt» is empty.');
  });
});
