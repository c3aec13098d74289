/** The text of a ninjs item as Markdown. */
import { withoutControls } from '../../text/control-characters.ts';
import { markdownOfHtml } from '../html/markdown-of-html.ts';
import type { Passage, Piece } from '../page/passage.ts';
import { droppedRemarks } from '../page/remarks.ts';
import { toMarkdown } from '../page/to-markdown.ts';
import { objectsAt, textAt, type NinjsObject } from './item-values.ts';

export interface ItemBody {
  /** Markdown; empty when the item has no text that can be read. */
  readonly markdown: string;
  readonly notCarried: readonly string[];
  readonly notes: readonly string[];
}

const readers: ReadonlyMap<string, (text: string, name: string) => ItemBody> = new Map([
  ['text/html', ofHtml],
  ['application/xhtml+xml', ofHtml],
  ['text/markdown', ofMarkdown],
  ['text/plain', ofPlainText],
]);

/** The main text, in the form that keeps most. `name` is the source's, for a refusal. */
export function bodyOf(item: NinjsObject, name: string): ItemBody {
  const all = objectsAt(item, 'bodies').filter((body) => textAt(body, 'value') !== undefined);
  const main = all.filter((body) => (textAt(body, 'role') ?? 'main') === 'main');
  const bodies = main.length === 0 ? all.slice(0, 1) : main;
  for (const [type, read] of readers) {
    const body = bodies.find((each) => typeOf(each) === type);
    if (body !== undefined) return read(textAt(body, 'value') ?? '', name);
  }
  const types = bodies.map(typeOf).join(', ');
  return { markdown: '', notCarried: types === '' ? [] : [`the text, which is ${types}`], notes: [] };
}

/** Items that say nothing about it are text without marks. */
function typeOf(body: NinjsObject): string {
  return (textAt(body, 'contentType') ?? 'text/plain').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function ofHtml(text: string, name: string): ItemBody {
  const { body, changed, notCarried } = markdownOfHtml(text, { base: undefined, name });
  return { markdown: body, notCarried, notes: changed };
}

function ofMarkdown(text: string): ItemBody {
  const written = text.replace(/\r\n?/g, '\n');
  const clean = withoutControls(written);
  const notes = droppedRemarks({ droppedControls: written.length - clean.length, droppedLinks: 0 });
  return { markdown: clean.trimEnd(), notCarried: [], notes };
}

/** Paragraphs stand between empty lines; every other line end is one that the reader is to see. */
function ofPlainText(text: string): ItemBody {
  const { markdown: clean, notes } = ofMarkdown(text);
  const passages = clean.split(/\n[^\S\n]*\n/).map((block): Passage => {
    const lines = block.split('\n').map((line) => line.trim());
    const shown = lines.filter((line) => line !== '');
    const pieces = shown.flatMap((line, at): Piece[] => [
      ...(at === 0 ? [] : ['break' as const]),
      { text: line, marks: {} },
    ]);
    return { kind: 'paragraph', pieces, where: 'text' };
  });
  return { markdown: toMarkdown(passages), notCarried: [], notes };
}
