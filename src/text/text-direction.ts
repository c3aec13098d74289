/** Which way a language is written. */

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set('ar arc ckb dv fa he ks nqo ps sd syr ug ur yi'.split(' '));
const SCRIPTS: ReadonlySet<string> = new Set('adlm arab hebr mand nkoo rohg samr syrc thaa'.split(' '));

/** `rtl` or `ltr` for a language tag in canonical form (BCP 47): its script decides, else what is usual in the language. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = tag.toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4);
  const isRightToLeft = script === undefined ? RIGHT_TO_LEFT.has(language) : SCRIPTS.has(script);
  return isRightToLeft ? 'rtl' : 'ltr';
}
