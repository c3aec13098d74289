import type { AuditReport } from '../../model/audit.ts';
import type { Command, ExitStatus, Invocation } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import type { PassedOver, ProducedFile } from '../../model/produced-files.ts';
import { audit as lookInto } from '../../operations/audit.ts';
import { needlesOf, type AuditNeedles } from '../../operations/audit-needles.ts';
import { piecesWithoutOrders } from '../../text/build-log.ts';
import { counted } from '../../text/counted.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { isGithubActions, wantsRedaction } from '../options/build-machine.ts';
import { auditJson, auditLines, sizeWords, type AuditLook } from '../terminal/audit-report.ts';
import { jsonText } from '../terminal/json-output.ts';
import { OutputClosed } from '../terminal/output.ts';

const MOST_STDIN_BYTES = 512 * 1024 * 1024;
const LONG = 500;
/** So little is nobody's long wait, however busy the computer is. */
const FEW_FILES = 200;
const FEW_BYTES = 4_000_000;

/** `press audit`: whether something that is not public has got out. */
export const audit: Command = {
  name: 'audit',
  summary: 'Look into produced files for what is not public.',
  details: [
    'Searches files, folders and what is packed in them for ids, titles, addresses and passages of releases that are not public now, and for remarks of the house. ' +
      'It compares bytes and trusts no producer: run it on whatever is about to be published, also when another program made it.',
    'A passage is six words in a row, however they are written: with other dashes, quotes, accents or capitals, between tags, as escapes of JSON, XML or addresses, in gzip, ZIP, workbooks and the like. ' +
      'Words that a public release, the vocabulary or press.yaml say as well are no find. In pictures, and in most PDFs, nobody but a person can see.',
    '--git looks at the history: at all files that were ever committed outside of the sources, at messages, and at the names of branches and tags.',
    'Exit status: 0 when nothing was found, 1 when something was, 2 when press could not look, or not at everything.',
  ],
  arguments: [
    {
      name: 'path',
      summary: 'files and folders that are to go out; «-» is standard input',
      required: false,
      variadic: true,
    },
  ],
  options: [
    { flags: '--git [range]', summary: 'the history of git, or a range of it such as main or v1.0..main' },
    { flags: '--format <format>', summary: 'how to print the finds', choices: ['pretty', 'json'] },
    { flags: '--redact-unpublished', summary: 'name no release, and show none of its words' },
    {
      flags: '--no-redact-unpublished',
      summary: 'show them; the default, except in builds on GitHub of what is not private',
    },
  ],
  examples: [
    { line: 'audit public', summary: 'a folder that is about to be published' },
    { line: 'audit public/feed.xml newsletter.html --format json', summary: 'two files, for a program' },
    { line: 'audit --git', summary: 'whether something has got into the history' },
  ],
  run: runAudit,
};

async function runAudit({ arguments: paths, options, environment }: Invocation): Promise<ExitStatus> {
  const { git } = options;
  if (paths.length === 0 && git === undefined) {
    throw new PressError('usage', 'What is to be looked into?', {
      hint: 'Name files and folders that are to go out, such as «press audit public», or look at the history with --git.',
    });
  }
  const named = await namedFiles(paths, environment);
  const repository = await environment.repository();
  const moment = { now: environment.now, timezone: repository.settings.timezone };
  const readBytes = (path: string): Uint8Array => environment.files.read(`${repository.root}/${path}`);
  const needles = needlesOf(repository, { moment, readBytes });
  const range = typeof git === 'string' ? git : undefined;
  const history = git === undefined ? [] : environment.versionControl.history(range);
  const found = await watched(allOf(named.files, history), needles, environment);
  const report = { ...found, troubles: [...found.troubles, ...named.passedOver.map(asTrouble)] };
  return tell(report, { options, environment });
}

interface Named {
  readonly files: readonly ProducedFile[];
  readonly passedOver: readonly PassedOver[];
}

async function namedFiles(paths: readonly string[], { files, stdin }: Environment): Promise<Named> {
  const onDisk = paths.filter((path) => path !== '-');
  const found = onDisk.length === 0 ? { files: [], passedOver: [] } : await files.produced(onDisk);
  const piped = paths.includes('-') ? [await files.producedBytes('-', await stdin(MOST_STDIN_BYTES))] : [];
  return { files: [...found.files, ...piped], passedOver: found.passedOver };
}

function asTrouble({ name, why }: PassedOver): AuditReport['troubles'][number] {
  return { file: name, message: why };
}

async function* allOf(
  first: Iterable<ProducedFile>,
  then: AsyncIterable<ProducedFile> | Iterable<ProducedFile>,
): AsyncGenerator<ProducedFile> {
  yield* first;
  yield* then;
}

/** Says on a terminal how far it has come, when it takes long. */
async function watched(
  files: AsyncIterable<ProducedFile>,
  needles: AuditNeedles,
  { progress, signal }: Environment,
): Promise<AuditReport> {
  const start = performance.now();
  let shown = start;
  const report = await lookInto(files, needles, (count, bytes) => {
    signal.throwIfAborted();
    const isLittle = count < FEW_FILES && bytes < FEW_BYTES;
    if (isLittle || performance.now() - shown < LONG) return;
    shown = performance.now();
    progress(`Looked into ${counted(count, 'file')}, ${sizeWords(bytes)} …`);
  });
  if (shown > start) progress('');
  return report;
}

async function tell(
  report: AuditReport,
  { options, environment }: Pick<Invocation, 'options' | 'environment'>,
): Promise<ExitStatus> {
  const isRedacted = wantsRedaction(options, environment);
  const look: AuditLook = { paint: environment.paint, isRedacted, display: (path) => environment.files.display(path) };
  const status = report.count > 0 ? 1 : report.troubles.length > 0 ? 2 : 0;
  const lines = options['format'] === 'json' ? [jsonText(auditJson(report, look))] : auditLines(report, look);
  try {
    for (const piece of isGithubActions(environment) ? piecesWithoutOrders(lines) : lines) await environment.out(piece);
  } catch (error) {
    // A reader that has seen enough does not make it clean.
    if (error instanceof OutputClosed && error.reason === 'gone' && status !== 0) error.status = status;
    throw error;
  }
  sayWhatWasUnseen(report, environment);
  if (isRedacted && report.count > 0)
    environment.say(
      'Releases and their words are not shown, because others may read this. «press audit» on your own computer shows them.',
    );
  return status;
}

function sayWhatWasUnseen({ opaque, troubles }: AuditReport, { say, warn }: Environment): void {
  if (opaque > 0)
    say(
      `${counted(opaque, 'file is', 'files are')} no text: their bytes were searched, but what pictures and PDFs show only a person can see.`,
    );
  for (const { file, message } of troubles)
    warn(`Not looked into, or not wholly: «${terminalSafe(file)}» ${terminalSafe(message)}`);
}
