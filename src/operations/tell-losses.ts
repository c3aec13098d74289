/** What a format cannot hold, in lines for people. */
import type { ReadingRemark, VocabularyLoss } from '../model/vocabulary-format.ts';
import { counted } from '../text/counted.ts';

const SHOWN = 3;

/** A line for each key and reason, with where it stands: the first few places, and how many more there are. */
export function tellLosses(losses: readonly VocabularyLoss[]): string[] {
  const groups = new Map<string, VocabularyLoss[]>();
  for (const loss of losses) {
    const key = JSON.stringify([loss.key, loss.reason]);
    groups.set(key, [...(groups.get(key) ?? []), loss]);
  }
  return [...groups.values()].map(
    (group) => `${group[0]?.key ?? ''}: ${group[0]?.reason ?? ''}${placesOf(placesIn(group))}`,
  );
}

/** A line for each remark on a source. */
export function tellRemarks(remarks: readonly ReadingRemark[]): string[] {
  return remarks.map(({ message, places }) => `${message}${placesOf(places)}`);
}

/** Of a few places, what is lost there; of many, where alone. */
function placesIn(group: readonly VocabularyLoss[]): string[] {
  return group.map(({ facet, term, value }) => {
    const place = [facet, term].filter((part) => part !== undefined).join('/');
    const isShort = value === undefined || (group.length > SHOWN && place !== '');
    return [place, isShort ? '' : `«${value}»`].filter((part) => part !== '').join(' ');
  });
}

function placesOf(all: readonly string[]): string {
  const places = [...new Set(all)].filter((place) => place !== '');
  const more = places.length - SHOWN;
  if (places.length === 0) return '';
  return ` (${places.slice(0, more === 1 ? SHOWN + 1 : SHOWN).join(', ')}${more > 1 ? ` and ${counted(more, 'other')}` : ''})`;
}
