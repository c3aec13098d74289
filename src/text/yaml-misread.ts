/** What readers of YAML 1.1, and careless ones of 1.2, make of a text that stands without quotes. */

export type Misreading = { readonly as: 'truth'; readonly value: boolean } | { readonly as: 'number' | 'time' };

const LONGEST = 40;
// Most texts are neither of these words nor begin like a number.
const BEGINNING = /^(?:[-+.0-9]|(?:y|yes|n|no|true|false|on|off)$)/i;
// https://yaml.org/type/bool.html
const TRUTH = /^(?:(y|yes|true|on)|n|no|false|off)$/i;
// https://yaml.org/type/int.html, float.html; `0o17` and `1e3` are numbers to YAML 1.2, `1,000` to Ruby.
const NUMBER =
  /^[-+]?(?:0b[01_]+|0o[0-7]+|0x[0-9a-f_]+|[0-9][0-9_,]*(?:\.[0-9_]*)?(?:e[-+]?[0-9]+)?|\.[0-9][0-9_]*(?:e[-+]?[0-9]+)?|\.inf)$|^\.nan$/i;
// What every reader writes as it read it.
const SAME_AGAIN = /^(?:-?[1-9][0-9]{0,14}|0)(?:\.[0-9]*[1-9])?$/;
// «12:30» counts to sixty: 750.
const TIME = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** What others take a plain text for; undefined for one that stays text, or a number that is written in the one usual way. Days stay text. */
export function misreadingOf(text: string): Misreading | undefined {
  if (text.length > LONGEST || isPlainlyText(text) || !BEGINNING.test(text)) return undefined;
  const truth = TRUTH.exec(text);
  if (truth !== null) return { as: 'truth', value: truth[1] !== undefined };
  if (TIME.test(text)) return { as: 'time' };
  return NUMBER.test(text) && !SAME_AGAIN.test(text) ? { as: 'number' } : undefined;
}

/** A word of some length; or what begins like a day. */
function isPlainlyText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first > 0x39) return text.length > 'false'.length;
  return text.charAt(4) === '-' && isDigit(first) && isDigit(text.charCodeAt(3));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
