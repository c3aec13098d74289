/** The refusal of XML that cannot be read: what is wrong, and on which line. */
import { PressError } from '../../model/press-error.ts';

/** Where a document is read. */
export interface XmlText {
  /** The source's name. */
  readonly name: string;
  readonly text: string;
}

/** `what` is the rest of a sentence. */
export function xmlFault({ name, text }: XmlText, at: number, what: string): PressError {
  return new PressError(
    'unreadable-file',
    `«${name}» is no XML that can be read: ${what} (line ${lineAt(text, at)}).`,
    {
      hint: 'Save it again from where it came from, whole and without changes: half of a feed would pass for all of it.',
    },
  );
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
