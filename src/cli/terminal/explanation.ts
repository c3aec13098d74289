/** What `press explain` says about rules and error codes. */
import wrapAnsi from 'wrap-ansi';
import type { Paint } from '../../model/environment.ts';
import { errorCodes, type ErrorCode } from '../../model/press-error.ts';
import { commandOf, levelOf, waysToChange, waysToMend, type AnyRule } from './rule-facts.ts';
import { ruleTopics, type ExampleFile, type ExampleFiles } from '../../model/rule.ts';
import { vocabularyTopics } from '../../model/vocabulary-rule.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

const LONGEST_EXAMPLE = 16;

/** All rules and codes, a line each. */
export function overview(rules: readonly AnyRule[], paint: Paint): string {
  const codes = Object.entries(errorCodes);
  const width = Math.max(...rules.map(({ id }) => id.length), ...codes.map(([code]) => code.length));
  const line = (name: string, summary: string): string => `  ${paint.strong(name.padEnd(width))}  ${summary}`;
  const byTopic = (command: string, topics: Readonly<Record<string, string>>): string[] =>
    Object.entries(topics).flatMap(([topic, heading]) => [
      `${heading}:`,
      ...rules
        .filter((rule) => commandOf(rule) === command && rule.topic === topic)
        .map((rule) => line(rule.id, `${rule.summary} (${levelOf(rule)})`)),
      '',
    ]);
  return [
    'The rules of «press validate», by what they are about.',
    '',
    ...byTopic('press validate', ruleTopics),
    'The rules of «press taxonomy check», by what they are about.',
    '',
    ...byTopic('press taxonomy check', vocabularyTopics),
    'Codes of errors that stop a command:',
    ...codes.map(([code, summary]) => line(code, summary)),
    '',
    '«press explain NAME» tells more.',
    '',
  ].join('\n');
}

/** A rule: what is wrong, why it matters, wrong and right files, and how to change how serious it is. `columns` is Infinity in a pipe. */
export function explainRule(rule: AnyRule, paint: Paint, columns: number): string {
  const { id, summary, why, examples } = rule;
  const wrap = (text: string): string => (columns === Infinity ? text : wrapAnsi(text, columns));
  return [
    `${paint.strong(id)} (${levelOf(rule)})`,
    summary,
    '',
    wrap(why),
    ...examples.flatMap(({ wrong, right }) => [
      '',
      paint.bad('Wrong:'),
      ...exampleLines(wrong),
      '',
      paint.good('Right:'),
      ...exampleLines(right),
    ]),
    ...waysToMend(rule).flatMap(({ option, what }) => ['', paint.strong(`${commandOf(rule)} ${option}`), wrap(what)]),
    ...waysToChange(rule).flatMap(({ what, lines }) => ['', wrap(what), ...lines.map((line) => `    ${line}`)]),
    '',
  ].join('\n');
}

/** An error code: what it says, and where a rule of the same name tells more. */
export function explainError(code: ErrorCode, paint: Paint): string {
  return [
    `${paint.strong(code)} (error of a command, exit status 2)`,
    errorCodes[code],
    '',
    'The command did nothing. Its message quotes the words that it stumbled over, and says what to do.',
    '',
  ].join('\n');
}

function exampleLines(files: ExampleFiles): string[] {
  if (typeof files === 'string') return textLines(files);
  return Object.entries(files).flatMap(([path, file]) => fileLines(path, file));
}

function fileLines(path: string, file: ExampleFile): string[] {
  if (typeof file === 'string') return [`  ${path}`, ...textLines(file)];
  if ('linkTo' in file) return [`  ${path} is a link to ${file.linkTo}`];
  return [`  ${path}, saved as Windows-1252`, ...textLines(file.windows1252)];
}

function textLines(text: string): string[] {
  const lines = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => `    ${visible(line)}`);
  if (lines.length <= LONGEST_EXAMPLE) return lines;
  const cut = lines.length - LONGEST_EXAMPLE + 1;
  return [...lines.slice(0, LONGEST_EXAMPLE - 1), `    … and ${cut} more lines`];
}

/** Also the byte-order mark, which no terminal shows. */
function visible(line: string): string {
  return terminalSafe(line).replaceAll('\uFEFF', '\\u{FEFF}');
}
