import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf, unmark } from './marked-text.ts';

const missing = (changes: Record<string, string | undefined>): string => sampleRelease(changes).replace('---', '⟦---⟧');
const body = (text: string): string => sampleRelease({}, text);
const correctedOn = (date: string, updated: string): string =>
  sampleRelease({ updated, corrections: `[{date: ${date}, kind: update, note: More.}]` });

/** Rule, what is special, text with the place marked, and what a fix puts there; null where it mends more than the place. */
const cases: readonly (readonly [rule: string, what: string, text: string, fix?: string | null])[] = [
  ['schema', 'a wrong value', sampleRelease({ status: '⟦publish⟧' }), 'published'],
  ['schema', 'a quoted value, with its quotes', sampleRelease({ status: '⟦"publish"⟧' }), 'published'],
  [
    'schema',
    'an empty value, at its key',
    sampleRelease().replace('title: Course for election observers opens in Baku', '⟦title⟧:'),
  ],
  ['schema', 'a language tag as other programs write it', sampleRelease({ lang: '⟦en_GB⟧' }), 'en-GB'],
  ['schema', 'a group where a list is wanted', sampleRelease({ contacts: '⟦{name: Desk}⟧' }), '[{name: Desk}]'],
  ['schema', 'a group of lines where a list is wanted', sampleRelease({ contacts: '\n  ⟦name: Desk⟧' }), null],
  ['schema', 'a group where texts are wanted', sampleRelease({ aliases: '⟦{old: /old/}⟧' })],
  ['schema', 'a text where a list is wanted', sampleRelease({ aliases: '⟦/old/⟧' }), '[/old/]'],
  ['schema', 'the second of two equal items', sampleRelease({ aliases: '[/old/, ⟦/old/⟧]' }), null],
  ['schema', 'a number in quotes', sampleRelease({ attachments: '[{href: /a.pdf, size: ⟦"12"⟧}]' }), '12'],
  ['schema', 'an item of a list', sampleRelease({ aliases: '[/old/, ⟦old⟧]' })],
  ['schema', 'a missing key, at the fence', missing({ id: undefined })],
  ['schema', 'a missing date', missing({ date: undefined })],
  [
    'schema',
    'a key missing from a mapping, at the mapping',
    sampleRelease({ corrections: '\n  - ⟦date: 2009-11-17\n    kind: update⟧' }),
  ],
  ['schema', 'a key missing from a mapping in one line', sampleRelease({ translationOf: '⟦{digest: "12345678"}⟧' })],
  [
    'schema',
    'a value in a mapping',
    sampleRelease({ corrections: '[{date: 2009-11-17, kind: ⟦fix⟧, note: Mended.}]' }),
  ],
  ['date-format', 'a day that does not exist', sampleRelease({ date: '⟦2009-02-30⟧', place: undefined })],
  [
    'date-format',
    'a time without a distance from UTC',
    sampleRelease({ updated: '⟦2009-11-17T09:30:00⟧' }),
    '"2009-11-17T09:30:00Z"',
  ],
  [
    'date-format',
    'the date of a correction',
    sampleRelease({ corrections: '[{date: ⟦17/11/2009⟧, kind: update, note: More.}]' }),
    '2009-11-17',
  ],
  ['embargo-format', 'a day alone', sampleRelease({ embargo: '⟦2009-11-16⟧' })],
  ['embargo-format', 'quoted words', sampleRelease({ embargo: "⟦'until Monday'⟧" })],
  ['embargo-format', 'a list', sampleRelease({ embargo: '⟦[2009-11-16T09:00:00Z]⟧' }), '2009-11-16T09:00:00Z'],
  ['embargo-format', 'a list of two', sampleRelease({ embargo: '⟦[2009-11-16T09:00:00Z, 2009-11-17T09:00:00Z]⟧' })],
  [
    'embargo-format',
    'a blank for the T',
    sampleRelease({ embargo: '⟦2009-11-16 09:00+01:00⟧' }),
    '"2009-11-16T09:00:00+01:00"',
  ],
  ['embargo-format', 'nothing, at the key', sampleRelease({ '⟦embargo⟧': '' })],
  ['unknown-type', 'an empty type', sampleRelease({ type: '⟦""⟧' })],
  ['unknown-type', 'a misspelled type', sampleRelease({ type: '⟦press-relase⟧' }), 'press-release'],
  ['unknown-key', 'a misspelled key', sampleRelease({ '⟦sumary⟧': 'A course.' }), 'summary'],
  ['unknown-key', 'a quoted key', sampleRelease({ '⟦"sumary"⟧': 'A course.' }), 'summary'],
  ['unknown-key', 'the name of a facet for its key', sampleRelease({ '⟦country⟧': '[azerbaijan]' }), 'countries'],
  [
    'unknown-key',
    'a key in a mapping',
    sampleRelease({ contacts: '[{name: Desk, ⟦e-mail⟧: desk@example.org}]' }),
    'email',
  ],
  [
    'unknown-key',
    'a key that is near',
    sampleRelease({ contacts: '[{name: Desk, ⟦mail⟧: desk@example.org}]' }),
    'email',
  ],
  ['unknown-key', 'a key of nobody in a mapping', sampleRelease({ contacts: '[{name: Desk, ⟦fax⟧: none}]' })],
  ['unknown-key', 'a key of nobody', sampleRelease({ '⟦weather⟧': 'fine' })],
  [
    'unknown-key',
    'a misspelled key beside the right one',
    sampleRelease({ summary: 'A course.', '⟦sumary⟧': 'A course.' }),
  ],
  ['suspect-key', 'the key of another site builder', sampleRelease({ '⟦draft⟧': 'true' })],
  ['suspect-key', 'an embargo by another name', sampleRelease({ '⟦Embargo⟧': '2009-11-16T09:00:00Z' }), 'embargo'],
  ['suspect-key', 'a status in capitals', sampleRelease({ '⟦STATUS⟧': 'draft' })],
  ['suspect-key', 'a look-alike', sampleRelease({ '⟦еmbargo⟧': '2009-11-16T09:00:00Z' }), 'embargo'],
  ['unknown-term', 'an item of a list', sampleRelease({ fields: '[education, ⟦electoins⟧]' }), 'elections'],
  [
    'unknown-term',
    'an item of a list of lines',
    sampleRelease({ fields: '\n  - education\n  - ⟦"electoins"⟧' }),
    'elections',
  ],
  ['unknown-term', 'a value that is no list', sampleRelease({ fields: '⟦electoins⟧' }), 'elections'],
  ['unknown-term', 'a word that is near nothing', sampleRelease({ fields: '[⟦submarines⟧]' })],
  ['unknown-term', 'a number', sampleRelease({ fields: '[elections, ⟦1_000⟧]' })],
  ['unknown-term', 'a name on Object.prototype', sampleRelease({ fields: '[elections, ⟦hasOwnProperty⟧]' })],
  [
    'unknown-term',
    'several on lines',
    sampleRelease({ fields: '\n  ⟦elections\n  education⟧' }),
    '[elections, education]',
  ],
  ['label-for-id', 'a label', sampleRelease({ fields: '[education, ⟦Elections⟧]' }), 'elections'],
  ['label-for-id', 'a label in another language', sampleRelease({ fields: '[⟦выборы⟧]' }), 'elections'],
  ['label-for-id', 'an alias', sampleRelease({ fields: '[⟦electoral process⟧]' }), 'elections'],
  ['label-for-id', 'a former name', sampleRelease({ source: '⟦OSCE Office in Baku⟧' }), 'baku'],
  ['label-for-id', 'facet and id', sampleRelease({ fields: '[⟦field/elections⟧]' }), 'elections'],
  ['label-for-id', 'an id with blanks around it', sampleRelease({ fields: '[⟦" elections "⟧]' }), 'elections'],
  ['unassignable-term', 'a heading', sampleRelease({ source: '⟦institutions⟧' }), 'odihr'],
  ['unassignable-term', 'the label of a heading', sampleRelease({ source: '⟦Field operations⟧' })],
  ['unassignable-term', 'a heading whose members are computed', sampleRelease({ source: '⟦closed-field-activities⟧' })],
  ['duplicate-term', 'a list of lines', sampleRelease({ fields: '\n  - elections\n  - ⟦elections⟧ # again' }), null],
  ['duplicate-term', 'the second of two', sampleRelease({ fields: '[elections, education, ⟦elections⟧]' }), null],
  ['missing-facet', 'a missing key, at the fence', missing({ fields: undefined })],
  ['missing-facet', 'an empty list', sampleRelease({ fields: '⟦[]⟧' })],
  ['missing-facet', 'an empty key', sampleRelease({ fields: undefined, '⟦fields⟧': '' })],
  ['facet-value', 'an empty place in a list', sampleRelease({ fields: '[⟦""⟧, elections]' }), null],
  ['facet-value', 'the only place of a list', sampleRelease({ fields: '[⟦""⟧]' })],
  ['facet-value', 'blanks in quotes', sampleRelease({ countries: '⟦"  "⟧' }), null],
  ['facet-value', 'a group of lines', sampleRelease({ countries: '\n  ⟦azerbaijan: yes⟧' })],
  ['retired-term', 'an office that had closed', sampleRelease({ source: '⟦chechnya⟧' })],
  ['retired-term', 'one of two', sampleRelease({ source: '[baku, ⟦ukraine-monitoring⟧]' })],
  ['file-name-date', 'at the date', sampleRelease({ date: '⟦2009-11-18⟧', place: undefined }, 'No dateline here.\n')],
  ['dateline-date', 'the day', body('BAKU, ⟦18 November 2009⟧ - A course opened.\n'), '16 November 2009'],
  ['dateline-date', 'the year', body('BAKU, ⟦16 November 2010⟧ - A course opened.\n'), '16 November 2009'],
  ['dateline-date', 'the month, without a year', body('BAKU, ⟦16 October⟧ – A course opened.\n'), '16 November'],
  ['dateline-date', 'an American date', body('BAKU, ⟦Nov. 17, 2009⟧ -- A course opened.\n'), 'Nov. 16, 2009'],
  [
    'dateline-date',
    'behind a note to the house',
    body('<!-- for the desk -->\n\nBAKU, ⟦17 November⟧ – A course opened.\n'),
    '16 November',
  ],
  ['weekday-date', 'in the dateline', body('BAKU, ⟦Tuesday⟧, 16 November 2009 – A course opened.\n'), 'Monday'],
  ['weekday-date', 'in the text', body('BAKU, 16 November 2009 - A course opens on ⟦Tue⟧ 19 Nov.\n'), 'Thu'],
  [
    'weekday-date',
    'behind the date',
    body('BAKU, 16 November 2009 - A course opens on 19 November (⟦FRIDAY⟧).\n'),
    'THURSDAY',
  ],
  ['embargo-before-date', 'at the embargo', sampleRelease({ embargo: '⟦"2009-11-15T09:00:00Z"⟧' })],
  [
    'embargo-in-body',
    'a line of its own',
    sampleRelease({ place: undefined }, '**⟦EMBARGOED UNTIL 9:00 on Monday⟧**\n\nA course opened.\n'),
  ],
  [
    'embargo-in-body',
    'a sentence',
    body('BAKU, 16 November 2009 - A course opened. ⟦This press release is under embargo until noon⟧.\n'),
  ],
  ['correction-without-update', 'an update that is too old', correctedOn('2009-11-18', '⟦2009-11-17⟧'), '2009-11-18'],
  ['correction-without-update', 'an update before the release', correctedOn('2009-11-18', '⟦2009-11-15⟧')],
  ['correction-without-update', 'a correction that moves nothing', correctedOn('⟦2009-11-16⟧', '2009-11-16')],
  ['dateline-place', 'the city', body('⟦GANJA⟧, 16 November 2009 - A course opened.\n'), 'BAKU'],
  ['dateline-place', 'the second city', body('BAKU/⟦GANJA⟧, 16 November 2009 - A course opened.\n')],
  ['dateline-place', 'a city that the dateline leaves out', sampleRelease({ place: '[Baku, ⟦Ganja⟧]' })],
  [
    'dateline-place',
    'two places in one text',
    sampleRelease({ place: '⟦Baku, Ganja⟧' }, 'BAKU/GANJA, 16 November 2009 - A course opened.\n'),
    '[Baku, Ganja]',
  ],
  ['dateline-missing', 'at the fence', body('## A course opened.\n').replace('---', '⟦---⟧')],
  ['bidi-control', 'in a value', sampleRelease({ title: 'Course ⟦\u202D⟧opens' }), ''],
  ['bidi-control', 'as an escape, at the value', sampleRelease({ title: '⟦"Course \\u2067 opens"⟧' })],
  ['bidi-control', 'in a comment', sampleRelease({ lang: 'en # a⟦\u2066⟧b' }), ''],
  ['bidi-control', 'in the body', body('BAKU, 16 November 2009 - A ⟦\u202B⟧course opened.\n'), ''],
  ['reserved-name', 'an id', sampleRelease({ id: '⟦con⟧' })],
  ['reserved-name', 'a slug', sampleRelease({ slug: '⟦index⟧' })],
  ['control-character', 'in the body', body('BAKU, 16 November 2009 - A ⟦\u0007⟧course opened.\n'), ''],
  ['unicode-form', 'a letter and its accent', sampleRelease({ title: 'Caf⟦e\u0301⟧ talk in Baku' }), 'é'],
  ['unicode-form', 'a ligature', sampleRelease({ title: '"O⟦\uFB03⟧cers meet in Baku"' }), 'ffi'],
  ['unicode-form', 'an invisible blank', sampleRelease({ title: 'Course⟦\u200B⟧ opens in Baku' }), ''],
  ['unicode-form', 'an escape, at the value', sampleRelease({ title: '⟦"Course\\u200B opens in Baku"⟧' })],
  ['unicode-form', 'in the body', body('BAKU, 16 November 2009 - A caf⟦e\u0301⟧ opened.\n'), 'é'],
  ['mixed-script-slug', 'a word', sampleRelease({ title: 'Course opens in ⟦\u0412aku⟧ today' }), 'Baku'],
  ['mixed-script-slug', 'in an old address', sampleRelease({ aliases: '[/2009/⟦c\u043Eurse⟧/]' }), 'course'],
  ['mixed-script-slug', 'in the body', body('BAKU, 16 November 2009 - A ⟦c\u043Eurse⟧ opened.\n'), 'course'],
  ['unquoted-yaml-1.1', 'a country that is false', sampleRelease({ lang: '⟦no⟧' }), '"no"'],
  ['unquoted-yaml-1.1', 'in a group', sampleRelease({ contacts: '[{name: ⟦Yes⟧, email: desk@example.org}]' }), '"Yes"'],
  ['unquoted-yaml-1.1', 'leading zeros', sampleRelease({ related: '[]', slug: '⟦0042⟧' }), '"0042"'],
  ['duplicate-key', 'the second key', sampleRelease({ lang: 'en\n⟦lang⟧: ru' })],
  ['front-matter', 'a block that is never closed', '⟦---⟧\nid: x\n', null],
  ['front-matter', 'no block at all', '⟦A course opened.⟧\n'],
];

/** The same text as other editors and other people save it. */
const ways: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CR LF', (text) => text.replaceAll('\n', '\r\n')],
  ['with a byte-order mark', (text) => `\uFEFF${text}`],
  ['with emoji before it', (text) => text.replace(/^(⟦?---⟧?\n)(?=id)/, '$1# 🎈👩‍👩‍👧 a note\n')],
];

describe.each(ways)('a finding is at its place %s', (_, save) => {
  it.each(cases.map(([rule, what, marked, fix]) => ({ rule, what, marked, fix })))(
    '$rule: $what',
    async ({ rule, what, marked, fix }) => {
      const { text, range } = unmark(save(marked));
      const found = await findingsOf(text);
      expect(found.map((each) => [each.rule, each.range])).toEqual([[rule, range]]);
      expect(found[0]?.fix?.edits.map((edit) => [edit.range, edit.text])).toEqual(
        fix === null ? expect.anything() : fix === undefined ? undefined : [[range, fix]],
      );
      expect(found[0]?.message, what).toMatch(/^[A-Z«\d].*\.$/s);
    },
  );
});
