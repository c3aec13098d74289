/**
 * Plays the blocks of a page, one after the other, in one folder:
 *
 *     ```console            what somebody types behind «$», and what a terminal of a hundred columns shows
 *     ```diff FILE          an edit of a file by hand
 *     ```text FILE          a file that somebody makes
 *
 * A prompt knows press (also as `node bin/press.js`), `cd DIR`, `cat FILE`, `echo $?`, a `\` at the end of a line, and `| head -N`.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { copyOf, root, words } from '../support/session.ts';
import { testNow } from '../support/world.ts';
import { blocksOf, readPage, type FencedBlock } from './pages.ts';

/** Expects the console blocks of a page to show what happens, or writes them when UPDATE_GOLDEN=1. */
export async function expectReplay(path: string, repository: 'empty' | 'shipped'): Promise<void> {
  const text = readPage(path);
  const played = await replayPage(text, repository);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(root + path, played);
  else expect(played, 'UPDATE_GOLDEN=1 writes it anew').toBe(text);
}

/** The page as it would be if its console blocks showed what happens. `repository` is that of a session (`copyOf`). */
async function replayPage(text: string, repository: 'empty' | 'shipped'): Promise<string> {
  const folder = copyOf(repository);
  const desk: Desk = { folder, at: folder, status: 0 };
  const lines = text.split('\n');
  let moved = 0;
  try {
    for (const block of blocksOf(text)) {
      if (block.kind !== 'console') {
        if (block.kind === 'diff' || block.kind === 'text') changeFile(block, desk);
        continue;
      }
      const shown = await play(block.lines, desk);
      lines.splice(block.start + 1 + moved, block.lines.length, ...shown);
      moved += shown.length - block.lines.length;
    }
    return lines.join('\n');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where somebody stands while they follow a page. */
interface Desk {
  readonly folder: string;
  at: string;
  status: number;
}

function changeFile({ kind, file, lines }: FencedBlock, { at }: Desk): void {
  const path = join(at, file);
  const text = kind === 'diff' ? edited(readFileSync(path, 'utf8'), lines) : `${lines.join('\n')}\n`;
  writeFileSync(path, text);
}

/** The lines with «-» and those without a mark must stand in the text once, in that order. */
function edited(text: string, lines: readonly string[]): string {
  const side = (mark: string): string =>
    lines.flatMap((line) => (line.startsWith(mark) || line.startsWith(' ') ? [`${line.slice(1)}\n`] : [])).join('');
  const [before, after, ...more] = text.split(side('-'));
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`This stands not once in the file:\n${side('-')}`);
  return `${before}${side('+')}${after}`;
}

async function play(lines: readonly string[], desk: Desk): Promise<string[]> {
  const shown: string[] = [];
  for (const { typed, follows } of commandsOf(lines)) {
    const output = await run(typed.map((line) => line.replace(/^\$ | \\$/g, '').trim()).join(' '), desk);
    shown.push(...(follows ? [''] : []), ...typed, ...linesOf(output));
  }
  return shown;
}

/** The lines that somebody types, and whether an empty line keeps them apart from what stands above. */
function commandsOf(lines: readonly string[]): { readonly typed: readonly string[]; readonly follows: boolean }[] {
  return lines.flatMap((line, start) => {
    if (!line.startsWith('$ ')) return [];
    const length = lines.slice(start).findIndex((each) => !each.endsWith(' \\')) + 1;
    return [{ typed: lines.slice(start, start + length), follows: lines[start - 1] === '' }];
  });
}

function linesOf(output: string): string[] {
  return output === ''
    ? []
    : output
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => line.trimEnd());
}

async function run(command: string, desk: Desk): Promise<string> {
  const [, line = command, most] = /^(.*) \| head -(\d+)$/.exec(command) ?? [];
  const [program = '', ...args] = words(line);
  if (program === 'cd') {
    desk.at = join(desk.at, args[0] ?? '');
    return '';
  }
  if (program === 'cat') return readFileSync(join(desk.at, args[0] ?? ''), 'utf8');
  if (line === 'echo $?') return `${desk.status}\n`;
  const own = program === 'press' ? args : args.slice(1);
  if (program !== 'press' && `${program} ${args[0] ?? ''}` !== 'node bin/press.js')
    throw new Error(`Nobody here knows «${program}».`);
  return pressAtTerminal(own, desk, most === undefined ? Infinity : Number(most));
}

const columns = 100;

/** What press shows, stdout and stderr in the order in which they come; of stdout only the first lines. */
async function pressAtTerminal(args: readonly string[], desk: Desk, most: number): Promise<string> {
  const screen: string[] = [];
  let room = most;
  const upTo = (text: string): string => {
    const lines = text.split(/(?<=\n)/).slice(0, room);
    room -= lines.length;
    return lines.join('');
  };
  desk.status = await main(args, {
    stdin: Readable.from([]),
    stdout: terminal((text) => void screen.push(upTo(text))),
    stderr: terminal((text) => void screen.push(text)),
    cwd: desk.at,
    env: { NO_COLOR: '1' },
    now: () => Date.parse(testNow),
    onSignal: () => () => undefined,
  });
  return screen.join('');
}

function terminal(show: (text: string) => void): Writable & { readonly isTTY: true; readonly columns: number } {
  const write = (chunk: Buffer, _: BufferEncoding, done: () => void): void => {
    show(chunk.toString('utf8'));
    done();
  };
  return Object.assign(new Writable({ write }), { isTTY: true as const, columns });
}
