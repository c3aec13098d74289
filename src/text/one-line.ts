// A blank that is not alone, or none that is written like one.
const WRAPPED = /\s{2}|[^\S ]/;

/** A text in one line, every run of blanks and line breaks one blank: how texts are compared that may be wrapped differently. */
export function inOneLine(text: string): string {
  return WRAPPED.test(text) ? text.split(/\s+/).join(' ').trim() : text.trim();
}
