import { describe, expect, it } from 'vitest';
import { everythingKnown, ReleaseIndex } from '../../src/model/known-releases.ts';
import { testRelease } from '../support/editions.ts';

/** An index of releases, each `id lang` or `id lang original`. */
function indexOf(...texts: string[]): ReleaseIndex {
  const index = new ReleaseIndex();
  for (const [id = '', lang = '', original] of texts.map((text) => text.split(' '))) {
    const translationOf = original === undefined ? {} : { translationOf: { id: original, digest: 'sha256:00' } };
    index.add(testRelease({ id, lang, slug: id.replaceAll('.', '-'), ...translationOf }));
  }
  return index;
}

const versions = (index: ReleaseIndex, id: string): string[] =>
  index.versionsOf({ id }).map((version) => `${version.lang} ${version.id}`);

describe('the releases that outputs may point to', () => {
  it('are those that were added', () => {
    const index = indexOf('a en');
    expect([index.has('a'), index.has('b'), index.has('toString')]).toEqual([true, false, false]);
    expect(everythingKnown.has('anything')).toBe(true);
    expect(everythingKnown.versionsOf({ id: 'anything' })).toEqual([]);
  });

  it('know each other’s languages, whichever was added first', () => {
    for (const order of [
      ['a en', 'a.ru ru a', 'a.fr fr a', 'b en'],
      ['a.ru ru a', 'b en', 'a.fr fr a', 'a en'],
    ]) {
      const index = indexOf(...order);
      for (const id of ['a', 'a.ru', 'a.fr']) expect(versions(index, id)).toEqual(['en a', 'fr a.fr', 'ru a.ru']);
      expect(versions(index, 'b')).toEqual([]);
    }
    expect(indexOf('a en', 'a.ru ru a').versionsOf({ id: 'a' })[1]).toMatchObject({ permalink: '/ru/2020/a-ru/' });
  });

  it('follow a translation of a translation, and end in a circle', () => {
    expect(versions(indexOf('a en', 'b ru a', 'c fr b'), 'c')).toEqual(['en a', 'fr c', 'ru b']);
    expect(versions(indexOf('a en b', 'b ru a'), 'a').length).toBeLessThanOrEqual(2);
    expect(versions(indexOf('a en a'), 'a')).toEqual([]);
  });

  it('never name what was not added: two translations of a text that is not public still belong together', () => {
    const index = indexOf('a.ru ru a', 'a.fr fr a');
    expect(versions(index, 'a.ru')).toEqual(['fr a.fr', 'ru a.ru']);
    expect(versions(index, 'a')).toEqual([]);
    expect(versions(indexOf('a.ru ru a'), 'a.ru')).toEqual([]);
  });

  it('have one version a language, the original’s own', () => {
    expect(versions(indexOf('b en a', 'a en', 'c ru a'), 'a')).toEqual(['en a', 'ru c']);
  });
});
