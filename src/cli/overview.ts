/** The first screen: which commands there are, with what most people come for on top. */
import { groupSummaries } from './command-groups.ts';
import { commandList } from './generated/command-list.ts';
import type { ListedCommand } from './listed-command.ts';
import { globalOptions } from './options/globals.ts';

export interface OverviewContext {
  /** The group whose commands are shown; undefined = all. */
  readonly group: string | undefined;
  /** Whether the options of every command are listed, too: not on the first screen of somebody who typed nothing else. */
  readonly withOptions: boolean;
  /** Columns of the terminal; undefined where there is none. */
  readonly columns: number | undefined;
}

const pipeWidth = 80;
const narrowest = 40;
const indent = '  ';

const firstSteps = [
  ['press new', 'write a release'],
  ['press validate', 'check all releases'],
  ['press export', 'list what is public'],
] as const;

/** The text of `press --help`, or of `press GROUP --help`. */
export function overview({ group, columns, withOptions }: OverviewContext): string {
  const width = Math.max(narrowest, columns ?? pipeWidth);
  const prefix = group === undefined ? '' : `${group} `;
  const commands =
    group === undefined
      ? topRows()
      : commandList.flatMap((each) =>
          each.name.startsWith(prefix) ? [[usageOf(each, prefix), each.summary] as const] : [],
        );
  const parts = [
    ['Usage: press ', prefix, 'COMMAND [options]'].join(''),
    group === undefined
      ? 'Scaffold, validate and export the releases of a press-release repository.'
      : (groupSummaries.get(group) ?? ''),
    ...(group === undefined ? [`Most used:\n${table(firstSteps, width)}`] : []),
    `Commands:\n${table(commands, width)}`,
    ...(withOptions
      ? [
          `Options of every command:\n${table([...globalOptions.map(({ flags, summary }): Row => [flags, summary]), ['-h, --help', 'show help'], ['-V, --version', 'show the version']], width)}`,
        ]
      : []),
    `«press ${prefix}COMMAND --help» shows options and examples.`,
  ];
  return `${parts.join('\n\n')}\n`;
}

type Row = readonly [string, string];

/** A line for each command, and one for each group with the names of what is in it. */
function topRows(): Row[] {
  const alone = commandList
    .filter(({ name }) => !name.includes(' '))
    .map((each): Row => [usageOf(each, ''), each.summary]);
  const groups = [...groupSummaries].map(([group, summary]): Row => {
    const inside = commandList.flatMap(({ name }) =>
      name.startsWith(`${group} `) ? [name.slice(group.length + 1)] : [],
    );
    return [`${group} …`, `${summary} ${inside.join(', ')}.`];
  });
  return [...alone, ...groups];
}

function usageOf({ name, words }: ListedCommand, prefix: string): string {
  return [name.slice(prefix.length), words].join(' ').trimEnd();
}

/** Two columns, the second wrapped at words. */
function table(rows: readonly Row[], width: number): string {
  const first = Math.max(...rows.map(([term]) => term.length)) + 2;
  return rows
    .flatMap(([term, text]) => rowLines(term, wrapped(text, Math.max(20, width - first - indent.length)), first))
    .join('\n');
}

function rowLines(term: string, lines: readonly string[], first: number): string[] {
  return lines.map((line, index) => `${indent}${(index === 0 ? term : '').padEnd(first)}${line}`);
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
