/** What a person may want to look at after a page was read, though nothing of it is unknown. */
import type { Dateline } from '../../model/dateline.ts';
import type { FoundRelease } from './find-release.ts';
import { oneLine, turnsAround } from './one-line.ts';
import { textOfPassage, type Passage } from './passage.ts';

interface Reading {
  readonly found: FoundRelease;
  readonly dateline: Dateline | undefined;
  readonly text: string;
}

/** Remarks in the order in which a reader meets their cause. */
export function remarksOn({ found, dateline, text }: Reading): string[] {
  return [
    ...(dateline === undefined ? ['The text does not begin with a dateline that press is sure of.'] : []),
    ...(turnsAround(found.title.text) ? ['Characters that turn text around were dropped from the headline.'] : []),
    ...embargoRemarks(text),
    ...(/\[email.?protected\]/i.test(text)
      ? ['An address was hidden by the site: «[email protected]» stands in its place.']
      : []),
    ...siteRemark(found),
  ];
}

/** Most texts that say the word are about an embargo on arms; one that is under embargo must not go out for it. */
export function speaksOfEmbargo(text: string): boolean {
  return /embargo|эмбарго/i.test(text);
}

/** Says that a text speaks of one. */
export function embargoRemarks(text: string): string[] {
  return speaksOfEmbargo(text)
    ? ['The text speaks of an embargo. Import sets none, and makes a draft: look whether the release may be public.']
    : [];
}

function siteRemark({ siteParts }: FoundRelease): string[] {
  const lines = siteParts.map((passage) => oneLine(textOfPassage(passage))).filter((line) => line !== '');
  const [first] = lines;
  if (first === undefined) return [];
  const shown = shortened(first);
  return [
    `Around the text, this was taken for the site’s own: «${shown}»${lines.length > 1 ? ` and ${lines.length - 1} more` : ''}.`,
  ];
}

/** What stands after the text, is neither a menu for certain nor a sentence, and was left out. */
export function doubtfulPart(passage: Passage): string {
  return `after the text: «${shortened(oneLine(textOfPassage(passage)))}»`;
}

function shortened(line: string): string {
  return line.length > 50 ? `${line.slice(0, 49)}…` : line;
}

/** What was shown inside the text and has no place in a release. */
export function lostIn(passages: readonly Passage[]): string[] {
  return passages.flatMap((passage) => {
    switch (passage.kind) {
      case 'lost':
        return [passage.what];
      case 'quote':
        return lostIn(passage.passages);
      case 'list':
        return passage.items.flatMap(lostIn);
      case 'definitions':
        return passage.items.flatMap((item) => lostIn(item.passages));
      default:
        return [];
    }
  });
}

/** What was dropped from a text while it was read. */
export interface Dropped {
  readonly controls: number;
  readonly links: number;
}

/** Says what was dropped; nothing when nothing was. */
export function droppedRemarks({ controls, links }: Dropped): string[] {
  return [
    ...(controls > 0 ? [`${controls} control character${controls === 1 ? ' was' : 's were'} dropped.`] : []),
    ...(links > 0 ? [`${links} link${links === 1 ? '' : 's'} led to no web or mail address; the words stayed.`] : []),
  ];
}
