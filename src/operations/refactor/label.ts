/** `press taxonomy label`: another name for a term. The old one is remembered: with its last day, or as a word that finds the term. */
import type { DataChange } from '../../model/data-changes.ts';
import { valueAt } from '../../model/data-places.ts';
import type { DataPath } from '../../model/manuscript.ts';
import { facetOf, namedTerm } from '../../model/named-term.ts';
import { pathOfTerm, type RefactorVerb, type Vocabulary, type VocabularyPlan } from '../../model/refactoring.ts';
import type { Facet, Localized, Term } from '../../model/taxonomy.ts';
import type { YamlValue } from '../../model/yaml-values.ts';
import { dayFromEpoch, daysSinceEpoch } from '../../text/civil-calendar.ts';
import { civilText, parseCivilDate } from '../../text/dates.ts';
import { languageOf, localizedYaml } from './languages.ts';

export interface LabelWish {
  readonly term: string;
  readonly label: string;
  /** First day of the new name, `YYYY-MM-DD`. */
  readonly from: string | undefined;
  /** The main language of the facet where nothing is said. */
  readonly lang: string | undefined;
}

export function label(wish: LabelWish): RefactorVerb {
  return { purpose: `press taxonomy label ${wish.term} "${wish.label}"`, plan: (vocabulary) => plan(vocabulary, wish) };
}

interface Naming extends LabelWish {
  readonly facet: Facet;
  readonly meant: Term;
  readonly path: DataPath;
  readonly language: string;
}

function plan({ taxonomy, file }: Vocabulary, wish: LabelWish): VocabularyPlan {
  const meant = namedTerm(taxonomy, wish.term);
  const facet = facetOf(taxonomy, meant);
  const language = languageOf(facet, wish.lang);
  const naming: Naming = { ...wish, facet, meant, language, path: pathOfTerm(facet, meant) };
  const old = meant.label.get(language);
  if (old === wish.label) return { kind: 'nothing', sentence: `«${meant.id}» is called «${old}» already.` };
  const written = valueAt(file.data, [...naming.path, 'label']);
  const changes = [...newLabel(naming, written), ...(old === undefined ? [] : memory(naming, old))];
  return { kind: 'change', changes, names: { facet, term: meant.id, words: [wish.label] }, told: told(naming, old) };
}

function newLabel({ facet, path, language, label: words, meant }: Naming, written: unknown): DataChange[] {
  if (typeof written === 'object')
    return [{ kind: 'set', path: [...path, 'label'], pair: { key: language, value: words } }];
  const labels = written === undefined ? new Map<string, string>() : meant.label;
  const value = localizedYaml(new Map([...labels, [language, words]]), facet);
  return [{ kind: 'set', path, pair: { key: 'label', value } }];
}

/** Where the old name is kept: nowhere twice. */
function memory(naming: Naming, old: string): DataChange[] {
  const { meant, facet, path, from, language } = naming;
  if (from === undefined) {
    const isKnown = meant.aliases.some((alias) => alias.get(language) === old);
    const value = localizedYaml(new Map([[language, old]]), facet);
    return isKnown ? [] : [{ kind: 'append', path, pair: { key: 'aliases', value } }];
  }
  const until = dayBefore(from);
  // Another language of the same change: the name of that day has all of them already.
  if (meant.names.at(-1)?.until === until && hasAll(meant.names.at(-1)?.label, meant.label, language)) return [];
  const value: YamlValue = { label: localizedYaml(meant.label, facet), until };
  return [{ kind: 'append', path, pair: { key: 'names', value } }];
}

function hasAll(known: Localized | undefined, labels: Localized, language: string): boolean {
  return known?.get(language) === labels.get(language);
}

function told({ meant, from, label: words }: Naming, old: string | undefined): string[] {
  if (old === undefined) return [`«${meant.id}» had no name in that language. It is «${words}» now.`];
  if (from === undefined)
    return [`«${old}» goes on finding the term. With --from it would be kept as the name of its time.`];
  return [`Releases before ${from} go on calling it «${old}» with --labels as-of.`];
}

function dayBefore(day: string): string {
  const date = parseCivilDate(day);
  if (date === undefined) throw new RangeError(`${day} is no day`);
  return civilText(dayFromEpoch(daysSinceEpoch(date) - 1));
}
