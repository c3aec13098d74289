/**
 * The report of an import for editors, as Markdown: what there was in all, then release by release what came in, what was guessed, what
 * was left behind and why. Nothing that comes from a source can become markup.
 */
import { largest } from '../text/largest.ts';
import { bodyPart } from '../model/written-marks.ts';
import { filesLeft, mattersOf } from './bring-in-matters.ts';
import {
  isTold,
  partOf,
  type CarriedFile,
  type ImportReport,
  type ReadValue,
  type ReleaseReport,
} from './bring-in-report.ts';

/** The pieces of the document. */
export function* reportAsMarkdown(report: ImportReport): Generator<string> {
  const isDone = report.outcome === 'written';
  yield `# Import\n\n${outcomes[report.outcome]}\n\n`;
  yield totals(report);
  const groups = [
    ['To look at', (release: ReleaseReport) => mattersOf(release).length > 0],
    ['Without anything to look at', (release: ReleaseReport) => mattersOf(release).length === 0 && isTold(release)],
    ['There already', (release: ReleaseReport) => mattersOf(release).length === 0 && !isTold(release)],
  ] as const;
  for (const [title, belongs] of groups) yield* section(title, report.releases.filter(belongs), isDone);
  if (report.unread.length > 0) yield '## Not read\n\n';
  for (const { source, message } of report.unread) yield `- ${code(source)}: ${plain(message)}\n`;
}

const outcomes: Readonly<Record<ImportReport['outcome'], string>> = {
  written: 'The releases stand in the archive.',
  'dry-run': 'Nothing was written: this shows what would be.',
  refused: 'Nothing was written, because something has to be settled first.',
};

function totals({ summary }: ImportReport): string {
  const rows = [
    ['Sources', summary.sources],
    ['New releases', summary.new],
    ['of them published', summary.published],
    ['of them drafts', summary.drafts],
    ['Updated', summary.updated],
    ['of them public', summary.public],
    ['Unchanged', summary.unchanged],
    ['There already', summary.duplicates],
    ['With guesses', summary.guessed],
    ['Files copied', summary.files],
    ['Files not there', summary.missingFiles],
    ['Not read', summary.unread],
    ['To look at', summary.toLookAt],
  ] as const;
  const lines = rows
    .filter(([name, count]) => count > 0 || always.has(name))
    .map(([name, count]) => `| ${name} | ${count} |\n`);
  return `| | |\n|---|---:|\n${lines.join('')}\n`;
}

const always: ReadonlySet<string> = new Set(['Sources', 'New releases', 'To look at']);

function* section(title: string, releases: readonly ReleaseReport[], isDone: boolean): Generator<string> {
  if (releases.length === 0) return;
  yield `## ${title}\n\n`;
  for (const release of releases) yield `### ${titleOf(release)}\n\n${itemsOf(release, isDone).join('')}\n`;
}

function titleOf({ read, source, part }: ReleaseReport): string {
  const title = read.find(({ key }) => key === 'title')?.value;
  return typeof title === 'string' && title !== '' ? plain(title) : plain(partOf(source, part));
}

/** What became of each part. */
function itemsOf(release: ReleaseReport, isDone: boolean): string[] {
  const { source, part, importer } = release;
  return [
    `- Source: ${code(partOf(source, part))} (${importer})\n`,
    `- ${isDone ? '' : 'Not written: '}${whatBecame(release)}\n`,
    ...mattersOf(release)
      .filter(({ label }) => label !== 'note' && label !== 'file')
      .map(({ label, text }) => `- **${labels[label] ?? label}**: ${plain(text)}\n`),
    ...(isTold(release) ? filesLeft(release.files).map(leftFiles) : []),
    ...(isTold(release) ? details(release) : []),
  ];
}

const labels: Readonly<Record<string, string>> = {
  unknown: 'Unknown',
  missing: 'Missing',
  differs: 'Disputed',
  'left out': 'Left out',
  guess: 'Guess, not written',
  note: 'Note',
};

function whatBecame({ outcome, path = '', status, duplicateOf, updated, isReady }: ReleaseReport): string {
  const ready =
    isReady === true ? ' It is a draft that lacks nothing any more: `--status published` publishes it.' : '';
  switch (outcome) {
    case 'new':
      return `Came in as ${code(path)}, ${status ?? ''}.`;
    case 'updated':
      return `Updated ${code(path)}: ${(updated?.parts ?? []).map(partName).join(', ')}.${updated?.public === true ? ' **It is public.**' : ''}${ready}`;
    case 'unchanged':
      return `Nothing to change in ${code(path)}.${ready}`;
    case 'duplicate':
      return duplicateOf?.source === undefined
        ? `Is there already: ${code(duplicateOf?.path ?? '')}.`
        : `Is the same release as ${code(duplicateOf.source)}.`;
    case 'no-date':
      return 'Did not come in: it has no date.';
  }
}

function partName(part: string): string {
  return part === bodyPart ? 'the text' : code(part);
}

function details({ read, dropped, changed, notes, files }: ReleaseReport): string[] {
  const [certain, likely] = [read.filter((each) => !isLikely(each)), read.filter(isLikely)];
  return [
    ...(likely.length === 0 ? [] : [`- Likely: ${likely.map(valueWithOrigin).join('; ')}\n`]),
    ...(certain.length === 0 ? [] : [`- Carried: ${certain.map(valueWithOrigin).join('; ')}\n`]),
    ...changed.map((text) => `- Changed: ${plain(text)}\n`),
    ...dropped.map((text) => `- Left out on purpose: ${plain(text)}\n`),
    ...files.filter(({ outcome }) => outcome === 'copied').map((file) => `- Copied: ${copied(file)}\n`),
    ...notes.map((text) => `- Note: ${plain(text)}\n`),
  ];
}

function isLikely({ confidence }: ReadValue): boolean {
  return confidence === 'likely';
}

function valueWithOrigin({ key, value, origin }: ReadValue): string {
  const words = typeof value === 'string' ? value : value.join(', ');
  return `${partName(key)} ${plain(words)} (${plain(origin)})`;
}

function leftFiles([why, addresses]: readonly [string, readonly string[]]): string {
  return `- **Files left**: ${addresses.map(code).join(', ')} (${plain(why)})\n`;
}

function copied({ address, path = '' }: CarriedFile): string {
  return `${code(address)} as ${code(path)}`;
}

const MOST_CHARACTERS = 400;

/** Text on one line in which no sign means anything: no link, picture, emphasis, table, HTML or character reference. */
function plain(text: string): string {
  const line = oneLine(text);
  const shown = line.length > MOST_CHARACTERS ? `${line.slice(0, MOST_CHARACTERS).toWellFormed()}…` : line;
  return shown.replace(/[\\`*_{}[\]<>#+\-!|~&]/g, escaped);
}

/** Signs that are harmless where they stand need no backslash, which is no pleasure to read. */
function escaped(sign: string, at: number, text: string): string {
  const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
  if ('-+#'.includes(sign) && at > 0) return sign;
  if (sign === '!' && after !== '[') return sign;
  if (sign === '&' && !/[a-z#]/i.test(after)) return sign;
  if (sign === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) return sign;
  return `\\${sign}`;
}

/** A name as it stands, with as many marks around it as it needs. */
function code(text: string): string {
  const line = oneLine(text) || ' ';
  const longest = largest(
    (line.match(/`+/g) ?? []).map(({ length }) => length),
    0,
  );
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || line.startsWith(' ') ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}
