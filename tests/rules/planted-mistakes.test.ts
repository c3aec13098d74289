/**
 * Mistakes planted one by one into a sound release: the only finding is the one for that mistake, at its exact place, with its
 * suggestion. What is expected was written down from what a person would say, not from what the program said.
 */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { validate } from '../../src/operations/validate.ts';
import { levelsOf } from '../../src/operations/validate-levels.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { unmark } from './marked-text.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';

/** 2009-11-20T12:00:00Z, when the release is new. */
const now = 1_258_718_400_000;

const path = 'releases/2009/2009-11-16-observer-course.md';

const sound = `---
id: 2009-11-16-observer-course
title: Course for election observers opens in Baku
date: 2009-11-16
place: Baku
source: baku
fields:
  - elections
  - education # as agreed
countries: [azerbaijan]
lang: en
summary: >-
  Forty observers from six countries learn
  to follow an election day.
contacts:
  - name: Press desk
    email: press@example.org
related: [2009-11-17-second-day]
attachments:
  - href: programme.pdf
    title: Programme
boilerplate: about
status: published
---
BAKU, 16 November 2009 - A course for election observers opened in Baku today.

## What the course is about

See [the programme](programme.pdf), or what came of [the second day](2009-11-17-second-day.md).

“We are learning from each other,” said one of the observers on Monday, 16 November.

About us: The Example Office helps people in towns and villages.
`;

const others = {
  'taxonomy.yaml': shippedTaxonomy,
  'press.yaml':
    'boilerplates: {about: {en: "About us: The Example Office helps people in towns and villages."}}\nlanguage: en\n',
  'releases/2009/programme.pdf': '%PDF-1.4',
  'releases/2009/2009-11-17-second-day.md': `---
id: 2009-11-17-second-day
title: Course for election observers goes on
date: 2009-11-17
source: baku
fields: [elections]
status: published
---
The course for election observers went on today.
`,
  'releases/2009/2009-11-18-map.md': `---
id: 2009-11-18-map
title: A map of all polling stations is out
date: 2009-11-18
source: baku
fields: [elections]
status: published
---
A map of all polling stations is out.
`,
};

/** What is planted: a stretch of the sound text, and what takes its place with the finding's place marked. */
type Mistake = readonly [what: string, from: string, to: string, rule: string, suggestion?: string | RegExp];

const title = 'title: Course for election observers opens in Baku';
const first = 'BAKU, 16 November 2009 - A course for election observers opened in Baku today.';

const mistakes: readonly Mistake[] = [
  // YAML slips
  [
    'a colon in the title',
    title,
    'title: ⟦Baku:⟧ course for observers opens',
    'front-matter',
    '"Baku: course for observers opens"',
  ],
  [
    'an apostrophe in single quotes',
    title,
    "title: ⟦'Baku'⟧s course for observers'",
    'front-matter',
    /"Baku's course for observers"|'Baku''s course for observers'/,
  ],
  ['double quotes in double quotes', title, 'title: ⟦"The "⟧new" course for observers"', 'front-matter', /new/],
  ['words behind a closing quote', title, 'title: ⟦"New"⟧ course for observers opens', 'front-matter', /new/i],
  [
    'a value that begins with @',
    title,
    'title: ⟦@⟧OSCE opens a course for observers',
    'front-matter',
    '"@OSCE opens a course for observers"',
  ],
  [
    'a value that begins with %',
    title,
    'title: ⟦%⟧ of women among observers rises',
    'front-matter',
    '"% of women among observers rises"',
  ],
  [
    'a value that begins with &',
    title,
    'title: ⟦&⟧Co opens a course for observers',
    'front-matter',
    '"&Co opens a course for observers"',
  ],
  [
    'a value that begins with *',
    title,
    'title: ⟦*⟧New* course for observers opens',
    'front-matter',
    '"*New* course for observers opens"',
  ],
  [
    'a value that begins with !',
    title,
    'title: ⟦!⟧New course for observers opens',
    'front-matter',
    '"!New course for observers opens"',
  ],
  [
    'a value that begins with |',
    title,
    'title: ⟦|⟧ A course for observers opens',
    'front-matter',
    '"| A course for observers opens"',
  ],
  [
    'a value that begins with a backtick',
    title,
    'title: ⟦`⟧New` course for observers opens',
    'front-matter',
    '"`New` course for observers opens"',
  ],
  [
    'a value that begins with a bracket',
    title,
    'title: ⟦[Draft]⟧ Course for observers opens',
    'front-matter',
    '"[Draft] Course for observers opens"',
  ],
  ['a quote that is not closed', title, 'title: ⟦"Course for election observers opens⟧', 'front-matter', /"/],
  ['a tab that indents', '  - elections', '⟦\t⟧- elections', 'front-matter', /blank/],
  ['no blank behind the colon', 'source: baku', 'source⟦:⟧baku', 'front-matter', 'source: baku'],
  ['no colon', 'source: baku', '⟦source⟧ baku', 'front-matter', 'source: baku'],
  ['a bracket that is not closed', 'countries: [azerbaijan]', 'countries: ⟦[azerbaijan⟧', 'front-matter', /\]/],
  [
    'a title that runs on at the margin',
    title,
    'title: Course for election observers\n⟦opens in Baku⟧',
    'front-matter',
    /indent/i,
  ],
  ['front matter that is never closed', 'status: published\n---\n', 'status: published\n\n', 'front-matter', /---/],
  [
    'a remark that cuts the title',
    title,
    'title: Course for observers ⟦#1 opens in Baku⟧',
    'cut-by-comment',
    '"Course for observers #1 opens in Baku"',
  ],
  ['a key that stands twice', 'lang: en', 'lang: en\n⟦place⟧: Ganja', 'duplicate-key'],
  [
    'a key that stands twice in a mapping',
    '    email: press@example.org',
    '    email: press@example.org\n    ⟦name⟧: Other desk',
    'duplicate-key',
  ],
  // Keys and values
  ['a misspelled key', 'summary: >-', '⟦sumary⟧: >-', 'unknown-key', 'summary'],
  ['a key of nobody', 'lang: en', 'lang: en\n⟦weather⟧: fine', 'unknown-key'],
  ['a misspelled key in a mapping', '    email: press', '    ⟦emial⟧: press', 'unknown-key', 'email'],
  ['the name of a facet for its key', 'countries: [', '⟦country⟧: [', 'unknown-key', 'countries'],
  ['a misspelled status', 'status: published', 'status: ⟦publised⟧', 'schema', '«published»'],
  ['a status in capitals', 'status: published', 'status: ⟦Published⟧', 'schema', '«published»'],
  ['no title', `${title}\n`, '', 'schema'],
  ['an empty title', title, '⟦title⟧:', 'schema'],
  ['a title of several lines', title, 'title: ⟦|-\n  Course for observers\n  opens in Baku⟧', 'schema'],
  ['a list for a text', title, 'title: ⟦[Course for observers, Baku]⟧', 'schema'],
  ['a slug with blanks', 'lang: en', 'lang: en\nslug: ⟦observer course⟧', 'schema'],
  ['a bad address of the desk', 'press@example.org', '⟦press at example.org⟧', 'schema'],
  ['an unknown type', 'lang: en', 'lang: en\ntype: ⟦media-advisery⟧', 'unknown-type', '«media-advisory»'],
  ['a key like embargo', 'lang: en', 'lang: en\n⟦embargoed⟧: 2009-11-16T09:00:00+04:00', 'suspect-key', 'embargo'],
  ['NO for a text', '  - name: Press desk', '  - name: ⟦NO⟧', 'unquoted-yaml-1.1', '"NO"'],
  ['a time of day for a text', title, 'title: ⟦12:30⟧', 'unquoted-yaml-1.1', '"12:30"'],
  [
    'a number with a leading zero for a text',
    '  - name: Press desk',
    '  - name: ⟦0042⟧',
    'unquoted-yaml-1.1',
    '"0042"',
  ],
  // The vocabulary
  ['a misspelled term', '- elections', '- ⟦electoins⟧', 'unknown-term', 'elections'],
  ['a label', '- elections', '- ⟦Elections⟧', 'label-for-id', 'elections'],
  ['a label of several words, in quotes', '- elections', '- ⟦"Rule of law"⟧', 'label-for-id', 'rule-of-law'],
  ['a translated label', 'countries: [azerbaijan]', 'countries: [⟦Азербайджан⟧]', 'label-for-id', 'azerbaijan'],
  ['a former name', 'source: baku', 'source: ⟦OSCE Office in Baku⟧', 'label-for-id', 'baku'],
  ['an alias', '[azerbaijan]', '[azerbaijan, ⟦Turkey⟧]', 'label-for-id', 'tuerkiye'],
  ['a word near nothing', '- elections', '- ⟦submarines⟧', 'unknown-term', 'press taxonomy list field'],
  ['a term of another facet', '- elections', '- ⟦azerbaijan⟧', 'unknown-term', 'countries'],
  ['a term twice', '[azerbaijan]', '[azerbaijan, ⟦azerbaijan⟧]', 'duplicate-term'],
  ['a heading', '[azerbaijan]', '[⟦participating-states⟧]', 'unassignable-term'],
  ['no term of a required facet', 'source: baku\n', '', 'missing-facet', 'source'],
  [
    'several terms in one text',
    'fields:\n  - elections\n  - education # as agreed',
    'fields: ⟦elections, education⟧',
    'unknown-term',
    '[elections, education]',
  ],
  ['a number as a term', '[azerbaijan]', '[⟦31⟧]', 'unknown-term'],
  // Dates and datelines
  ['a day that does not exist', 'date: 2009-11-16', 'date: ⟦2009-11-31⟧', 'date-format'],
  ['a date with slashes', 'lang: en', 'lang: en\nupdated: ⟦2009/11/17⟧', 'date-format', '2009-11-17'],
  ['a day of one digit', 'lang: en', 'lang: en\nupdated: ⟦2009-12-1⟧', 'date-format', '2009-12-01'],
  ['a moment without a zone', 'lang: en', 'lang: en\nupdated: ⟦2009-11-17T09:00:00⟧', 'date-format'],
  ['another day in the dateline', '16 November 2009 -', '⟦17 November 2009⟧ -', 'dateline-date', /16 November/],
  ['another year in the dateline', '16 November 2009 -', '⟦16 November 2008⟧ -', 'dateline-date', /2009/],
  ['another place in the dateline', 'BAKU, 16', '⟦GANJA⟧, 16', 'dateline-place', /Baku/i],
  ['no dateline', first, 'A course for election observers opened in Baku today.', 'dateline-missing', /BAKU/],
  ['the wrong weekday', 'Monday, 16 November', '⟦Tuesday⟧, 16 November', 'weekday-date', 'Monday'],
  // Embargo, status and corrections
  ['an embargo without a time', 'lang: en', 'lang: en\nembargo: ⟦2009-11-16⟧', 'embargo-format'],
  ['an embargo without a zone', 'lang: en', 'lang: en\nembargo: ⟦2009-11-16 09:00⟧', 'embargo-format'],
  ['an empty embargo', 'lang: en', 'lang: en\n⟦embargo⟧:', 'embargo-format'],
  [
    'an embargo that ends before the day',
    'lang: en',
    'lang: en\nembargo: ⟦2009-11-14T09:00:00+04:00⟧',
    'embargo-before-date',
  ],
  ['an embargo in the text alone', first, `⟦EMBARGOED UNTIL 17 November 2009, 09:00⟧\n\n${first}`, 'embargo-in-body'],
  [
    'a correction later than the update',
    'lang: en',
    'lang: en\nupdated: ⟦2009-11-17⟧\ncorrections:\n  - date: 2009-11-18\n    kind: correction\n    note: The number of observers was wrong.',
    'correction-without-update',
    /2009-11-18/,
  ],
  // One release and the others
  ['the id of another release', 'id: 2009-11-16-observer-course', 'id: ⟦2009-11-18-map⟧', 'duplicate-id'],
  [
    'a reference to nothing',
    '[2009-11-17-second-day]',
    '[⟦2009-11-17-second-dya⟧]',
    'dangling-reference',
    '2009-11-17-second-day',
  ],
  [
    'a translation of nothing',
    'lang: en',
    'lang: en\ntranslationOf: {id: ⟦2009-11-17-second-dya⟧}',
    'dangling-translation',
    '2009-11-17-second-day',
  ],
  ['an attachment that is not there', 'href: programme.pdf', 'href: ⟦programm.pdf⟧', 'attachment-missing'],
  [
    'a link that leads nowhere',
    '(2009-11-17-second-day.md)',
    '(⟦2009-11-17-second-dya.md⟧)',
    'link-relative-broken',
    '2009-11-17-second-day.md',
  ],
  ['an image that is not there', '## What', '![A room](⟦room.jpg⟧)\n\n## What', 'link-relative-broken'],
  // The text
  ['a script in a link', '(programme.pdf)', '(⟦javascript:alert(1)⟧)', 'link-scheme'],
  [
    'a misspelled scheme',
    '(programme.pdf)',
    '(⟦htps://example.org/programme.pdf⟧)',
    'link-scheme',
    'https://example.org/programme.pdf',
  ],
  ['a control character', 'today.', 'today⟦\u0007⟧.', 'control-character'],
  ['a sign that turns the text around', 'Course for election', 'Course for ⟦\u202E⟧election', 'bidi-control'],
  ['a template', 'opened in Baku', 'opened in ⟦{{ city }}⟧', 'template-syntax'],
  ['a heading of the first level', '## What', '⟦#⟧ What', 'heading-level', '##'],
  ['raw HTML', 'A course for election', 'A ⟦<b>⟧course</b> for election', 'raw-html', /\*\*course\*\*/],
  ['no text', sound.slice(sound.indexOf(first)), '', 'empty-body'],
  [
    'a comment that is not closed',
    'towns and villages.\n',
    'towns and villages.\n\n⟦<!--⟧ For the desk.\n',
    'unclosed-comment',
  ],
  ['the boilerplate of another year', 'towns and villages.', 'towns and ⟦cities.⟧', 'boilerplate-drift', 'villages'],
  ['a boilerplate of nobody', 'boilerplate: about', 'boilerplate: ⟦abuot⟧', 'boilerplate-drift', 'about'],
  ['Windows line ends among others', 'learn\n', 'learn⟦\r⟧\n', 'mixed-line-ends'],
  ['letters of another alphabet', 'opens in Baku\ndate', 'opens in ⟦Вaku⟧\ndate', 'mixed-script-slug', /U\+0412/],
  [
    'an accent by itself',
    title,
    'title: Caf⟦e\u0301⟧ for observers opens in Baku⟧',
    'unicode-form',
    'Café for observers opens in Baku',
  ],
  [
    'a remark that silences nothing',
    'place: Baku',
    'place: Baku ⟦# press-ignore unknown-term: agreed⟧',
    'unused-ignore',
  ],
  ['a remark without a reason', 'place: Baku', 'place: Baku ⟦# press-ignore unknown-term⟧', 'unused-ignore'],
  [
    'a remark for a rule that is none',
    'place: Baku',
    'place: Baku ⟦# press-ignore unkown-term: agreed⟧',
    'unused-ignore',
    'unknown-term',
  ],
  // Style
  ['a title in capitals', title, 'title: ⟦COURSE FOR ELECTION OBSERVERS OPENS IN BAKU⟧', 'all-capitals-title'],
  [
    'a long title',
    title,
    `title: ⟦${'Course for election observers opens in Baku and '.repeat(5)}beyond⟧`,
    'title-length',
  ],
  ['a boast', 'A course for election', 'A ⟦world-class⟧ course for election', 'hype'],
  [
    'a quotation of nobody',
    '“We are learning from each other,” said one of the observers on Monday, 16 November.',
    '⟦“We are all learning very much from each other in these days.”⟧',
    'unattributed-quote',
  ],
  ['an acronym of nobody', 'opened in Baku today.', 'opened in Baku today with the ⟦ZKWF⟧.', 'unexpanded-acronym'],
];

/** Puts in what is planted; for what is missing as a whole the place is the line that opens the front matter. */
function planted(from: string, to: string): string {
  if (!sound.includes(from) || sound.split(from).length > 2)
    throw new Error(`«${from}» stands not once in the sound text`);
  const text = sound.replace(from, () => to);
  return text.includes('⟦') ? text : text.replace('---', '⟦---⟧');
}

async function findingsOf(text: string): Promise<readonly Diagnostic[]> {
  const repository = await repositoryInMemory({ ...others, [path]: text });
  const off = rules.flatMap(({ id, severity, isOffByDefault }) =>
    isOffByDefault === true ? [`${id}=${severity}`] : [],
  );
  const levels = levelsOf(repository.settings.rules, off, rules);
  return validate(repository, { rules, levels, paths: [path], now }).diagnostics;
}

/** What the finding says, and what its fix makes of the text. */
function suggestionOf({ message, hint = '', fix }: Diagnostic, text: string): string {
  let mended = fix === undefined ? '' : text;
  for (const edit of [...(fix?.edits ?? [])].reverse())
    mended = mended.slice(0, edit.range.start.offset) + edit.text + mended.slice(edit.range.end.offset);
  return [message, hint, mended].join('\n');
}

/** A text stands for itself. */
const wanted = (suggestion: string | RegExp): RegExp =>
  typeof suggestion === 'string' ? new RegExp(suggestion.replaceAll(/[^\w\s]/gu, '\\$&')) : suggestion;

const forms: readonly (readonly [form: string, change: (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['with CR LF', (text) => text.replaceAll(/\r?\n/g, '\r\n')],
  ['with a byte-order mark', (text) => `\uFEFF${text}`],
  ['with wide letters before it', (text) => text.replace(/lang: (en|ru)/, 'lang: $1 # 🙂 漢字 Баку')],
];

describe('the sound release', () => {
  it.each(forms)('has no finding %s', async (_, change) => {
    expect(await findingsOf(change(sound))).toEqual([]);
  });
});

describe.each(forms)('a mistake %s is found where it stands', (form, change) => {
  it('is one of at least eighty', () => {
    expect(new Set(mistakes.map(([, from, to]) => `${from} ${to}`)).size).toBeGreaterThanOrEqual(80);
  });

  const possible = mistakes.filter(([, , , rule]) => form !== 'with CR LF' || rule !== 'mixed-line-ends');

  it.each(possible.map((mistake) => [mistake[0], mistake] as const))(
    '%s',
    async (_, [, from, to, rule, suggestion]) => {
      const { text, range } = unmark(change(planted(from, to)));
      const found = await findingsOf(text);
      expect(found.map((each) => [each.rule, each.range.start, each.range.end])).toEqual([
        [rule, range.start, range.end],
      ]);
      const [only] = found;
      if (suggestion !== undefined && only !== undefined) expect(suggestionOf(only, text)).toMatch(wanted(suggestion));
    },
  );
});
