/** The texts that a text is to different readers: as it stands, without its tags, and with one round of escapes after another undone. */
import { withoutBase64, withoutQuotedPrintable } from '../text/mail-encodings.ts';
import type { RewrittenText } from '../text/rewritten-text.ts';
import { unescaped } from '../text/unescaped.ts';
import { untagged } from '../text/untagged.ts';

export interface Level extends RewrittenText {
  /** What was undone. */
  readonly behind: readonly string[];
}

// Escapes of escapes of escapes: a feed in a script in a query of an address has three rounds.
const MOST_ROUNDS = 6;
const MOST_PACKINGS = 2;

/** As it stands first. Places of every level are places of the text. */
export function levelsOf(text: string): Generator<Level> {
  return levelsFrom({ text, behind: [], origin: (offset) => offset }, MOST_PACKINGS);
}

function* levelsFrom(lowest: Level, packings: number): Generator<Level> {
  let level = lowest;
  for (let round = 0; ; round += 1) {
    yield level;
    const bare = untagged(level.text);
    if (bare !== undefined) yield above(level, bare, ['tags']);
    // Its signs may be escaped, once.
    if (packings > 0 && round < 2) yield* packedIn(level, packings - 1);
    const next = round < MOST_ROUNDS ? unescaped(level.text) : undefined;
    if (next === undefined) return;
    level = above(level, next, next.kinds);
  }
}

/** What mail programs and addresses of data make of texts. */
function* packedIn(level: Level, packings: number): Generator<Level> {
  const quoted = withoutQuotedPrintable(level.text);
  if (quoted !== undefined) yield* levelsFrom(above(level, quoted, ['quoted-printable']), packings);
  const plain = withoutBase64(level.text);
  if (plain !== undefined) yield* levelsFrom(above(level, plain, ['base64']), packings);
}

function above(below: Level, { text, origin }: RewrittenText, undone: readonly string[]): Level {
  const behind = [...new Set([...below.behind, ...undone])];
  return { text, behind, origin: (offset) => below.origin(origin(offset)) };
}
