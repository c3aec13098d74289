/** The text between tags and in attributes, its references resolved. */
import { namedCharacter, numberedCharacter } from '../../text/character-references.ts';

/** Notes what was not in order and read all the same. */
export type Remark = (sentence: string) => void;

const REFERENCE = /&(?:#[xX][0-9A-Fa-f]{1,8}|#[0-9]{1,8}|[A-Za-z][A-Za-z0-9]{0,30});|&/g;

/**
 * Resolves what XML has of itself (XML 1.0, 4.1 and 4.6). Names that only HTML has, and signs that stand alone, are everywhere in
 * feeds: they are read as they are meant, and said. Nothing is ever expanded twice.
 */
export function resolved(text: string, remark: Remark): string {
  if (!text.includes('&')) return text;
  // Feeds that carry HTML have a hundred thousand of these. None of them can become a part of another reference.
  const plain = text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'");
  return plain
    .split('&amp;')
    .map((piece) => (piece.includes('&') ? withoutReferences(piece, remark) : piece))
    .join('&');
}

/** Sign by sign, so that whoever hears the remarks can stop it. */
function withoutReferences(text: string, remark: Remark): string {
  const known = new Map<string, string>();
  let result = '';
  let from = 0;
  REFERENCE.lastIndex = 0;
  for (let found = REFERENCE.exec(text); found !== null; found = REFERENCE.exec(text)) {
    const [written] = found;
    const meaning = known.get(written) ?? meaningOf(written, remark);
    // A text in another script may be nothing but numbers. What is not in order is remarked on every time.
    if (written.startsWith('&#') && meaning !== '' && known.size < MOST_KNOWN) known.set(written, meaning);
    result += text.slice(from, found.index) + meaning;
    from = found.index + written.length;
  }
  return result + text.slice(from);
}

const MOST_KNOWN = 1000;

function meaningOf(written: string, remark: Remark): string {
  if (/^&#x/i.test(written)) return numbered(Number.parseInt(written.slice(3), 16), written, remark);
  return written.startsWith('&#')
    ? numbered(Number.parseInt(written.slice(2), 10), written, remark)
    : named(written, remark);
}

function numbered(point: number, written: string, remark: Remark): string {
  const character = numberedCharacter(point) ?? '';
  if (!isAllowed(character)) {
    remark(`«${written}» stands for no character of a text and was dropped.`);
    return '';
  }
  return character;
}

function named(written: string, remark: Remark): string {
  const name = written.slice(1, -1);
  const ofHtml = name === '' ? undefined : namedCharacter(name);
  if (ofHtml === undefined) remark(`«${written}» is no character of XML and stays as it stands there.`);
  else remark(`«${written}», which XML does not know, was read as HTML has it.`);
  return ofHtml ?? written;
}

function isAllowed(character: string): boolean {
  return character !== '' && !/(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/u.test(character);
}

// Everything that XML 1.0 forbids (2.2), and what no file of the archive may hold.
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Surrogate}|[\uFFFE\uFFFF]/gu;

/** A document without characters that XML has no room for; how many there were. */
export function withoutForbidden(text: string): { readonly text: string; readonly dropped: number } {
  if (text.search(FORBIDDEN) === -1) return { text, dropped: 0 };
  const clean = text.replace(FORBIDDEN, '');
  return { text: clean, dropped: text.length - clean.length };
}
