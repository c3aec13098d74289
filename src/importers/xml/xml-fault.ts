/** The refusal of XML that cannot be read: what is wrong, and on which line. */
import { PressError } from '../../model/press-error.ts';
import { lineAt } from '../record/json-scan.ts';

/** Where a document is read. */
export interface XmlText {
  /** The source's name. */
  readonly name: string;
  readonly text: string;
}

export interface XmlFault {
  /** The rest of a sentence. */
  readonly what: string;
  readonly hint: string;
}

const saveAgain =
  'Save it again from where it came from, whole and without changes: half of a feed would pass for all of it.';

/** A fault at an offset; where the way out is not to save the source again, it stands with what is wrong. */
export function xmlFault({ name, text }: XmlText, at: number, fault: string | XmlFault): PressError {
  const { what, hint } = typeof fault === 'string' ? { what: fault, hint: saveAgain } : fault;
  const where = `line ${lineAt(text, at)}`;
  return new PressError('unreadable-file', `«${name}» is no XML that can be read: ${what} (${where}).`, { hint });
}
