/** What a person may want to look at after a page was read, though nothing of it is unknown. */
import { counted } from '../../text/counted.ts';
import type { Dateline } from '../../model/dateline.ts';
import type { FoundRelease } from './find-release.ts';
import { oneLine, turnsAround } from './one-line.ts';
import { passagesIn, textOfPassage, type Passage } from './passage.ts';

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

const KEEP_IN =
  /embargo|эмбарго|sperrfrist|\bnot (?:to be (?:released|published|distributed)|for (?:immediate )?(?:release|publication|distribution|circulation))\b|\bhold for release\b|\bdo not (?:release|publish|distribute|circulate)\b|не (?:публиковать|для (?:печати|публикации|распространения))|\bne pas (?:publier|diffuser)\b|\bno (?:publicar|difundir) antes\b|nicht vor \S{1,20} veröffentlichen/i;

/** Most texts that say «embargo» are about one on arms; one that is under embargo must not go out for it. */
export function speaksOfEmbargo(text: string): boolean {
  return KEEP_IN.test(text);
}

/** Says that a text speaks of one. */
export function embargoRemarks(text: string): string[] {
  return speaksOfEmbargo(text)
    ? [
        'The text speaks of an embargo, or of not being public yet. Import sets none, and makes a draft: look whether the release may be public.',
      ]
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
  return passages.flatMap((passage) => (passage.kind === 'lost' ? [passage.what] : lostIn(passagesIn(passage))));
}

const MOST_SHOWN = 3;

/** What became of things in the text that are not written as the page has them: a sentence for each kind of them. */
export function changedIn(passages: readonly Passage[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const { what, shown } of changesIn(passages)) {
    const all = kinds.get(what);
    if (all === undefined) kinds.set(what, [shown]);
    else all.push(shown);
  }
  return [...kinds].map(([what, all]) => sentenceOf(what, all));
}

function changesIn(passages: readonly Passage[]): Extract<Passage, { kind: 'changed' }>[] {
  return passages.flatMap((passage) => (passage.kind === 'changed' ? [passage] : changesIn(passagesIn(passage))));
}

function sentenceOf(what: string, all: readonly string[]): string {
  const named = [...new Set(all.filter((shown) => shown !== ''))].slice(0, MOST_SHOWN).map((shown) => `«${shown}»`);
  const count = all.length > Math.max(named.length, 1) ? ` (${all.length} in all)` : '';
  return `${what}${named.length === 0 ? '' : `: ${named.join(', ')}`}${count}.`;
}

/** How much was dropped from a text while it was read. */
export interface Dropped {
  readonly droppedControls: number;
  readonly droppedLinks: number;
  readonly droppedInvisible?: number;
}

/** Says what was dropped; nothing when nothing was. */
export function droppedRemarks({ droppedControls, droppedLinks, droppedInvisible = 0 }: Dropped): string[] {
  return [
    ...(droppedControls > 0 ? [`${wereThere(droppedControls, 'control character')} dropped.`] : []),
    ...(droppedInvisible > 0
      ? [
          `${wereThere(droppedInvisible, 'soft hyphen or blank without a width', 'soft hyphens or blanks without a width')} dropped.`,
        ]
      : []),
    ...(droppedLinks > 0 ? [`${counted(droppedLinks, 'link')} led to no web or mail address; the words stayed.`] : []),
  ];
}

function wereThere(count: number, one: string, several?: string): string {
  return `${counted(count, one, several)} ${count === 1 ? 'was' : 'were'}`;
}
