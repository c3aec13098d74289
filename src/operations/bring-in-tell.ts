/** The report of an import for people: what was read, what was worked out, what wants a look. Short, and never a blame. */
import type { Paint } from '../model/environment.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { needsPerson, partOf, type ImportReport, type ReleaseReport } from './bring-in-report.ts';

interface Telling {
  readonly paint: Paint;
  /** A path from the repository's root as the person sees it. */
  display(path: string): string;
}

const ALL_SHOWN = 5;
const MOST_SHOWN = 20;

/** The lines of a report: every release when they are few, otherwise those that want a look. */
export function tellReport(report: ImportReport, telling: Telling): string[] {
  const { releases, unread } = report;
  const wanted = releases.length <= ALL_SHOWN ? releases : releases.filter(needsPerson);
  const shown = wanted.slice(0, MOST_SHOWN);
  const more = wanted.length - shown.length;
  return [
    ...shown.flatMap((release) => tellRelease(release, telling)),
    ...(more > 0 ? [telling.paint.quiet(`and ${more} more that want a look; --report FILE tells of all.`)] : []),
    ...unread
      .slice(0, MOST_SHOWN)
      .map(({ source, message }) => `${safe(source)}  ${telling.paint.warn('not read')}  ${safe(message)}`),
    ...(unread.length > MOST_SHOWN
      ? [telling.paint.quiet(`and ${unread.length - MOST_SHOWN} more that were not read.`)]
      : []),
    summaryOf(report),
  ];
}

function tellRelease(release: ReleaseReport, telling: Telling): string[] {
  const { paint } = telling;
  const line = (label: string, text: string): string => `  ${paint.quiet(label.padEnd(9))} ${safe(text)}`;
  const flag = (label: string, text: string): string => `  ${paint.warn(label.padEnd(9))} ${safe(text)}`;
  if (release.outcome === 'duplicate') return [headOf(release, telling)];
  return [
    headOf(release, telling),
    ...release.read.map(({ key, value, origin }) =>
      line('read', `${key}: ${typeof value === 'string' ? value : value.join(', ')}  (${origin})`),
    ),
    ...release.guessed.map(({ key, value, reason }) =>
      line('guess', `${key}: ${value}, because ${reason}. Not written.`),
    ),
    ...release.unknown.map(({ message, heading, hint }) =>
      flag('unknown', `${message} (${heading})${hint === undefined ? '' : ` ${hint}`}`),
    ),
    ...release.missing.map((key) => flag('missing', `${key}: nothing that press can write there`)),
    ...release.conflicts.map(({ key, kept, other }) =>
      flag('differs', `${key}: ${kept.value} (${kept.origin}) was taken, ${other.value} (${other.origin}) was not`),
    ),
    ...release.notCarried.map((what) => flag('left out', what)),
    ...release.notes.map((note) => line('note', note)),
  ];
}

function headOf(release: ReleaseReport, { paint, display }: Telling): string {
  const { path, status, outcome, duplicateOf } = release;
  const source = partOf(release.source, release.part);
  if (outcome === 'duplicate')
    return `${safe(source)}  ${paint.quiet(`is there already: ${display(duplicateOf?.path ?? '')}`)}`;
  if (outcome === 'no-date') return `${safe(source)}  ${paint.warn('has no date')}`;
  return `${safe(source)} → ${paint.path(display(path ?? ''))}  ${status ?? ''}`;
}

function summaryOf({ outcome, summary }: ImportReport): string {
  const parts = [
    `${summary.new} ${summary.new === 1 ? 'release' : 'releases'}`,
    ...(summary.drafts > 0 ? [`${summary.drafts} of them ${summary.drafts === 1 ? 'a draft' : 'drafts'}`] : []),
    ...(summary.duplicates > 0 ? [`${summary.duplicates} there already`] : []),
    ...(summary.unread > 0 ? [`${summary.unread} not read`] : []),
    ...(summary.toLookAt > 0 ? [`${summary.toLookAt} to look at`] : []),
  ];
  const what = { written: '', 'dry-run': ' (nothing written: --dry-run)', refused: ' (nothing written)' }[outcome];
  return `${parts.join(', ')}${what}.`;
}

function safe(text: string): string {
  return terminalSafe(text);
}
