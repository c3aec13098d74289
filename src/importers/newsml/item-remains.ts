/** What of a news item has no place in a release. */
import { elementsOf, localName, textIn, type XmlElement } from '../xml/xml-element.ts';

/** Read, or about how the item was made and goes through the systems of agencies. */
const understood: ReadonlySet<string> = new Set(
  (
    'itemClass provider versionCreated firstCreated embargoed pubStatus edNote link title fileName generator profile service signal role ' +
    'contentCreated contentModified located creator infoSource language genre subject slugline headline description urgency icon altId ' +
    'hash expires derivedFrom contributor audience exclAudience rating userInteraction itemMetaExtProperty contentMetaExtProperty'
  ).split(' '),
);
const LONGEST = 80;

/** The other elements with their words. In items of press the line of authors repeats the creators. */
export function leftOver(meta: XmlElement | undefined, about: XmlElement | undefined, isOurs: boolean): string[] {
  const all = [meta, about].flatMap((part) => (part === undefined ? [] : elementsOf(part)));
  return all
    .filter((element) => !understood.has(localName(element)) && !(isOurs && localName(element) === 'by'))
    .flatMap((element) => {
      const words = (textIn(element) ?? [...element.attributes.values()].join(' ')).replace(/\s+/g, ' ').trim();
      return words === '' ? [] : [`«${element.name.slice(0, 60)}: ${words.slice(0, LONGEST)}»`];
    });
}
