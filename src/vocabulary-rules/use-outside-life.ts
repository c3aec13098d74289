import { quoted } from '../model/quoting.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { sampleOffices } from '../model/sample-vocabulary.ts';
import type { Period } from '../text/dates.ts';
import { counted } from '../text/counted.ts';
import { firstTerms, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';
import { useKey, type TermUse } from '../model/vocabulary-usage.ts';

const office = (until: string): Readonly<Record<string, string>> => ({
  ...sampleOffices(`harbour: {label: Harbour Office, active: {from: 1998, until: ${until}}}`),
  [samplePath]: sampleRelease({ source: 'harbour', fields: undefined }),
});

/** `retired-term` of press validate says the same of each release; this is for whoever looks after the dates. */
export const useOutsideLife: VocabularyRule = {
  id: 'use-outside-life',
  topic: 'use',
  severity: 'warning',
  scope: 'taxonomy',
  summary: 'Releases were issued by a body outside of the time in which it existed.',
  why:
    'A single one mostly has a wrong date or a wrong source, and «press validate» says so there. Several of them say that the dates of the ' +
    'body are wrong here.',
  examples: [{ wrong: office('2008'), right: office('2010') }],
  *check(vocabulary, { usage }): Generator<VocabularyFinding> {
    for (const each of firstTerms(vocabulary)) {
      const use = usage.outside.get(useKey(each.term));
      if (use !== undefined && each.term.active !== undefined) yield finding(each, each.term.active, use);
    }
  },
};

function finding({ term, path }: VocabularyTerm, active: Period, { count, shown }: TermUse): VocabularyFinding {
  const releases = counted(count, 'release');
  const verb = count === 1 ? 'names' : 'name';
  return {
    path: [...path, 'active'],
    message: `${releases} ${verb} ${quoted(term.id)}, dated outside of its time ${spelt(active)}.`,
    hint: 'If the releases are right, put the dates right here; otherwise «press validate» shows them all.',
    related: shown.map(({ file, range, day }) => ({ file, range, message: `It is dated ${day ?? 'another day'}.` })),
  };
}

function spelt({ from, until }: Period): string {
  const parts = [from === undefined ? '' : `from ${from}`, until === undefined ? '' : `until ${until}`];
  return `(${parts.filter((part) => part !== '').join(' ')})`;
}
