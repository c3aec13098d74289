import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/model/press-error.ts';
import { originalOf } from '../../src/operations/original-to-translate.ts';
import { file, subject } from './verbs/newsroom-file.ts';

const translation = (lang: string, more: Readonly<Record<string, string>> = {}): string =>
  file({ id: `o.${lang}`, lang, translationOf: '{id: o}', ...more });
const family = {
  'releases/2026/2026-01-05-o.md': file({ id: 'o', lang: 'en' }),
  'releases/2026/2026-01-05-o.de.md': translation('de'),
};

async function found(text: string, lang: string, beside: Readonly<Record<string, string>> = {}): Promise<string> {
  const seen = await subject(text, { beside });
  try {
    const { release, note } = originalOf(seen, lang);
    return note === undefined ? release.id : `${release.id}: ${note}`;
  } catch (error) {
    if (error instanceof PressError) return `${error.code}: ${error.message} ${error.hint ?? ''}`;
    throw error;
  }
}

describe('what a translation is made of', () => {
  it('is the release itself, also one that is not public', async () => {
    expect(await found(file({ lang: 'en' }), 'ru')).toBe('x');
    for (const status of ['draft', 'approved', 'hold']) expect(await found(file({ status }), 'ru')).toBe('x');
    expect(await found(file({ embargo: '"2027-01-01T00:00:00Z"' }), 'ru')).toBe('x');
  });

  it('is the original of a translation', async () => {
    expect(await found(translation('fr'), 'ru', family)).toBe(
      'o: «o.fr» is itself a translation, so the new one is made of its original, «o».',
    );
  });

  it.each([
    [
      'a language that it has',
      file({ lang: 'en' }),
      'EN',
      {},
      'already-there: It is in the language «EN» already. Choose another language with --lang.',
    ],
    [
      'the usual language, which nobody wrote',
      file(),
      'en',
      {},
      'already-there: It is in the language «en» already. Choose another language with --lang.',
    ],
    [
      'the language of its original',
      translation('fr'),
      'en',
      family,
      'already-there: It is in the language «en» already. Choose another language with --lang.',
    ],
    [
      'its own language',
      translation('fr'),
      'fr',
      family,
      'already-there: There is a version in the language «fr» already. It stands in releases/2026/2026-01-05-x.md.',
    ],
    [
      'that of another translation',
      translation('fr'),
      'de',
      family,
      'already-there: There is a version in the language «de» already. It stands in releases/2026/2026-01-05-o.de.md.',
    ],
    [
      'what was withdrawn',
      file({ status: 'withdrawn' }),
      'ru',
      {},
      'refused: «x» has been withdrawn, and what is withdrawn is not translated. Translate the release that takes its place.',
    ],
    [
      'a translation of what was withdrawn',
      translation('fr'),
      'ru',
      { 'releases/2026/2026-01-05-o.md': file({ id: 'o', status: 'withdrawn' }) },
      'refused: «o» has been withdrawn, and what is withdrawn is not translated. Translate the release that takes its place.',
    ],
    [
      'a translation of nothing',
      translation('fr'),
      'ru',
      {},
      'refused: «o.fr» is a translation, and its original is not there. «press validate releases/2026/2026-01-05-x.md» says more.',
    ],
    [
      'what is no valid release',
      file({ title: '""' }),
      'ru',
      {},
      'not-a-release: «releases/2026/2026-01-05-x.md» is not a valid release. «press validate releases/2026/2026-01-05-x.md» says why.',
    ],
  ])('is never %s', async (_, text, lang, beside, sentence) => {
    expect(await found(text, lang, beside)).toBe(sentence);
  });
});
