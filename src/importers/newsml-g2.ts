/** Importer: news items of NewsML-G2 (IPTC), one in a file, or several in a message. */
import type { Importer, ImportSource, SourceRelease, UnreadPart } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { readOnce } from './item/read-once.ts';
import { isNewsml } from './newsml/outermost-item.ts';
import { releaseOfNewsItem } from './newsml/release-of-news-item.ts';
import { largestArchive } from './record/largest-archive.ts';
import { readXml } from './xml/read-xml.ts';
import { localName, type XmlElement } from './xml/xml-element.ts';

export const newsmlG2: Importer = {
  id: 'newsml-g2',
  summary: 'news items in NewsML-G2 of the IPTC: what «press export -f newsml-g2» or an agency writes',
  extensions: ['xml'],
  onlyWhenNamed: true,
  mostBytes: largestArchive,
  recognise: ({ text }) => (isNewsml(text) ? 0.97 : 0),
  read: (source) => once(source).releases,
  leavesOut: (source) => once(source).left,
};

interface Read {
  readonly releases: readonly SourceRelease[];
  readonly left: readonly UnreadPart[];
}

const once = readOnce(readMessage);

function readMessage(source: ImportSource): Read {
  if (!isNewsml(source.text)) throw noNewsml(source.name);
  const releases: SourceRelease[] = [];
  const left: UnreadPart[] = [];
  const add = (element: XmlElement, part: string | undefined, mended: readonly string[]): void => {
    const read = releaseOfNewsItem(element, { name: source.name, part, mended });
    if ('message' in read) left.push(read);
    else releases.push(read);
  };
  const { root, mended } = readXml(source, {
    take(element, parent, wrong) {
      if (parent?.key !== 'nar:itemSet') return false;
      add(element, `item ${releases.length + left.length + 1}`, wrong);
      return true;
    },
  });
  if (localName(root) !== 'newsMessage') add(root, undefined, mended);
  return { releases, left };
}

function noNewsml(name: string): PressError {
  return new PressError('nothing-imported', `«${name}» is no NewsML-G2.`, {
    hint: 'NewsML-G2 is XML with a «newsItem», or a «newsMessage» with several, outermost. NewsML 1 is another form.',
  });
}
