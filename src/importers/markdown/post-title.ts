/** The headline of a post: its key, else the heading that its text begins with, else the name of its file. */
import type { Stated, Undecided } from '../../model/importer.ts';
import { outlineMarkdown } from '../../text/markdown-outline.ts';
import { oneLine, turnsAround } from '../page/one-line.ts';
import type { PathFacts } from './says/path-facts.ts';
import { firstText, type StatedKeys } from './says/stated-keys.ts';

export interface PostTitle {
  readonly title: Stated;
  /** The text without the heading that became the title. */
  readonly body: string;
  readonly undecided: readonly Undecided[];
  readonly changed: readonly string[];
}

const LONGEST = 300;

/** Finds the title of a post. */
export function postTitle(
  keys: StatedKeys,
  body: string,
  { path, name }: { readonly path: PathFacts; readonly name: string },
): PostTitle {
  const stated = firstText(keys, 'title');
  const plain = stated === undefined ? '' : plainTitle(stated.value);
  if (stated !== undefined && plain !== '')
    return short({ value: plain, origin: stated.origin }, body, mendings(stated.value, plain));
  const heading = firstHeading(body);
  if (heading !== undefined)
    return short({ value: heading.words, origin: 'heading of the text' }, heading.rest, [headingGone]);
  return {
    ...short({ value: wordsOfName(path.words || name), origin: 'name of the file', confidence: 'likely' }, body, []),
    undecided: [untitled(path.words || name)],
  };
}

/** What was done to a title, as sentences. */
function mendings(written: string, plain: string): string[] {
  return [
    ...(turnsAround(written) ? ['Characters that turn text around were dropped from the title.'] : []),
    ...(plain === oneLine(written) ? [] : ['Tags of HTML in the title were left out.']),
  ];
}

const headingGone = 'The heading at the top of the text became the title, and stands there no more.';

/** A title without tags; what only looks like one stays. */
function plainTitle(written: string): string {
  const line = oneLine(written);
  return line.includes('<')
    ? oneLine(
        line.replace(
          /<\/?(?:a|b|i|em|strong|br|span|sup|sub|u|p|h[1-6]|font|small|mark|cite|q|wbr)(?:\s[^<>]{0,500})?\/?>/gi,
          '',
        ),
      )
    : line;
}

function short(title: Stated, body: string, changed: readonly string[]): PostTitle {
  const template = /\{\{|\{%/.test(title.value) ? [instruction(title)] : [];
  if (title.value.length <= LONGEST) return { title, body, undecided: template, changed };
  const value = `${title.value.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
  const undecided: Undecided = {
    key: 'title',
    value: title.value,
    origin: title.origin,
    message: `The title has ${title.value.length} characters, and ${LONGEST} are the most: «${title.value}».`,
    hint: 'It was cut. Write a shorter one into the release.',
  };
  return { title: { ...title, value }, body, undecided: [...template, undecided], changed };
}

function instruction({ value, origin }: Stated): Undecided {
  const message = 'The title holds an instruction that only its site builder can carry out.';
  return { key: 'title', value, origin, message, hint: 'Write the words that readers shall see.' };
}

/** A heading of the first level with which a text begins. */
function firstHeading(body: string): { readonly words: string; readonly rest: string } | undefined {
  const start = body.search(/\S/);
  if (start === -1) return undefined;
  const [block] = outlineMarkdown(body.slice(start, start + 2000)).blocks;
  const [words] = block?.content ?? [];
  if (block?.kind !== 'heading' || block.level !== 1 || words === undefined) return undefined;
  const written = body.slice(start + words.start, start + words.end);
  const plain = oneLine(
    plainTitle(written)
      .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
      .replace(/[*_`]{1,3}(?=\S)([^*_`]+)[*_`]{1,3}/g, '$1')
      .replace(/\\([!-/:-@[-`{-~])/g, '$1'),
  );
  return plain === '' ? undefined : { words: plain, rest: body.slice(start + block.end) };
}

/** `board-agenda` as «Board agenda». */
function wordsOfName(name: string): string {
  const words = oneLine(name.replace(/[-_]+/g, ' '));
  const shown = words === '' ? 'Untitled' : words;
  return shown.charAt(0).toUpperCase() + shown.slice(1);
}

function untitled(name: string): Undecided {
  return {
    key: 'title',
    value: name,
    origin: 'name of the file',
    message: 'It has no title, neither as a key nor as a heading: the words of the file’s name stand in its place.',
    hint: 'Write the title into the release.',
  };
}
