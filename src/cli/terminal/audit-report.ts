/** What an audit found, for people and for programs; in a log that the public reads, without a word of what it found. */
import { ITS_NAME, type AuditedRelease, type AuditFind, type AuditKind, type AuditReport } from '../../model/audit.ts';
import type { Paint } from '../../model/environment.ts';
import { counted } from '../../text/counted.ts';
import { quoted } from '../../model/quoting.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { sha256 } from './report-input.ts';

export interface AuditLook {
  readonly paint: Paint;
  /** Whether releases, and the words of them, stay unsaid. */
  readonly isRedacted: boolean;
  /** A path of the repository, as seen from where the person stands. */
  display(path: string): string;
}

const ARTICLES: Readonly<Record<AuditKind, string>> = {
  id: 'the id',
  title: 'the title',
  slug: 'the slug',
  'file name': 'the name of the file',
  address: 'an address',
  summary: 'the summary',
  note: 'a note',
  attachment: 'an attachment',
  remark: 'a remark of the house',
  text: 'a passage',
};

/** Block by block, then the sum. */
export function* auditLines(report: AuditReport, look: AuditLook): Generator<string> {
  let before: AuditFind | undefined;
  for (const find of report.finds) {
    const isMore = before?.file === find.file && before.release === find.release;
    yield `${[placeWords(find, look), isMore ? shortWords(find) : longWords(find, look)].join('  ')}\n`;
    if (!look.isRedacted) yield `  ${look.paint.strong(terminalSafe(quoted(oneLine(find.words))))}\n`;
    before = find;
  }
  yield `${sumWords(report, look)}\n`;
}

/** As the output's schema says. */
export function auditJson(report: AuditReport, look: AuditLook): object {
  const { files, bytes, opaque, releases, count } = report;
  return {
    version: 1,
    summary: { files, bytes, opaque, releases, finds: count },
    finds: report.finds.map((find) => jsonFind(find, look)),
    troubles: report.troubles,
  };
}

function jsonFind(find: AuditFind, look: AuditLook): object {
  const { inside, behind, line, column, offset, what, release, words } = find;
  const place = line === undefined || column === undefined ? { offset } : { line, column, offset };
  const { path, id, reason } = release;
  const named = { path, ...(id === undefined ? {} : { id }), ...(reason === undefined ? {} : { reason }) };
  return {
    file: fileOf(find, look),
    inside: isName(find) || !look.isRedacted ? inside : inside.map(() => 'part'),
    behind,
    ...place,
    what,
    public: release.isPublic,
    ...(look.isRedacted ? { hash: hashOf(release) } : { release: named, words }),
  };
}

/** `public/feed.xml:12:40`, and what had to be opened and undone. */
function placeWords(find: AuditFind, look: AuditLook): string {
  const { inside, behind, line, column, offset } = find;
  const file = look.paint.path(terminalSafe(fileOf(find, look)));
  const within = isName(find)
    ? ', its name'
    : inside.map((name) => ` → ${look.isRedacted ? '…' : terminalSafe(name)}`).join('');
  const place = line === undefined ? (isName(find) ? '' : `, byte ${offset}`) : `:${line}:${column ?? 1}`;
  const undone = behind.length === 0 ? '' : look.paint.quiet(` (behind ${behind.join(', ')})`);
  return `${file}${within}${place}${undone}`;
}

function isName({ inside }: AuditFind): boolean {
  return inside.length === 1 && inside[0] === ITS_NAME;
}

/** A file may be named by what must not be said. */
function fileOf(find: AuditFind, { isRedacted }: AuditLook): string {
  return isRedacted && isName(find)
    ? `a file whose name is not shown (${sha256(find.file).slice(0, SHOWN_HASH)})`
    : find.file;
}

function longWords({ what, release }: AuditFind, look: AuditLook): string {
  const words = ARTICLES[what];
  if (look.isRedacted)
    return `${words} of a release ${release.isPublic ? '' : 'that is not public '}(${hashOf(release)})`;
  const named = `${quoted(release.id ?? release.path)} (${terminalSafe(look.display(release.path))})`;
  if (what === 'remark') return `${words} in ${named}: no output may hold it`;
  if (release.isPublic) return `${words} of ${named} that is not out yet`;
  return `${words} of ${named}, which is not public: ${reasonOf(release)}`;
}

function shortWords({ what }: AuditFind): string {
  return ARTICLES[what].replace(/^the /, 'its ').replace(/^an? (.*)$/, '$1 of it');
}

const SHOWN_HASH = 12;

/** Made of the whole file, which nobody can guess as they could guess a title. */
function hashOf({ digest, path }: AuditedRelease): string {
  return sha256(JSON.stringify([digest, path])).slice(0, SHOWN_HASH);
}

function reasonOf({ reason = 'Nobody knows why.' }: AuditedRelease): string {
  return terminalSafe(`${reason.charAt(0).toLowerCase()}${reason.slice(1).replace(/\.$/, '')}`);
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

function sumWords(report: AuditReport, { paint }: AuditLook): string {
  const { finds, count, files, releases, troubles } = report;
  if (count > 0) {
    const about = new Set(finds.map(({ release }) => release)).size;
    const where = files === 1 ? 'one file' : `${new Set(finds.map(({ file }) => file)).size} of ${files} files`;
    const untold = count - finds.length;
    const more = untold === 0 ? '' : ` ${untold} of them are not shown: no more than 20 of a release are in a file.`;
    const sum = `${counted(count, 'find')} of ${counted(about, 'release')} in ${where}.`;
    return `${paint.bad(sum)}${more}`;
  }
  const sought =
    releases === 0
      ? 'nothing that is not public; every release is'
      : `nothing of the ${counted(releases, 'release that is', 'releases that are')} not public`;
  const sum = `${counted(files, 'file')}, ${sizeWords(report.bytes)}: ${releases === 1 ? sought.replace('the 1 release', 'the one release') : sought}`;
  return paint.quiet(troubles.length === 0 ? `${sum}.` : `${sum}, as far as press could look.`);
}

const STEP = 1000;

/** `3.2 MB`. */
export function sizeWords(bytes: number): string {
  if (bytes < STEP) return counted(bytes, 'byte');
  const units = ['kB', 'MB', 'GB'];
  let size = bytes / STEP;
  let unit = 0;
  while (size >= STEP && unit < units.length - 1) {
    size /= STEP;
    unit += 1;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
