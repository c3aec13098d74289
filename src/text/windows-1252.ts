// What stands at 0x80 to 0x9F there, a blank where nothing does. https://encoding.spec.whatwg.org/index-windows-1252.txt
const UPPER = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The character that a C1 control (U+0080 to U+009F) was meant to be where text from Windows was taken for ISO 8859-1. */
export function fromWindows1252(control: string): string | undefined {
  const meant = UPPER.charAt(control.charCodeAt(0) - 0x80);
  return meant === '' || meant === ' ' ? undefined : meant;
}

const CONTROLS = /[\u0080-\u009F]/g;

/** Text that was decoded as Windows-1252: Node.js 20 reads it as ISO 8859-1, with controls in the place of dashes and quotation marks. */
export function withWindowsSigns(text: string): string {
  return text.replace(CONTROLS, (control) => fromWindows1252(control) ?? control);
}
