/**
 * Slips in front matter one by one: the exact place, the sentence, and the whole text after the fix. The words were read by a
 * person, who asked of each: is it true, and would a press officer know what to do?
 */
import { describe, expect, it } from 'vitest';
import { marked, mended, read, unmarked } from './marked-faults.ts';

const framed = (block: string): string => `---\n${block}\n---\nText.\n`;

/** The lines of front matter with the place marked, what is said, and the lines after the fix; none where no fix is offered. */
const slips: readonly (readonly [block: string, sentence: string, mended?: string])[] = [
  [
    'title: ⟦Baku:⟧ a course opens',
    'The value of «title» has a colon in it, which YAML takes for another key.',
    'title: "Baku: a course opens"',
  ],
  [
    'title: ⟦A course\n  for all:⟧ it opens\nlang: en',
    'The value of «title» has a colon in it, which YAML takes for another key.',
    'title: "A course\n  for all: it opens"\nlang: en',
  ],
  [
    'title: ⟦A course:⟧\nlang: en',
    'The value of «title» has a colon in it, which YAML takes for another key.',
    'title: "A course:"\nlang: en',
  ],
  ['title: ⟦Opens:⟧', 'The value of «title» has a colon in it, which YAML takes for another key.', 'title: "Opens:"'],
  [
    'summary: ⟦Baku:⟧ "new" course',
    'The value of «summary» has a colon in it, which YAML takes for another key.',
    'summary: \'Baku: "new" course\'',
  ],
  [
    'summary: ⟦Baku:⟧ it\'s "new"',
    'The value of «summary» has a colon in it, which YAML takes for another key.',
    "summary: 'Baku: it''s \"new\"'",
  ],
  [
    'fields: [⟦a: b:⟧ c, d]',
    'The item «a: b: c» has a colon in it, which YAML takes for another key.',
    'fields: ["a: b: c", d]',
  ],
  [
    'contacts: [{name: ⟦Desk:⟧ press}]',
    'The item «Desk: press» has a colon in it, which YAML takes for another key.',
    'contacts: [{name: "Desk: press"}]',
  ],
  [
    'summary: ⟦See:⟧ C:\\dir',
    'The value of «summary» has a colon in it, which YAML takes for another key.',
    "summary: 'See: C:\\dir'",
  ],
  [
    "title: ⟦'Baku'⟧s course'",
    'The value of «title» stands in single quotes, and the apostrophe behind «Baku» ends it too early.',
    'title: "Baku\'s course"',
  ],
  [
    "title: ⟦'Baku'⟧s course",
    'The value of «title» stands in single quotes, and the apostrophe behind «Baku» ends it too early.',
    'title: "Baku\'s course"',
  ],
  [
    "title: ⟦'The \"new\" Baku'⟧s course'",
    'The value of «title» stands in single quotes, and the apostrophe behind «Baku» ends it too early.',
    "title: 'The \"new\" Baku''s course'",
  ],
  [
    'title: ⟦"The "⟧new" course"',
    'The value of «title» stands in double quotes, and the double quote behind «The» ends it too early.',
    'title: \'The "new" course\'',
  ],
  [
    'title: ⟦"The "⟧new" Baku\'s course"',
    'The value of «title» stands in double quotes, and the double quote behind «The» ends it too early.',
    'title: "The \\"new\\" Baku\'s course"',
  ],
  [
    'title: ⟦"New"⟧ course opens',
    'The value of «title» ends with its closing quote, and «course opens» stands behind it.',
    'title: \'"New" course opens\'',
  ],
  [
    "title: ⟦'New'⟧ course",
    'The value of «title» ends with its closing quote, and «course» stands behind it.',
    'title: "\'New\' course"',
  ],
  [
    'title: ⟦"New"⟧ and "old"',
    'The value of «title» ends with its closing quote, and «and "old"» stands behind it.',
    'title: \'"New" and "old"\'',
  ],
  ['title: ⟦"C:\\d⟧ir"', 'A backslash in double quotes begins an escape, and YAML knows no «\\d».', "title: 'C:\\dir'"],
  [
    'summary: ⟦"One\n  two"⟧ three',
    'The value of «summary» ends with its closing quote, and «three» stands behind it.',
  ],
  [
    'summary: ⟦"One "⟧two"\n  three"',
    'The value of «summary» stands in double quotes, and the double quote behind «One» ends it too early.',
    'summary: \'One "two"\n  three\'',
  ],
  ['title: "New"⟦#1⟧', 'A «#» follows a value without a blank between.', 'title: "New" #1'],
  ['title: "New"⟦,⟧', 'The line ends in «,», which YAML does not want between lines.', 'title: "New"'],
  ['title: "New"⟦;⟧', 'The line ends in «;», which YAML does not want between lines.', 'title: "New"'],
  ["fields: [⟦'Baku'⟧s', b]", "The second quote ends the item «'Baku's'» too early.", 'fields: ["Baku\'s", b]'],
  ['fields: [⟦"a⟧, b]', 'The item «"a» opens with a quote that is not closed.', 'fields: ["a", b]'],
  ['fields: [⟦"a"⟧ b, c]', 'The second quote ends the item «"a" b» too early.', 'fields: [\'"a" b\', c]'],
  ['⟦\t⟧title: x', 'The line is indented with a tab.', '  title: x'],
  ['fields:\n⟦\t⟧- elections\nlang: en', 'The line is indented with a tab.', 'fields:\n  - elections\nlang: en'],
  ['contacts:\n  - name: x\n⟦\t⟧email: y', 'The line is indented with a tab.'],
  ['title: ⟦@⟧OSCE opens', 'A value cannot begin with «@».', 'title: "@OSCE opens"'],
  ['title: ⟦%⟧ of women', 'A value cannot begin with «%».', 'title: "% of women"'],
  [
    'title: ⟦&⟧Co opens',
    'A value that begins with «&» is read as a YAML anchor, which press does not use.',
    'title: "&Co opens"',
  ],
  [
    'title: ⟦*⟧New* course',
    'A value that begins with «*» is read as a reference to another value.',
    'title: "*New* course"',
  ],
  ['title: ⟦*⟧New', 'A value that begins with «*» is read as a reference to another value.', 'title: "*New"'],
  [
    'title: ⟦!⟧New course',
    'A value that begins with «!» is read as a YAML tag, which press does not use.',
    'title: "!New course"',
  ],
  ['title: ⟦?⟧ What', 'A value cannot begin with «?» and a blank.', 'title: "? What"'],
  ['title: ⟦|⟧ Course', 'A value that begins with «|» announces a text on the lines below.', 'title: "| Course"'],
  ['title: ⟦>⟧ Course', 'A value that begins with «>» announces a text on the lines below.', 'title: "> Course"'],
  ['title: ⟦|⟧- Course', 'A value that begins with «|» announces a text on the lines below.', 'title: |-\n  Course'],
  ['title: ⟦,⟧ Course', 'A value cannot begin with «,».', 'title: ", Course"'],
  [
    'title: ⟦]⟧ Course',
    'A «]» begins the value here, and nothing was opened that it could close.',
    'title: "] Course"',
  ],
  [
    'title: ⟦}⟧ Course',
    'A «}» begins the value here, and nothing was opened that it could close.',
    'title: "} Course"',
  ],
  ['title: ⟦`⟧New` course', 'A value cannot begin with «`».', 'title: "`New` course"'],
  [
    'title: ⟦-⟧ Course',
    'A value cannot begin with a dash and a blank: a list begins on the line below its key.',
    'title: "- Course"',
  ],
  [
    'fields: ⟦-⟧ elections',
    'A value cannot begin with a dash and a blank: a list begins on the line below its key.',
    'fields:\n  - elections',
  ],
  [
    'title: ⟦[Draft]⟧ Course',
    'The value of «title» begins with «[», which makes it a list, but «Course» stands behind it.',
    'title: "[Draft] Course"',
  ],
  [
    'title: ⟦{Draft}⟧ Course',
    'The value of «title» begins with «{», which makes it a map, but «Course» stands behind it.',
    'title: "{Draft} Course"',
  ],
  ['title: ⟦:⟧ Course', 'A value cannot begin with a colon and a blank.', 'title: ": Course"'],
  ['title: ⟦%⟧ of "women"', 'A value cannot begin with «%».', 'title: \'% of "women"\''],
  ['summary: ⟦@⟧a\n  b', 'A value cannot begin with «@».', 'summary: "@a\n  b"'],
  [
    'title: ⟦"Course opens⟧\nlang: en',
    'The value of «title» opens with a double quote that is not closed.',
    'title: "Course opens"\nlang: en',
  ],
  [
    "title: ⟦'Course opens⟧\nlang: en",
    'The value of «title» opens with a single quote that is not closed.',
    "title: 'Course opens'\nlang: en",
  ],
  [
    'title: ⟦"Course opens”⟧\nlang: en',
    'The value of «title» opens with a straight quote and ends with «”», which does not close it.',
    'title: "Course opens"\nlang: en',
  ],
  [
    'title: Course\n⟦opens in Baku⟧\nlang: en',
    'The value of «title» goes on in a line that is not indented.',
    'title: Course\n  opens in Baku\nlang: en',
  ],
  [
    'title: "Course\n⟦opens in Baku"⟧\nlang: en',
    'The value of «title» goes on in a line that is not indented.',
    'title: "Course\n  opens in Baku"\nlang: en',
  ],
  ['date: 2009-11-16\n⟦opens⟧\nlang: en', '«opens» stands where a «key: value» is wanted.'],
  ['source⟦:⟧baku', 'A blank is missing behind «source:».', 'source: baku'],
  [
    'source:⟦\u00A0⟧baku',
    'A no-break space (U+00A0) stands behind «source:», where a plain blank is wanted.',
    'source: baku',
  ],
  ['⟦source⟧ baku', 'A colon is missing behind «source».', 'source: baku'],
  ['⟦source⟧', 'A colon is missing behind «source».', 'source:'],
  ['source ⟦=⟧ baku', 'An equals sign stands behind «source», where a colon is wanted.', 'source: baku'],
  ['source⟦=⟧baku', 'An equals sign stands behind «source», where a colon is wanted.', 'source: baku'],
  ['source⟦：⟧baku', 'A full-width colon (U+FF1A) stands behind «source».', 'source: baku'],
  ['title ⟦：⟧ Kurs', 'A full-width colon (U+FF1A) stands behind «title».', 'title: Kurs'],
  [
    'fields:\n⟦\u00A0 ⟧- a',
    'The line is indented with a no-break space (U+00A0), which YAML takes for a letter.',
    'fields:\n  - a',
  ],
  [
    'fields:\n  - a\n  ⟦b⟧\n  - c',
    '«b» stands among the items of a list without a dash.',
    'fields:\n  - a\n  - b\n  - c',
  ],
  [' ⟦title⟧: x\nlang: en', 'The key «title» is indented more than the keys below it.', 'title: x\nlang: en'],
  ['title: x\n ⟦lang⟧: en', 'The key «lang» is indented as if it belonged to the value above.', 'title: x\nlang: en'],
  [
    'title: x\n  ⟦lang⟧: en\nid: y',
    'The key «lang» is indented as if it belonged to the value above.',
    'title: x\nlang: en\nid: y',
  ],
  [
    'contacts:\n  - name: x\n   ⟦email⟧: y',
    'The key «email» is indented less than the keys beside it.',
    'contacts:\n  - name: x\n    email: y',
  ],
  [
    'contacts:\n  - name: x\n     ⟦email⟧: y',
    'The key «email» is indented as if it belonged to the value above.',
    'contacts:\n  - name: x\n    email: y',
  ],
  [
    'contacts:\n    - name: x\n  ⟦-⟧ name: y',
    'The dash is indented less than those of the items above.',
    'contacts:\n    - name: x\n    - name: y',
  ],
  ['title: "x"⟦,⟧\nlang: en', 'The line ends in «,», which YAML does not want between lines.', 'title: "x"\nlang: en'],
  ['fields: ⟦[a, b⟧\nlang: en', 'The list that opens with «[» here is not closed.', 'fields: [a, b]\nlang: en'],
  [
    'contacts: ⟦{name: x, email: y⟧\nlang: en',
    'The map that opens with «{» here is not closed.',
    'contacts: {name: x, email: y}\nlang: en',
  ],
  ['fields: [a, b]⟦]⟧', 'There is one «]» too many.', 'fields: [a, b]'],
  ['fields: [a, b⟦}⟧', '«]» is wanted here, not «}»: a list is closed by «]», a map by «}».', 'fields: [a, b]'],
  ['fields: ⟦[[a, b]⟧\nlang: en', 'The list that opens with «[» here is not closed.', 'fields: [[a, b]]\nlang: en'],
  ['fields: [a,⟦,⟧ b]', 'A comma stands here without an item before it.', 'fields: [a, b]'],
  [
    'fields: ⟦[⟧\n  a,\n  b\nlang: en',
    'The list that opens with «[» here is not closed.',
    'fields: [\n  a,\n  b]\nlang: en',
  ],
  ['fields: [a, ⟦@⟧b]', 'A value cannot begin with «@».', 'fields: [a, "@b"]'],
  ['fields: [a, b] # ok\n⟦lang⟧ en', 'A colon is missing behind «lang».', 'fields: [a, b] # ok\nlang: en'],
  ['⟦<<⟧: {a: b}', '«<<» is a merge key, which press does not read.'],
  ['a: ⟦!⟧!str b', 'A value that begins with «!» is read as a YAML tag, which press does not use.', 'a: "!!str b"'],
  ['⟦- title: x⟧', 'The text here is no list of «key: value» lines.'],
  ['? ⟦a⟧\n: b', 'A line beginning with «? » makes a complex key, which press does not read.'],
  ['lang⟦∶⟧ en', 'A look-alike colon (U+2236) stands behind «lang».', 'lang: en'],
  ['⟦%YAML 1.2⟧', 'A line beginning with «%» is a YAML directive, which press does not read.'],
  ['title: x\n⟦...⟧\nlang: en', 'A second YAML document begins here.'],
  ['related:\n  - a\n⟦-⟧ b', 'The dash is indented less than those of the items above.', 'related:\n  - a\n  - b'],
  [
    'title: x\nsummary: y\n    ⟦lang⟧: en',
    'The key «lang» is indented as if it belonged to the value above.',
    'title: x\nsummary: y\nlang: en',
  ],
  [
    "title: ⟦it's 'new':⟧ yes",
    'The value of «title» has a colon in it, which YAML takes for another key.',
    "title: \"it's 'new': yes\"",
  ],
  ['⟦"title: x⟧', 'A text in quotes is not closed on its line, or goes on in a line that is not indented.'],
  ['title: x\n# a remark: y\n⟦@⟧lang: z', 'No key and no value can begin with this sign.'],
  ['⟦Ünïcode:x⟧', '«Ünïcode:x» stands where a «key: value» is wanted.'],
  [
    'the title: ⟦x:⟧ y',
    'The value of «the title» has a colon in it, which YAML takes for another key.',
    'the title: "x: y"',
  ],
  ['⟦http://example.org⟧', '«http://example.org» stands where a «key: value» is wanted.'],
  ['summary: >-\n⟦text at edge⟧\nlang: en', '«text at edge» stands where a «key: value» is wanted.'],
  ['summary: >-\n  text: a\n⟦ ⟧text: b\nlang: en', 'The line is indented differently from the ones around it.'],
  ['summary: |\n⟦\t⟧text', 'The line is indented with a tab.', 'summary: |\n  text'],
  ['contacts:\n  name: x\n⟦ ⟧ - email: y', 'The next line is indented as if it belonged to the value here.'],
  [
    'title: ⟦"Course⟧\n  opens\nlang: en',
    'The value of «title» opens with a double quote that is not closed.',
    'title: "Course\n  opens"\nlang: en',
  ],
  [
    'fields:\n  - a: ⟦b:⟧ c',
    'The value of «a» has a colon in it, which YAML takes for another key.',
    'fields:\n  - a: "b: c"',
  ],
  [
    "fields:\n  - ⟦'Baku'⟧s'",
    'The item stands in single quotes, and the apostrophe behind «Baku» ends it too early.',
    'fields:\n  - "Baku\'s"',
  ],
  ['fields:\n  - ⟦"a"⟧ b', 'The item ends with its closing quote, and «b» stands behind it.', 'fields:\n  - \'"a" b\''],
  ['fields:\n  - ⟦@⟧a', 'A value cannot begin with «@».', 'fields:\n  - "@a"'],
  [
    'fields: [a, ⟦*⟧b, c]',
    'A value that begins with «*» is read as a reference to another value.',
    'fields: [a, "*b", c]',
  ],
  [
    'contacts: {name: x, email: y⟦]⟧',
    '«}» is wanted here, not «]»: a list is closed by «]», a map by «}».',
    'contacts: {name: x, email: y}',
  ],
  [
    'title: ⟦{a: b}⟧ c',
    'The value of «title» begins with «{», which makes it a map, but «c» stands behind it.',
    'title: "{a: b} c"',
  ],
  [
    'title: ⟦[a]⟧ b, c [d]',
    'The value of «title» begins with «[», which makes it a list, but «b, c [d]» stands behind it.',
    'title: "[a] b, c [d]"',
  ],
  [
    "title: ⟦'It''s Baku'⟧s'",
    'The value of «title» stands in single quotes, and the apostrophe behind «Baku» ends it too early.',
    "title: 'It''s Baku''s'",
  ],
  [
    'title: ⟦"C:\\d⟧ir \'x\'"',
    'A backslash in double quotes begins an escape, and YAML knows no «\\d».',
    'title: "C:\\\\dir \'x\'"',
  ],
  [
    'title: ⟦"a\\tb\\c⟧"',
    'A backslash in double quotes begins an escape, and YAML knows no «\\c».',
    'title: "a\\tb\\\\c"',
  ],
  ['place ⟦=⟧ Baku', 'An equals sign stands behind «place», where a colon is wanted.', 'place: Baku'],
  ['related:\n  - a\n ⟦-⟧ b', 'The dash is indented less than those of the items above.', 'related:\n  - a\n  - b'],
  [
    'corrections:\n  - date: 2009-11-17\n    note: ⟦Two:⟧ three\n    kind: update',
    'The value of «note» has a colon in it, which YAML takes for another key.',
    'corrections:\n  - date: 2009-11-17\n    note: "Two: three"\n    kind: update',
  ],
  [
    'contacts:\n  - name: Desk\n    ⟦email⟧ desk@example.org',
    'A colon is missing behind «email».',
    'contacts:\n  - name: Desk\n    email: desk@example.org',
  ],
  [
    'contacts:\n  - name: Desk\n⟦\t  ⟧email: x',
    'The line is indented with a tab.',
    'contacts:\n  - name: Desk\n    email: x',
  ],
  [
    'title: Course\n  ⟦opens⟧:\n  now',
    'The key «opens» is indented as if it belonged to the value above.',
    'title: Course\nopens:\n  now',
  ],
  [
    'summary: One\n⟦two⟧\nthree\nlang: en',
    'The value of «summary» goes on in a line that is not indented.',
    'summary: One\n  two\n  three\nlang: en',
  ],
  ['fields: ⟦{a, b⟧\nlang: en', 'The map that opens with «{» here is not closed.', 'fields: {a, b}\nlang: en'],
  [
    'title: ⟦“Course:⟧ new”',
    'The value of «title» has a colon in it, which YAML takes for another key.',
    'title: "“Course: new”"',
  ],
  [
    'title: ⟦"Course “new”⟧',
    'The value of «title» opens with a straight quote and ends with «”», which does not close it.',
    'title: "Course “new"',
  ],
  ['title: ⟦`⟧ x', 'A value cannot begin with «`».', 'title: "` x"'],
  [
    'summary: ⟦>⟧- One\n  two',
    'A value that begins with «>» announces a text on the lines below.',
    'summary: >-\n  One\n  two',
  ],
  [
    'contacts:\n - name: a\n  ⟦email⟧: b',
    'The key «email» is indented less than the keys beside it.',
    'contacts:\n - name: a\n   email: b',
  ],
  ['title: ⟦%⟧', 'A value cannot begin with «%».', 'title: "%"'],
  [
    "fields: [\"a\",\n  ⟦'it'⟧s']\nlang: en",
    "The second quote ends the item «'it's'» too early.",
    'fields: ["a",\n  "it\'s"]\nlang: en',
  ],
  ['title: ⟦‘x’:⟧ y', 'The value of «title» has a colon in it, which YAML takes for another key.', 'title: "‘x’: y"'],
  [
    "title: ⟦'x'⟧: 'y'",
    "The value of «title» ends with its closing quote, and «: 'y'» stands behind it.",
    "title: \"'x': 'y'\"",
  ],
];

/** The same text as other editors and other people save it. */
const forms: readonly (readonly [form: string, change: (text: string) => string])[] = [
  ['as it is', framed],
  ['with CR LF', (block) => framed(block).replaceAll('\n', '\r\n')],
  ['with a byte-order mark', (block) => `\uFEFF${framed(block)}`],
  ['with emoji and Cyrillic before it', (block) => framed(`# 🎈👩‍👩‍👧 Баку 漢字\n${block}`)],
  ['below other keys', (block) => framed(`# the desk\nплощадь: "🎈 Баку: 𝔹"\n${block}`)],
];

describe.each(forms)('a slip %s', (form, change) => {
  it('is one of at least sixty', () => {
    expect(new Set(slips.map(([block]) => block)).size).toBeGreaterThanOrEqual(60);
  });

  // A first key that is further in is a slip of another kind below other keys.
  const possible = slips.filter(([block]) => form !== 'below other keys' || !/^[⟦ ]*[\t "-]/.test(block));

  it.each(possible.map((slip) => [slip[0], slip] as const))('%j', (_, [block, sentence, after]) => {
    const text = unmarked(change(block));
    const { faults, data } = read(text);
    expect(data).toBeUndefined();
    expect(faults.map(({ message, rule }) => [rule, message])).toEqual([['front-matter', sentence]]);
    expect(marked(text, faults)).toBe(change(block));
    expect(mended(text, faults[0])).toBe(after === undefined ? undefined : change(after));
  });

  it.each(possible.filter(([, , after]) => after !== undefined))(
    '%j is read once it is mended',
    (_, __, after = '') => {
      const { faults, data } = read(change(after));
      expect(faults).toEqual([]);
      expect(data).toBeDefined();
    },
  );
});

describe('several slips', () => {
  const many: readonly (readonly [block: string, mended: string])[] = [
    [
      'title: ⟦Baku:⟧ x\nsource⟦:⟧baku\nfields: ⟦[a⟧\nlang: ⟦@⟧y',
      'title: "Baku: x"\nsource: baku\nfields: [a]\nlang: "@y"',
    ],
    ['contacts:\n  - name: ⟦Desk:⟧ x\n    email⟦:⟧y', 'contacts:\n  - name: "Desk: x"\n    email: y'],
    ['title⟦:⟧x\nsummary⟦:⟧y', 'title: x\nsummary: y'],
    ['contacts:\n  -⟦\t⟧name: Desk\n  ⟦\t⟧email: x', 'contacts:\n  - name: Desk\n    email: x'],
    ['fields: [a, b⟦}⟧⟦]⟧\nlang: en', 'fields: [a, b]\nlang: en'],
    ['a: ⟦&⟧x b\nc: ⟦*⟧x', 'a: "&x b"\nc: "*x"'],
    [
      'title: ⟦\'It\'⟧s\nsummary: ⟦"The "⟧new" one"\nplace: ⟦%⟧',
      'title: "It\'s"\nsummary: \'The "new" one\'\nplace: "%"',
    ],
    ['source ⟦=⟧ baku\n ⟦title⟧: x\nlang⟦：⟧en', 'source: baku\ntitle: x\nlang: en'],
  ];

  it.each(many)('%j are all told, and can be mended one after the other', (block, after) => {
    let text: string = unmarked(framed(block));
    const { faults } = read(text);
    expect(marked(text, faults)).toBe(framed(block));
    for (let left = faults; left.length > 0; left = read(text).faults) {
      const next = mended(text, left[0]);
      expect(next).toBeDefined();
      text = next ?? '';
      expect(read(text).faults.length).toBeLessThan(left.length);
    }
    expect(text).toBe(framed(after));
  });

  it('of another kind beside a key that stands twice', () => {
    const block = 'title: ⟦Baku:⟧ x\nlang: en\n⟦lang⟧: ru\ncontacts:\n  - name: a\n    ⟦name⟧: b';
    const text = unmarked(framed(block));
    const { faults } = read(text);
    expect(marked(text, faults)).toBe(framed(block));
    expect(
      faults.map(({ rule, related = [] }) => [rule, ...related.map(({ start }) => text.slice(start, start + 6))]),
    ).toEqual([['front-matter'], ['duplicate-key', 'lang: '], ['duplicate-key', 'name: ']]);
  });

  it('that only somebody who knows YAML makes are told in its words', () => {
    const text = framed('a: &x {b: c}\nd:\n  <<: *x\ne: !!map {}');
    expect(read(text).faults.map(({ message }) => message)).toEqual([
      '«&x» is read as a YAML anchor, which press does not use.',
      '«<<» is a merge key, which press does not read.',
      '«!!map» is read as a YAML tag, which press does not use.',
    ]);
  });
});

describe('what is like a slip and none', () => {
  it.each([
    'title:\tCourse',
    'fields:\n  -\ta\n  -\tb',
    'title: x\n\t\nlang: en',
    'title: “Course” opens',
    'title: a:b c - d',
    "title: it's 5 % & more! [sic]",
    'title: Course\n  opens in Baku',
    "title: 'It''s'",
    'title: "C:\\\\dir \\"new\\""',
    'summary: >-\n  Baku: it opens\n  "now" [and',
    'fields: [a, b,]',
    'fields:\n- a\n- b',
    'contacts:\n- name: a\n  email: b\n- name: c',
    'a:\n  - b:\n      - c\n  - d',
    "description: 'a' # \"b",
    '{title: x}',
  ])('%j', (block) => {
    expect(read(framed(block)).faults).toEqual([]);
  });
});
