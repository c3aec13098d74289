/**
 * JSON and XML mean the same with any character written as an escape. So what moves a cursor or turns the order of others around is
 * written so where people look at such a text on a terminal, which obeys U+009B as it does an escape code.
 */
const DECEIVING = /[\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** JSON with those characters as `\u009B`; they can stand in its texts and names only. */
export function jsonForSight(json: string): string {
  return json.replace(DECEIVING, (character) => `\\u${hexadecimal(character)}`);
}

/** XML with those characters as `&#x9B;`; press makes the names of its elements and attributes itself. */
export function xmlForSight(xml: string): string {
  return xml.replace(DECEIVING, (character) => `&#x${hexadecimal(character)};`);
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
