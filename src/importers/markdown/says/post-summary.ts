/** The summary of a post: plain text, from the first key that has one. */
import type { Stated } from '../../../model/importer.ts';
import { withoutControls } from '../../../text/control-characters.ts';
import { namedCharacter } from '../../../text/character-references.ts';
import { textIn } from '../../record/value-texts.ts';
import { shown, type StatedKeys } from './stated-keys.ts';

export interface PostSummary {
  readonly summary: Stated | undefined;
  readonly notCarried: readonly string[];
  readonly changed: readonly string[];
}

const LONGEST = 5000;

/** Reads the summary; a second one that says something else is reported. */
export function postSummary(keys: StatedKeys): PostSummary {
  const notCarried: string[] = [];
  const changed: string[] = [];
  let summary: Stated | undefined;
  for (const key of keys.known.get('summary') ?? []) {
    const text = textIn(key);
    const plain = text === undefined ? '' : plainText(text.value);
    if (plain === '' || plain.length > LONGEST)
      notCarried.push(`«${key.name}: ${shown(key.value)}» (no summary of at most ${LONGEST} characters)`);
    else if (summary === undefined) {
      if (plain !== text?.value.trim())
        changed.push(`«${key.name}»: HTML and characters that turn text around were left out, the words stayed.`);
      summary = { value: plain, origin: key.origin };
    } else if (summary.value !== plain)
      notCarried.push(`«${key.name}: ${shown(key.value)}» (there is a summary already)`);
  }
  return { summary, notCarried, changed };
}

// Separators of lines that no output has, and signs that turn a line around, which no front matter may hold.
const UNFIT = /[\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/g;

/** Text without tags and references of HTML. */
function plainText(written: string): string {
  const text = withoutControls(written.replace(/\r\n?/g, '\n').replace(UNFIT, ' '));
  const tagless = text.includes('<') ? text.replace(/<\/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,500})?\/?>/gi, '') : text;
  return tagless.replace(/&([a-z]{2,8});/gi, (all, name: string) => namedCharacter(name) ?? all).trim();
}
