/** What an item says that nobody asked it for: parts for programs by name, everything else with its words. */
import { elementsOf, textIn, type XmlElement } from '../xml/xml-element.ts';

/** Say where comments, counters and the like are, or repeat what is known; nothing about the release. */
const forPrograms =
  /^(?:slash|wfw|thr|sy|feedburner|wp|itunes|rdf|cc|creativeCommons|trackback|pingback|annotate|xsi|app|gd|openSearch):|^(?:comments|guid|docs|ttl|cloud|atom:link|atom:rights|dc:rights|dc:format|dc:type|dc:identifier|dcterms:rights|dcterms:license|dcterms:identifier|dc:publisher|media:thumbnail|media:credit|media:rating|media:hash|media:copyright|post-id|\?:post-id|webfeedsFeaturedVisual)$/;
const LONGEST = 80;
const MOST = 30;

/** Sorts the children that are not understood. */
export function leftOver(
  item: XmlElement,
  understood: ReadonlySet<string>,
): { readonly notCarried: readonly string[]; readonly technical: readonly string[] } {
  const others = elementsOf(item).filter(({ key }) => !understood.has(key));
  const technical = new Set(others.filter(({ key }) => forPrograms.test(key)).map(({ name }) => name.slice(0, 60)));
  const told = others.filter(({ key }) => !forPrograms.test(key)).flatMap(shownPart);
  return { notCarried: told.slice(0, MOST), technical: [...technical] };
}

function shownPart(element: XmlElement): string[] {
  const name = element.name.slice(0, 60);
  const attributes = [...element.attributes.values()].filter((value) => value.trim() !== '');
  const words = (textIn(element) ?? attributes.join(' ')).replace(/\s+/g, ' ').trim();
  if (words === '') return [];
  return [`«${name}: ${words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words}»`];
}
