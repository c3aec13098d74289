import { quoted } from '../model/quoting.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { firstTerms, placeOfTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { useKey } from '../model/vocabulary-usage.ts';

const releases = (second: string): Readonly<Record<string, string>> => ({
  ...sampleVocabulary('water: {label: Water}\nrivers: {label: Rivers}'),
  'releases/2009/2009-11-16-first.md': sampleRelease({
    source: undefined,
    fields: undefined,
    topics: '[water, rivers]',
  }),
  'releases/2009/2009-11-16-second.md': sampleRelease({
    id: 'second',
    source: undefined,
    fields: undefined,
    topics: second,
  }),
});

export const termUsedOnce: VocabularyRule = {
  id: 'term-used-once',
  topic: 'use',
  severity: 'info',
  scope: 'taxonomy',
  summary: 'Only one release names the term.',
  why:
    'A term that nobody chose again may be too special, or stand for something that another term is called by. Once there are many ' +
    'releases, such terms are the first to look at.',
  examples: [{ wrong: releases('[water]'), right: releases('[water, rivers]') }],
  *check(vocabulary, { usage }): Generator<VocabularyFinding> {
    for (const each of firstTerms(vocabulary)) {
      const use = usage.uses.get(useKey(each.term));
      if (use?.count !== 1 || each.term.deprecated) continue;
      const related = use.shown.map(({ file, range }) => ({ file, range, message: 'It stands here.' }));
      yield { ...placeOfTerm(each), message: `Only one release names ${quoted(each.term.id)}.`, related };
    }
  },
};
