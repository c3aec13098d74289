/**
 * Lines of an iCalendar (RFC 5545): text escaped, lines folded at 75 octets, moments in UTC.
 *
 * What a line says is put together by whoever knows; here is only how it is written.
 */
import { formatRfc3339 } from './dates.ts';

/** RFC 5545 §3.1: «lines of text SHOULD NOT be longer than 75 octets, excluding the line break». */
const MOST_OCTETS = 75;

const encoder = new TextEncoder();

/** A value of type TEXT (§3.3.11): `\`, `;`, `,` and line breaks are escaped; control characters and half characters, which have no place in one, go. */
export function calendarText(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/[\\;,]/g, String.raw`\$&`)
      .replaceAll(/\r\n|[\n\r\u2028\u2029]/g, String.raw`\n`)
      // oxlint-disable-next-line no-control-regex -- §3.1: CONTROL is none of what a text may hold; a tab is.
      .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
  );
}

/** A moment in UTC (§3.3.5, form 2), to the second: the first that is not before it. */
export function calendarMoment(epochMilliseconds: number): string {
  const text = formatRfc3339(Math.ceil(epochMilliseconds / 1000) * 1000, 0);
  return text.replaceAll(/[-:]|\.\d+/g, '');
}

/** `NAME:value` as it stands in the file, with its line breaks: folded between characters, never within one. */
export function calendarLine(name: string, value: string): string {
  const lines: string[] = [];
  let line = '';
  let octets = 0;
  for (const character of `${name}:${value}`) {
    const size = encoder.encode(character).length;
    if (octets + size > MOST_OCTETS) {
      lines.push(line);
      // The blank that marks a continued line counts.
      line = ' ';
      octets = 1;
    }
    line += character;
    octets += size;
  }
  return `${[...lines, line].join('\r\n')}\r\n`;
}
