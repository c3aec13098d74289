/** title-length, summary-length, all-capitals-title, contact-missing: the exact place, what is said, and what is left alone. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf, unmark } from './marked-text.ts';

const words = (count: number): string => 'abcd '.repeat(count).trim();

async function only(text: string, on: readonly string[] = []): Promise<Diagnostic> {
  const rules = ['title-length', 'summary-length', 'all-capitals-title', ...on];
  const found = (await findingsOf(text, samplePath, {}, on)).filter(({ rule }) => rules.includes(rule));
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('the place', () => {
  it.each([
    ['title-length', 'plain', sampleRelease({ title: `⟦${words(30)}⟧` })],
    ['title-length', 'quoted, behind an emoji', sampleRelease({ title: `⟦"😀 ${words(30)}"⟧ # long` })],
    ['title-length', 'folded', sampleRelease({ title: `⟦>-\n  ${words(15)}\n  ${words(15)}⟧` })],
    ['title-length', 'a word', sampleRelease({ title: '⟦Объявление⟧' })],
    [
      'summary-length',
      'CR LF and a mark',
      `\uFEFF${sampleRelease({ summary: `⟦"${words(90)}"⟧` }).replaceAll('\n', '\r\n')}`,
    ],
    ['summary-length', 'the title again', sampleRelease({ summary: '⟦Course for election observers opens in Baku!⟧' })],
    ['all-capitals-title', 'Cyrillic', sampleRelease({ title: '⟦КУРС ДЛЯ НАБЛЮДАТЕЛЕЙ⟧' })],
    ['contact-missing', 'nobody', sampleRelease().replace('---', '⟦---⟧')],
    ['contact-missing', 'no way to reach', sampleRelease({ contacts: '⟦[{name: "A. Example"}]⟧' })],
  ])('of %s: %s', async (rule, _, marked) => {
    const { text, range } = unmark(marked);
    expect(await only(text, [rule])).toMatchObject({ rule, range, severity: 'info' });
  });
});

describe('what is said', () => {
  it('counts what people see', async () => {
    const { message, hint } = await only(sampleRelease({ title: `👨‍👩‍👧‍👦 ${words(24)} e\u0301` }));
    expect(message).toBe('The title has 123 characters.');
    expect(hint).toMatch(/^Bring it down to 120 or fewer/);
  });

  it.each([
    ['COURSE FOR ELECTION OBSERVERS OPENS IN BAKU', 'Course for election observers opens in Baku'],
    ["'OSCE: COURSE OPENED IN BAKU'", "'OSCE: course opened in Baku'"],
    ['HEAD OF ODIHR OPENS OBSERVERS COURSE', 'Head of ODIHR opens observers course'],
  ])('of %s, with a way to mend it', async (title, mended) => {
    const { fix } = await only(sampleRelease({ title }));
    expect(fix).toMatchObject({ safety: 'review', edits: [{ text: mended }] });
  });

  it.each([
    [
      'in German, where nouns have capitals',
      { title: 'KURS IN BAKU ERÖFFNET', lang: 'de' },
      'BAKU, 16 November 2009 - Der Kurs in Baku ist eröffnet.\n',
    ],
    ['folded over lines', { title: '>-\n  COURSE OPENED\n  IN BAKU' }, undefined],
    ['with a body that shows none of its words', { title: 'STATEMENT ABOUT NOTHING', place: undefined }, 'Text.\n'],
  ])('of a title %s without one', async (_, changes, body) => {
    expect((await only(sampleRelease(changes, body))).fix).toBeUndefined();
  });
});

describe('nothing is said', () => {
  it.each([
    ['of a title as long as may be', { title: `${words(23)} abcde` }],
    ['of a title in a script without blanks', { title: '選挙監視員のための講座', lang: 'ja' }],
    ['of a number', { title: '2009' }],
    ['of a working title', { title: 'Observers', status: 'draft' }],
    ['of a summary as long as may be', { summary: 'abc '.repeat(100).trim() }],
    ['of a summary that says more', { summary: 'Course for election observers opens in Baku, in two languages' }],
    ['of acronyms beside small words', { title: 'OSCE, UNDP and UNHCR sign MoU' }],
    ['of nothing but acronyms', { title: 'OSCE, EU, UN' }],
    ['of two short words', { title: 'BAKU CALLS' }],
    ['of half a title', { title: 'BREAKING NEWS - Course opens in Baku' }],
    ['of letters that have no capitals', { title: 'دورة في باكو' }],
  ])('%s', async (_, changes) => {
    expect(await findingsOf(sampleRelease(changes))).toEqual([]);
  });

  it.each([
    ['somebody to call', { contacts: '[{phone: "+43 1 555 01 00"}]' }, undefined],
    ['an address below the text', {}, 'A course opened in Baku.\n\nContact: press@example.org\n'],
    ['no need of any, being a draft', { status: 'draft' }, undefined],
    ['another kind of reader', { type: 'spot-report' }, undefined],
  ])('where a release has %s', async (_, changes, body) => {
    const found = await findingsOf(sampleRelease({ place: undefined, ...changes }, body), samplePath, {}, [
      'contact-missing',
    ]);
    expect(found.map(({ rule }) => rule)).not.toContain('contact-missing');
  });

  it('about contacts where nobody asked for it', async () => {
    expect(await findingsOf(sampleRelease())).toEqual([]);
  });
});
