/** `press import`: pages, tables and lists from elsewhere, as releases of this archive. */
import { createHash } from 'node:crypto';
import { importers } from '../../importers/index.ts';
import type { ChangeSet } from '../../model/change-set.ts';
import type { Command, ExitStatus, Invocation, OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import type { FrontMatter } from '../../model/manuscript.ts';
import { PressError } from '../../model/press-error.ts';
import { statuses, type Status } from '../../model/release.ts';
import type { Repository } from '../../model/repository.ts';
import { duplicatePolicies, type DuplicatePolicy } from '../../operations/bring-in-duplicates.ts';
import { needsPerson, type ImportReport } from '../../operations/bring-in-report.ts';
import { readSources, type ReadSources } from '../../operations/bring-in-sources.ts';
import { tellReport } from '../../operations/bring-in-tell.ts';
import type { BringInWish } from '../../operations/bring-in-wish.ts';
import { bringIn, type BroughtIn } from '../../operations/bring-in.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring in saved pages, Markdown of other sites, tables (CSV), JSON and ninjs.',
  details: [
    'A source is a file, a folder of pages, or - for standard input. All that can be read come in together, or none does. What the source says is taken, with where it stood; what is unknown is reported and keeps the release a draft; nothing is invented.',
    'A page without a year needs --year or --date. Links are not followed: save the page first.',
    'A table has a row of headings, the keys of a release or the questions of the vocabulary, and a release on each row below; semicolons between the cells are as good as commas. It holds no contacts, corrections or attachments, and the text only with «press export -f csv --content full». JSON holds everything: «press export -f json --content full». Without a text nothing is published: it comes in as a draft.',
    'Of a repository of Jekyll, Hugo, Astro or Eleventy the posts are read, where the builder keeps them. Their date is the key «date» or another of its names, else the day in the file’s name, else the dateline; what differs is told. What only the site builder understands is carried out where that is plain, and told where it is not. Front matter that is not quite YAML is read all the same, and every leniency is in the report.',
    'A draft or a stopped release of the source stays one, and an embargo stays as it is. Folders are read for pages and Markdown; --from reads them for files of another kind.',
  ],
  arguments: [
    {
      name: 'source',
      summary: 'file, folder, repository of a site builder, or -',
      required: true,
      variadic: true,
    },
  ],
  options: [
    { flags: '--from <kind>', summary: 'kind of source (default: recognised)', choices: [...importers.keys()] },
    { flags: '--date <day>', summary: 'date of issue, instead of what the source says' },
    { flags: '--year <year>', summary: 'year of issue, where the source leaves it out' },
    { flags: '--undated', summary: 'bring in what has no date as a draft without one' },
    {
      flags: '--status <status>',
      summary: 'status of what is complete and no draft (default: as there, or published)',
      choices: statuses,
    },
    { flags: '--lang <tag>', summary: 'language of the text (default: what the source says)' },
    {
      flags: '--on-duplicate <what>',
      summary: 'when a release is there already (default: fail)',
      choices: duplicatePolicies,
    },
    { flags: '--raw-cells', summary: 'take no apostrophe off cells that look like formulas' },
    { flags: '--report <file>', summary: 'write what was read, guessed and left out as JSON; - for stdout' },
    {
      flags: '--format <format>',
      summary: 'text prints the new paths, json the report (default: text)',
      choices: ['text', 'json'],
    },
    { flags: '-n, --dry-run', summary: 'print the new files, write nothing' },
  ],
  writes: true,
  examples: [
    { line: 'import page.txt --year 2009', summary: 'One page whose dateline has no year.' },
    {
      line: 'import saved-pages/ --on-duplicate skip --report report.json',
      summary: 'A folder, again and again, with a report.',
    },
    { line: 'import page.html --dry-run', summary: 'Look at the file that it would become.' },
    { line: 'import old-site/ --dry-run', summary: 'The posts of a repository of Jekyll, Hugo, Astro or Eleventy.' },
    { line: 'import releases.csv', summary: 'The rows of a table.' },
    { line: 'import items/ --from ninjs', summary: 'A folder of news items.' },
  ],
  run,
};

async function run({ arguments: names, options, environment }: Invocation): Promise<ExitStatus> {
  const wish = wishFrom(options);
  const repository = await environment.repository();
  const read = await readAll(names, options, { environment, repository });
  const plan = (): BroughtIn => bringIn(read, wish, { repository, now: environment.now });
  const { changes, report, refusal } = wish.dryRun
    ? plan()
    : await repository.whileLocked('press import', () => applied(plan(), repository), environment.signal);
  await writeReport(report, options, environment);
  await tell(report, options, environment);
  if (refusal !== undefined) throw refusal;
  if (!reportsToOut(options)) await printChanges(changes, wish, environment);
  return report.releases.some(needsPerson) || report.unread.length > 0 ? 1 : 0;
}

/** Reading what is there, planning and writing happen under one lock: nobody can take a name in between. */
function applied(planned: BroughtIn, repository: Repository): BroughtIn {
  if (planned.changes.changes.length > 0) repository.apply(planned.changes);
  return planned;
}

async function readAll(
  names: readonly string[],
  options: OptionValues,
  { environment, repository }: { readonly environment: Environment; readonly repository: Repository },
): Promise<ReadSources> {
  const read = await readSources(names, {
    files: environment.files,
    stdin: () => environment.stdin(),
    digest: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    importers,
    from: textOption(options, 'from'),
    rawCells: options['rawCells'] === true,
    readYaml: (block) => yamlOf(block, repository),
    now: environment.now,
    signal: environment.signal,
  });
  for (const remark of read.remarks) environment.say(terminalSafe(remark));
  const count = new Set([...read.sources.map(({ name }) => name), ...read.unread.map(({ source }) => source)]).size;
  if (count > names.length) environment.say(`${count} sources were read.`);
  return read;
}

/** A block as the front matter of a release here; undefined where press would not read it. */
function yamlOf(block: string, repository: Repository): FrontMatter | undefined {
  const { data, faults } = repository.manuscriptFrom('source.md', Buffer.from(`---\n${block}\n---\n`));
  return faults.length === 0 ? data : undefined;
}

function wishFrom(options: OptionValues): BringInWish {
  const lang = textOption(options, 'lang');
  if (lang !== undefined && !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(lang)) {
    throw new PressError('usage', `«${lang}» is no language tag.`, {
      hint: 'Write it as in --lang ru or --lang en-GB.',
    });
  }
  return {
    date: textOption(options, 'date'),
    year: textOption(options, 'year'),
    undated: options['undated'] === true,
    // commander let no other words through than the choices of the options above.
    status: textOption(options, 'status') as Status | undefined,
    lang,
    onDuplicate: (textOption(options, 'onDuplicate') ?? 'fail') as DuplicatePolicy,
    dryRun: options['dryRun'] === true,
  };
}

function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}

function reportsToOut(options: OptionValues): boolean {
  return options['format'] === 'json' || options['report'] === '-';
}

async function writeReport(report: ImportReport, options: OptionValues, environment: Environment): Promise<void> {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  const file = textOption(options, 'report');
  if (file !== undefined && file !== '-') await environment.files.write(file, [text]);
  if (reportsToOut(options)) await environment.out(text);
}

async function tell(report: ImportReport, options: OptionValues, environment: Environment): Promise<void> {
  const paths = report.releases
    .flatMap(({ path, duplicateOf }) => [path, duplicateOf?.path])
    .filter((path) => path !== undefined);
  const shown = new Map<string, string>();
  for (const path of paths) shown.set(path, terminalSafe(environment.files.display(path)));
  const lines = tellReport(report, {
    paint: environment.paintErrors,
    display: (path) => shown.get(path) ?? path,
    isWritten: textOption(options, 'report') !== undefined || reportsToOut(options),
  });
  for (const line of lines) environment.say(line);
}

/** The paths of the new files; for a dry run the files, as a patch would bring them. */
async function printChanges({ changes }: ChangeSet, { dryRun }: BringInWish, environment: Environment): Promise<void> {
  for (const change of changes) {
    const path = environment.files.display(change.path);
    if (!dryRun) await environment.out(`${path}\n`);
    else if (change.kind === 'create') await environment.out(asPatch(path, change.text, environment.outIsTerminal));
  }
}

function asPatch(path: string, text: string, isForTerminal: boolean): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const shown = lines.map((line) => `+${isForTerminal ? terminalSafe(line) : line}`);
  return `--- /dev/null\n+++ ${path}\n@@ -0,0 +1,${lines.length} @@\n${shown.join('\n')}\n`;
}
