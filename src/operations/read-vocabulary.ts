/** The bytes of a vocabulary file as text. */
import { PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';

/** Throws PressError for what is no UTF-8. A byte-order mark is left out. */
export function vocabularyText(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PressError('unreadable-file', `${quoted(name)} is not UTF-8 text.`, {
      hint: 'Save it as UTF-8, then run the command again.',
    });
  }
}
