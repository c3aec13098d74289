/** The pages that people read, and what stands in them. */
import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../support/session.ts';

/** Every page, from the project's root with `/`. */
export const pages: readonly string[] = [
  'README.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'releases/README.md',
  ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' })
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.md'))
    .sort(),
];

export function readPage(path: string): string {
  return readFileSync(root + path, 'utf8');
}

/** A stretch between two fences. */
export interface FencedBlock {
  /** The first word behind the opening fence: `console`, `diff`. */
  readonly kind: string;
  /** What else stands there: the name of the file that the block is about. */
  readonly file: string;
  readonly lines: readonly string[];
  /** Index of the line of the opening fence. */
  readonly start: number;
}

/** The fenced blocks of a page, in order. */
export function blocksOf(text: string): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  let open: { readonly fence: string; readonly words: string; readonly start: number } | undefined;
  const lines = text.split('\n');
  lines.forEach((line, index) => {
    const [, fence = '', words = ''] = /^(`{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined) {
      if (fence !== '') open = { fence, words: words.trim(), start: index };
    } else if (fence === open.fence && words === '') {
      const [kind = '', file = ''] = open.words.split(' ', 2);
      blocks.push({ kind, file, lines: lines.slice(open.start + 1, index), start: open.start });
      open = undefined;
    }
  });
  if (open !== undefined) throw new Error(`The block that begins in line ${open.start + 1} is never closed.`);
  return blocks;
}

/** A page without what stands in fenced blocks. */
export function proseOf(text: string): string {
  const lines = text.split('\n');
  for (const block of blocksOf(text).reverse()) lines.splice(block.start, block.lines.length + 2);
  return lines.join('\n');
}

/** The places in a page that a link can name, as GitHub makes them of headings. */
export function anchorsOf(text: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(text).matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '');
    const anchor = plain.replaceAll(' ', '-');
    let free = anchor;
    for (let count = 1; anchors.has(free); count += 1) free = `${anchor}-${count}`;
    anchors.add(free);
  }
  return anchors;
}
