/** What a ninjs item is about and who it is from, as words for the vocabulary to judge. */
import type { StatedLabel } from '../../model/importer.ts';
import { termAddress } from '../item/term-address.ts';
import { objectsAt, textAt, type NinjsObject } from './item-values.ts';

const MEDIA_TOPIC = /^(?:https?:\/\/cv\.iptc\.org\/newscodes\/|medtop:)/;

/**
 * The words of subjects, places and sources. press writes the address of a term, `…/fields/elections`, and behind its own terms the
 * media topics that follow from them: of an item with own terms these are left out.
 */
export function labelsOf(item: NinjsObject): StatedLabel[] {
  const subjects = objectsAt(item, 'subjects');
  const own = subjects.filter((subject) => !isMediaTopic(subject));
  const told = own.length === 0 ? subjects : own;
  return [
    ...objectsAt(item, 'infoSources').flatMap((source) => labelOf(source, 'source', false)),
    ...told.flatMap((subject) => labelOf(subject, 'subjects', true)),
    ...objectsAt(item, 'places').flatMap((place) => labelOf(place, 'places', true)),
  ];
}

function isMediaTopic(subject: NinjsObject): boolean {
  return MEDIA_TOPIC.test(textAt(subject, 'uri') ?? '') || MEDIA_TOPIC.test(textAt(subject, 'literal') ?? '');
}

function labelOf(subject: NinjsObject, heading: string, isOfAnyFacet: boolean): StatedLabel[] {
  const address = isMediaTopic(subject) ? undefined : termAddress(textAt(subject, 'uri') ?? '');
  const literal = textAt(subject, 'literal');
  const value = textAt(subject, 'name') ?? literal ?? address?.id;
  if (value === undefined) return [];
  const id = address?.id ?? literal;
  return [
    {
      heading: address?.property ?? heading,
      value,
      origin: `«${heading === 'source' ? 'infoSources' : heading}»`,
      ...(id !== undefined && { id }),
      ...(isOfAnyFacet && { isOfAnyFacet }),
    },
  ];
}
