import type { CodeList } from '../model/code-list.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

const lists = {
  'press.yaml': 'codeLists: {iso3166: lists/countries.txt}\n',
  'lists/countries.txt': 'FI Finland\nGB United Kingdom\n',
};

export const countryCode: VocabularyRule = {
  id: 'country-code',
  topic: 'codes',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'A country code is none of ISO 3166-1.',
  why:
    'Feeds and news systems know a country by its code, not by its label. press itself knows only the form, two capital letters; with a ' +
    'list of codes, under «codeLists» in press.yaml or behind --iso-codes, it knows which of them exist.',
  examples: [
    {
      wrong: {
        ...sampleVocabulary('finland: {label: Finland, iso3166: FI}\nbritain: {label: United Kingdom, iso3166: UK}'),
        ...lists,
      },
      right: {
        ...sampleVocabulary('finland: {label: Finland, iso3166: FI}\nbritain: {label: United Kingdom, iso3166: GB}'),
        ...lists,
      },
    },
  ],
  *check(vocabulary, { codes: { iso3166: list } }): Generator<VocabularyFinding> {
    for (const { term, path } of everyTerm(vocabulary)) {
      const fault = term.iso3166 === undefined ? undefined : faultOf(term.iso3166, list);
      if (fault !== undefined) yield { path: [...path, 'iso3166'], ...fault };
    }
  },
};

function faultOf(code: string, list: CodeList | undefined): Pick<VocabularyFinding, 'message' | 'hint'> | undefined {
  if (!/^[A-Z]{2}$/.test(code)) {
    const upper = code.toUpperCase();
    const hint = /^[A-Z]{2}$/.test(upper) ? didYouMean([upper]) : undefined;
    return {
      message: `${quoted(code)} is not two capital letters.`,
      hint: hint ?? 'Write the code of ISO 3166-1, such as FI.',
    };
  }
  if (list === undefined || list.codes.has(code)) return undefined;
  return { message: `${quoted(code)} is not in ${quoted(list.source)}.`, hint: 'Look the country up there.' };
}
