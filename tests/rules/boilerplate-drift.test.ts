import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf, unmark } from './marked-text.ts';

const closing = 'The press office has answered questions from 57 countries since 2009.';
const settings = {
  'press.yaml': `boilerplates:\n  about: {en: "${closing}", ru: "Пресс-служба отвечает на вопросы."}\n`,
};

/** The tests’ clock stands at 2026-06-01. */
const release = (tail: string, changes: Record<string, string> = {}): string =>
  sampleRelease(
    { date: '2026-05-20', boilerplate: 'about', place: undefined, source: 'secretariat', ...changes },
    `Thirty people met. 😀\n\n${tail}\n`,
  );

function pathOf(text: string): string {
  return `releases/2026/${/^date: (\S+)/m.exec(text)?.[1] ?? ''}-observer-course.md`;
}

async function found(text: string): Promise<Diagnostic[]> {
  return (await findingsOf(text, pathOf(text), settings)).filter(({ rule }) => rule === 'boilerplate-drift');
}

describe('the place', () => {
  it.each([
    [
      'a word that differs',
      release(closing.replace('57', '⟦56⟧')),
      '«56» stands where the boilerplate «about» has «57».',
    ],
    [
      'words that are missing',
      release(closing.replace('57 countries', '⟦countries⟧').replace('from ⟦countries⟧', '⟦from⟧ countries')),
      'Of the boilerplate «about», «57» is missing here.',
    ],
    [
      'words too many',
      release(closing.replace('since', '⟦and more⟧ since')),
      'The boilerplate «about» has no «and more» here.',
    ],
    [
      'several differences, over lines and a comment',
      release(closing.replace('answered', '⟦had').replace('from', '<!-- ? -->\nfrom').replace('since', 'after⟧')),
      undefined,
    ],
    [
      'nothing of it',
      release('').replace('boilerplate:', '⟦boilerplate⟧:'),
      'The boilerplate «about» does not stand in the text.',
    ],
    ['an unknown name', release(closing, { boilerplate: '⟦"abuot"⟧' }), 'press.yaml has no boilerplate «abuot».'],
    [
      'a language without the text',
      release(closing, { boilerplate: '⟦about⟧', lang: 'fr' }),
      'press.yaml has no text in «fr» for the boilerplate «about».',
    ],
  ])('of %s', async (_, marked, message) => {
    const { text, range } = unmark(marked);
    const all = await found(text);
    expect(all.map((each) => [each.range, each.severity])).toEqual([[range, 'warning']]);
    if (message !== undefined) expect(all[0]?.message).toBe(message);
  });
});

describe('the fix', () => {
  const mended = (text: string, { fix }: Diagnostic): string => {
    const [edit] = fix?.edits ?? [];
    return edit === undefined
      ? text
      : text.slice(0, edit.range.start.offset) + edit.text + text.slice(edit.range.end.offset);
  };

  it.each([
    ['takes over the text', release(closing.replace('57', '56'))],
    [
      'takes it over where a line ends with CR LF',
      release(closing.replace('57', '56').replace(' since', '\nsince')).replaceAll('\n', '\r\n'),
    ],
    ['adds the text', release('The end.')],
    ['adds it behind blank lines with CR LF', release('The end.\n\n\n').replaceAll('\n', '\r\n')],
  ])('%s, and then nothing is left to say', async (_, text) => {
    const [finding] = await found(text);
    const after = mended(text, finding!);
    expect(finding?.fix?.safety).toBe('review');
    expect(after).toContain(closing);
    expect(after.includes('\r\n')).toBe(text.includes('\r\n'));
    expect(after.replaceAll('\r\n', '').includes('\n')).toBe(!text.includes('\r\n'));
    expect(await found(after)).toEqual([]);
  });

  it.each([
    ['a remark of the house', release(closing.replace('57', '<!-- ask --> 56'))],
    ['a quotation', release(`> ${closing.replace('57', '56')}`)],
    ['a comment that never ends', release('<!-- open', { status: 'draft' })],
  ])('is nobody’s but a person’s where there is %s', async (_, text) => {
    const [finding] = await found(text);
    expect(finding).toBeDefined();
    expect(finding?.fix).toBeUndefined();
  });
});

describe('nothing is said', () => {
  it.each([
    ['of the text as it is', release(closing)],
    ['of white space, line breaks and comments', release(closing.replace('from', ' <!-- ? -->\n  from'))],
    ['of more text around it', release(`${closing}\n\nVienna`)],
    ['of a kind of English', release(closing, { lang: 'en-GB' })],
    ['of Russian', release('Пресс-служба отвечает на вопросы.', { lang: 'ru' })],
    ['of a release that went out long ago', release(closing.replace('57', '56'), { date: '2026-05-01' })],
    ['of a release that went out long ago without it', release('The end.', { date: '2026-05-01' })],
    ['of what was taken back', release('The end.', { status: 'withdrawn' })],
    ['without the key', release('The end.').replace('boilerplate: about\n', '')],
  ])('%s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });
});

describe('time', () => {
  it.each([
    ['2026-05-03', 'published', 'warning'],
    ['2026-05-02', 'published', undefined],
    ['2009-11-16', 'hold', 'warning'],
    ['2009-11-16', 'approved', 'warning'],
    ['2009-11-16', 'draft', 'info'],
    ['2030-01-01', 'published', 'warning'],
  ])('%s, %s: %s', async (date, status, severity) => {
    expect((await found(release('The end.', { date, status })))[0]?.severity).toBe(severity);
  });

  it('passes for a name that nobody knows, too', async () => {
    const [finding] = await found(release('The end.', { date: '2009-11-16', boilerplate: 'osce' }));
    expect(finding?.hint).toBe('It has «about». Add the text there, or take the key out.');
  });
});
