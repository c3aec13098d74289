/** What a news item is about and who it is from, as words for the vocabulary to judge. */
import type { StatedLabel } from '../../model/importer.ts';
import { termAddress } from '../item/term-address.ts';
import { oneLine } from '../page/one-line.ts';
import { attributeAt, childrenAt, textIn, type XmlElement } from '../xml/xml-element.ts';

/** The words of creators, subjects and places. Behind its own terms press writes the media topics that follow from them. */
export function labelsOf(
  about: XmlElement | undefined,
  { lang }: { readonly lang: string | undefined },
): StatedLabel[] {
  const subjects = childrenAt(about, 'nar:subject');
  const own = subjects.filter((subject) => !isMediaTopic(subject));
  const creators = childrenAt(about, 'nar:creator');
  const speakers = creators.length > 0 ? creators : childrenAt(about, 'nar:infoSource');
  return [
    ...speakers.flatMap((speaker) => labelOf(speaker, 'source', lang)),
    ...(own.length === 0 ? subjects : own).flatMap((subject) =>
      labelOf(subject, isArea(subject) ? 'places' : 'subjects', lang),
    ),
  ];
}

/** The name of a thing in a language, else the first that it has. */
export function nameOf(thing: XmlElement | undefined, lang: string | undefined): string | undefined {
  const names = childrenAt(thing, 'nar:name');
  return textIn(names.find((name) => lang !== undefined && name.lang === lang) ?? names[0]);
}

function labelOf(thing: XmlElement, heading: string, lang: string | undefined): StatedLabel[] {
  const uri = attributeAt(thing, 'uri');
  const address = uri === undefined || isMediaTopic(thing) ? undefined : termAddress(uri);
  const literal = attributeAt(thing, 'literal');
  const code = attributeAt(thing, 'qcode');
  const value = nameOf(thing, lang) ?? literal ?? address?.id ?? code;
  if (value === undefined) return [];
  const id = address?.id ?? literal;
  return [
    {
      heading: address?.property ?? heading,
      value: oneLine(value),
      origin: `«${thing.name}»`,
      ...(id !== undefined && { id }),
      ...(heading !== 'source' && { isOfAnyFacet: true as const }),
    },
  ];
}

function isMediaTopic(subject: XmlElement): boolean {
  const code = attributeAt(subject, 'qcode') ?? attributeAt(subject, 'uri') ?? '';
  return /^(?:medtop:|subj:|https?:\/\/cv\.iptc\.org\/newscodes\/)/.test(code);
}

function isArea(subject: XmlElement): boolean {
  const type = attributeAt(subject, 'type') ?? '';
  return type.endsWith('geoArea') || (attributeAt(subject, 'qcode') ?? '').startsWith('iso3166');
}
