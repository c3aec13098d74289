/** Places as releases store them: in display case, as the vocabulary spells them where it knows them. */
import { displayCase } from '../model/dateline-case.ts';
import type { Stated } from '../model/importer.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import { fold } from '../text/fold.ts';

/**
 * The places of a source in display case, each once. A record has them in display case already, except one in capitals throughout,
 * which somebody copied from a dateline.
 */
export function placesFor(
  places: readonly Stated[],
  { taxonomy, isRecord }: { readonly taxonomy: Taxonomy; readonly isRecord: boolean },
): Stated[] {
  const spellings = spellingsOf(taxonomy);
  const shown = places.map((place) => {
    const { value } = place;
    const isShown = isRecord && value !== value.toUpperCase();
    return { ...place, value: isShown ? value : displayCase(value, spellings) };
  });
  return shown.filter(({ value }, at) => shown.findIndex((place) => place.value === value) === at);
}

const known = new WeakMap<Taxonomy, ReadonlyMap<string, string>>();

/** How the vocabulary spells names that may be places as well: Monaco, Türkiye. */
function spellingsOf(taxonomy: Taxonomy): ReadonlyMap<string, string> {
  const before = known.get(taxonomy);
  if (before !== undefined) return before;
  const terms = [...taxonomy.facets.values()].flatMap((facet) => [...facet.terms.values()]);
  const labels = terms.flatMap((term) => [...term.label.values()]);
  const spellings = new Map(labels.map((label) => [fold(label), label]));
  known.set(taxonomy, spellings);
  return spellings;
}
