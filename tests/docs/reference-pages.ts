/** The reference, made from the same cards that the program is made from. */
import { groupSummaries } from '../../src/cli/command-groups.ts';
import { commandNames, loadCommand } from '../../src/cli/commands/index.ts';
import { globalOptions } from '../../src/cli/options/globals.ts';
import { facetOptions, selectionOptions } from '../../src/cli/options/selection-options.ts';
import { exportFormats } from '../../src/formats/index.ts';
import { importers } from '../../src/importers/index.ts';
import type { Command, CommandArgument, CommandOption } from '../../src/model/command.ts';
import { errorCodes } from '../../src/model/press-error.ts';
import { commandOf, levelOf, waysToMend, type AnyRule } from '../../src/cli/terminal/rule-facts.ts';
import { ruleTopics, type ExampleFile, type ExampleFiles } from '../../src/model/rule.ts';
import { vocabularyTopics } from '../../src/model/vocabulary-rule.ts';
import type { Facet } from '../../src/model/taxonomy.ts';
import { reporters } from '../../src/reporters/index.ts';
import { rules } from '../../src/rules/index.ts';
import { vocabularyRules } from '../../src/vocabulary-rules/index.ts';
import { terminalSafe } from '../../src/text/terminal-safe.ts';

const made = '<!-- Made from the program by tests/docs/reference.test.ts; UPDATE_GOLDEN=1 makes it anew. -->';

type Rows = readonly (readonly string[])[];

/** A table; a bar or a line break in a cell would end it. */
function table(head: readonly string[], rows: Rows): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

function page(...parts: readonly string[]): string {
  return `${[parts[0], made, ...parts.slice(1)].filter((part) => part !== '').join('\n\n')}\n`;
}

/** All commands. The options of facets are those of the given vocabulary. */
export async function commandsPage(facets: readonly Facet[]): Promise<string> {
  const cards = await Promise.all(commandNames.map(loadCommand));
  return page(
    '# Commands',
    '`press COMMAND --help` shows the same in a terminal, with the vocabulary of the repository that you stand in.',
    table(
      ['command', 'what it does'],
      cards.map((card) => [`[\`press ${card.name}\`](#press-${card.name.replaceAll(' ', '-')})`, card.summary]),
    ),
    '## Options of every command',
    optionTable([
      ...globalOptions,
      { flags: '-h, --help', summary: 'show help' },
      { flags: '-V, --version', summary: 'show the version' },
    ]),
    '`--` ends the options; what stands behind it is an argument even when it begins with a hyphen.',
    '## Exit status',
    table(['status', 'meaning'], exitStatuses),
    '## Choosing releases',
    `These options are the same on every command that chooses releases (${namesWith(cards, 'selection')}). Different options must all hold; of several values of one option one is enough, except that every \`--where\` must hold.`,
    'Each facet of the vocabulary is an option, and one with `not-` in front; its value is any word that finds a term, or several with commas between. In the shipped vocabulary:',
    optionTable(facetOptions(facets, 'selection')),
    'In every vocabulary:',
    optionTable(selectionOptions),
    ...[...groupSummaries].map(
      ([name, summary]) =>
        `The commands that begin with \`press ${name}\`: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`,
    ),
    ...(await Promise.all(cards.map(commandPart))),
  );
}

const exitStatuses: Rows = [
  ['0', 'done, nothing wrong'],
  ['1', 'something was found: findings, no such term, something stale, a source that wants a person'],
  ['2', 'could not run: a wrong command line, an unknown term, no repository, a file that cannot be used or written'],
  ['70', 'a fault in press'],
  ['130', 'interrupted (Ctrl-C)'],
  ['143', 'asked to end by the system'],
];

function namesWith(cards: readonly Command[], facets: Command['facets']): string {
  return cards
    .filter((card) => card.facets === facets)
    .map((card) => `\`${card.name}\``)
    .join(', ');
}

async function commandPart(card: Command): Promise<string> {
  const parts = [
    `## press ${card.name}`,
    card.summary,
    ...(card.details ?? []),
    `\`\`\`text\npress ${[card.name, ...card.arguments.map(argumentWord), '[options]'].join(' ')}\n\`\`\``,
    card.arguments.length === 0
      ? ''
      : table(
          ['argument', 'meaning'],
          card.arguments.map((argument) => [`\`${argument.name.toUpperCase()}\``, argument.summary]),
        ),
    card.facets === 'selection' ? 'Takes all options of [choosing releases](#choosing-releases), and:' : '',
    card.facets === 'answers' ? 'Takes an option for each facet of the vocabulary (`--field`, `--source` …), and:' : '',
    card.options.length === 0 ? '' : optionTable(card.options),
    await cardsOf(card.name),
    '### Examples'.concat(` of press ${card.name}`),
    card.examples
      .map(
        ({ line, summary }) =>
          `* \`press ${line}\`: ${summary.charAt(0).toLowerCase()}${summary.slice(1).replace(/\.$/, '')}`,
      )
      .join('\n'),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function argumentWord({ name, required, variadic }: CommandArgument): string {
  const word = `${name.toUpperCase()}${variadic ? ' …' : ''}`;
  return required ? word : `[${word}]`;
}

function optionTable(options: readonly CommandOption[]): string {
  const shown = options.filter(({ hidden }) => hidden !== true);
  return table(
    ['option', 'meaning'],
    shown.map((option) => [`\`${option.flags}\``, meaning(option)]),
  );
}

function meaning({ summary, choices, repeatable }: CommandOption): string {
  const named =
    choices === undefined || choices.every((choice) => summary.includes(choice))
      ? ''
      : `; one of ${choices.join(', ')}`;
  const repeated = repeatable !== true || summary.includes('repeat') ? '' : '; may be repeated';
  return `${summary}${named}${repeated}`;
}

const folderUnits = { release: 'a file for each release', part: 'as many parts as it needs' };

/** What a command can be told by name: formats, kinds of sources, ways to print. */
async function cardsOf(command: string): Promise<string> {
  const load = <Card>(cards: ReadonlyMap<string, () => Promise<Card>>): Promise<Card[]> =>
    Promise.all([...cards.values()].map((card) => card()));
  if (command === 'export') {
    const rows = (await load(exportFormats)).map((format) => [
      `\`${format.id}\``,
      format.summary,
      format.mediaType,
      `\`.${format.extension}\``,
      `\`${format.content}\``,
      format.folder === undefined ? 'no' : folderUnits[format.folder.unit],
      format.marksUnpublished ? 'yes' : 'no',
      format.hasTombstones ? 'yes' : 'no',
      format.leavesOut.join(', '),
    ]);
    return table(
      [
        'format',
        'what it is',
        'media type',
        'ending of a saved feed',
        '`--content` unless you say',
        'a folder behind `-o`',
        'can show what is not public',
        'announces withdrawals',
        'has no room for',
      ],
      rows,
    );
  }
  if (command === 'import')
    return table(
      ['kind', 'what it is'],
      (await load(importers)).map(({ id, summary }) => [`\`${id}\``, summary]),
    );
  if (command === 'validate' || command === 'taxonomy check')
    return table(
      ['format', 'what it is'],
      (await load(reporters)).map(({ id, summary }) => [`\`${id}\``, summary]),
    );
  return '';
}

/** All rules, with why and examples. */
export function rulesPage(): string {
  return page(
    '# Rules',
    'What `press validate` looks for. `press explain RULE` shows the same in a terminal.',
    'How serious a rule is can be changed for everybody in `press.yaml`, with `rules: {dateline-date: error}`, and for one run with `press validate --rule dateline-date=error`. The levels are `off`, `info`, `warning` and `error`.',
    'A remark silences a rule in one place, and says why: `# press-ignore RULE: reason` in the front matter, on the line or on one of its own above the entry, or at the top for what is missing; `<!-- press-ignore RULE: reason -->` in the text, in the line or above the paragraph. Several rules stand with commas between. A remark that silences nothing is a finding itself (`unused-ignore`).',
    ...tablesOf('##', ruleTopics, rules),
    '## Rules about the vocabulary',
    'What `press taxonomy check` looks for in `taxonomy.yaml`. Levels are changed in the same way, for one run with `press taxonomy check --rule unused-term=off`.',
    ...tablesOf('###', vocabularyTopics, vocabularyRules),
    ...[...rules, ...vocabularyRules].map(rulePart),
  );
}

function tablesOf(mark: string, topics: Readonly<Record<string, string>>, cards: readonly AnyRule[]): string[] {
  return Object.entries(topics).flatMap(([topic, heading]) => {
    const about = cards.filter((rule) => rule.topic === topic);
    const rows = about.map((rule) => [
      `[\`${rule.id}\`](#${anchorOf(rule.id)})`,
      levelOf(rule),
      fixesOf(rule),
      rule.summary,
    ]);
    return [`${mark} ${heading}`, table(['rule', 'severity', 'mended by', 'what is wrong'], rows)];
  });
}

/** As GitHub makes anchors of headings. */
function anchorOf(id: string): string {
  return id.replaceAll('.', '');
}

function fixesOf(rule: AnyRule): string {
  return waysToMend(rule)
    .map(({ option }) => `\`${option}\``)
    .join(', ');
}

function rulePart(rule: AnyRule): string {
  const { id, summary, why, examples } = rule;
  const shown = examples.flatMap(({ wrong, right }) => ['Wrong:', fenced(wrong), 'Right:', fenced(right)]);
  const mended = waysToMend(rule).map(({ option, what }) => `\`${commandOf(rule)} ${option}\`: ${what}`);
  const bound =
    rule.isBinding === true
      ? ['No remark in a file silences this rule, because it decides whether the release may go out.']
      : [];
  return [`## ${id}`, `*${levelOf(rule)}* · ${summary}`, why, ...shown, ...mended, ...bound].join('\n\n');
}

const longestExample = 20;
const longestLine = 200;

function fenced(files: ExampleFiles): string {
  const lines =
    typeof files === 'string'
      ? linesOf(files)
      : Object.entries(files).flatMap(([path, file], index) => [
          ...(index === 0 ? [] : ['']),
          ...fileLines(path, file),
        ]);
  return `\`\`\`\`text\n${lines.map((line) => line.trimEnd()).join('\n')}\n\`\`\`\``;
}

function fileLines(path: string, file: ExampleFile): string[] {
  if (typeof file === 'string') return [`${path}:`, ...linesOf(file)];
  if ('linkTo' in file) return [`${path}: a link to ${file.linkTo}`];
  return [`${path}, saved as Windows-1252:`, ...linesOf(file.windows1252)];
}

/** The lines of an example; what cannot be seen has a name, and what only shows size is cut. */
function linesOf(text: string): string[] {
  const lines = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => visible(line));
  if (lines.length <= longestExample) return lines;
  return [...lines.slice(0, longestExample - 1), `… and ${lines.length - longestExample + 1} more lines`];
}

function visible(line: string): string {
  const shown = terminalSafe(line).replaceAll('\uFEFF', '\\u{FEFF}');
  return shown.length <= longestLine
    ? shown
    : `${shown.slice(0, longestLine)}… and ${shown.length - longestLine} more characters`;
}

/** All codes of errors. */
export function errorsPage(): string {
  const ruleIds = new Set(rules.map(({ id }) => id));
  const codes = Object.entries(errorCodes);
  return page(
    '# Errors',
    'What stops a command before it has done anything. The message that press prints quotes your words and says what to do; the exit status is 2. `press explain CODE` shows what stands here.',
    table(
      ['code', 'what it says'],
      codes.map(([code, sentence]) => [
        `\`${code}\``,
        ruleIds.has(code) ? `${sentence} [A rule of the same name](rules.md#${code}) tells more.` : sentence,
      ]),
    ),
    'Something else that goes wrong is a fault in press, with exit status 70: please report it with what `--debug` shows.',
  );
}
