/** The report of an import for people: what wants a look, and of a single release what was read. Short, and never a blame. */
import type { Paint } from '../model/environment.ts';
import { counted } from '../text/counted.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import { mattersOf, sortMatters, type Matter, type SharedMatters } from './bring-in-matters.ts';
import { isTold, partOf, type ImportReport, type ReleaseReport } from './bring-in-report.ts';

interface Telling {
  readonly paint: Paint;
  /** A path from the repository's root as the person sees it. */
  display(path: string): string;
  /** Whether all of the report is written to a place that the person named. */
  readonly isWritten: boolean;
}

const ALL_SHOWN = 5;
const MOST_SHOWN = 20;

/**
 * The lines of a report. A single release is told whole. Of several only what a person has to look at is told: what many have in
 * common first and once, then what one has for itself; a few are named all.
 */
export function tellReport(report: ImportReport, telling: Telling): string[] {
  const [release, another] = report.releases;
  const isOne = release !== undefined && another === undefined;
  return [
    ...(isOne ? tellWhole(release, telling) : tellSeveral(report.releases, telling)),
    ...tellUnread(report, telling),
    [summaryOf(report), ...(isOne ? [] : whereTheRestIs(report, telling)), ...nextStep(report)].join(' '),
  ];
}

function tellWhole(release: ReleaseReport, telling: Telling): string[] {
  const line = (label: string, text: string): string => `  ${telling.paint.quiet(label.padEnd(9))} ${safe(text)}`;
  if (!isTold(release))
    return [headOf(release, telling), ...mattersOf(release).map((matter) => lineOf(matter, telling))];
  return [
    headOf(release, telling),
    ...release.read.map(({ key, value, origin, confidence }) =>
      line(
        'read',
        `${key}: ${typeof value === 'string' ? value : value.join(', ')}  (${origin}${confidence === 'likely' ? ', likely' : ''})`,
      ),
    ),
    ...release.changed.map((text) => line('changed', text)),
    ...release.dropped.map((text) => line('dropped', text)),
    ...release.files.filter(({ outcome }) => outcome === 'copied').map(({ path = '' }) => line('copied', path)),
    ...mattersOf(release).map((matter) => lineOf(matter, telling)),
  ];
}

function tellSeveral(releases: readonly ReleaseReport[], telling: Telling): string[] {
  const { shared, own } = sortMatters(releases);
  const wanted = [...own].filter(([, matters]) => releases.length <= ALL_SHOWN || matters.length > 0);
  return [
    ...shared.slice(0, MOST_SHOWN).flatMap((group) => tellShared(group, { telling, all: releases.length })),
    ...andMore(shared.length, 'things that several have in common', telling),
    ...wanted
      .slice(0, MOST_SHOWN)
      .flatMap(([release, matters]) => [headOf(release, telling), ...matters.map((matter) => lineOf(matter, telling))]),
    ...andMore(wanted.length, 'that want a look', telling),
  ];
}

const NAMED = 3;

function tellShared(
  { parts, matters }: SharedMatters,
  { telling, all }: { readonly telling: Telling; readonly all: number },
): string[] {
  const named = parts.slice(0, NAMED).map(safe).join('; ');
  const which = parts.length === all ? '' : ` (${named}${parts.length > NAMED ? ' …' : ''})`;
  const names = matters.flatMap(({ label, name }) => (label === 'left out' ? (name ?? []) : []));
  const whole = matters.filter(({ label, name }) => label !== 'left out' || name === undefined);
  return [
    `For ${parts.length} releases${which}:`,
    ...whole.map((matter) =>
      lineOf(matter.name === undefined ? matter : { ...matter, text: `files of each: ${matter.name}` }, telling),
    ),
    ...(names.length === 0 ? [] : [lineOf({ label: 'left out', text: names.join(', ') }, telling)]),
  ];
}

function tellUnread({ unread }: ImportReport, telling: Telling): string[] {
  const { warn } = telling.paint;
  return [
    ...unread
      .slice(0, MOST_SHOWN)
      .map(({ source, message }) => `${safe(source)}  ${warn('not read')}  ${safe(message)}`),
    ...andMore(unread.length, 'that were not read', telling),
  ];
}

function andMore(count: number, what: string, { paint, isWritten }: Telling): string[] {
  const where = isWritten ? '.' : '; --report FILE tells of all.';
  return count <= MOST_SHOWN ? [] : [paint.quiet(`and ${count - MOST_SHOWN} more ${what}${where}`)];
}

function lineOf({ label, text }: Matter, { paint }: Telling): string {
  const shown = label.padEnd(9);
  const isQuiet = label === 'note' || label === 'guess';
  return `  ${isQuiet ? paint.quiet(shown) : paint.warn(shown)} ${safe(text)}`;
}

function headOf(release: ReleaseReport, { paint, display }: Telling): string {
  const { path, status, outcome, duplicateOf, updated } = release;
  const source = partOf(release.source, release.part);
  if (outcome === 'duplicate' && duplicateOf?.source !== undefined)
    return `${safe(source)}  ${paint.quiet(`is the same release as ${safe(duplicateOf.source)}`)}`;
  if (outcome === 'duplicate')
    return `${safe(source)}  ${paint.quiet(`is there already: ${display(duplicateOf?.path ?? '')}`)}`;
  if (outcome === 'unchanged') return `${safe(source)}  ${paint.quiet(`nothing to change: ${display(path ?? '')}`)}`;
  if (outcome === 'updated')
    return `${safe(source)} → ${paint.path(display(path ?? ''))}  updated: ${(updated?.parts ?? []).map(safe).join(', ')}${updated?.public === true ? `  ${paint.warn('is public')}` : ''}`;
  if (outcome === 'no-date') return `${safe(source)}  ${paint.warn('has no date')}`;
  return `${safe(source)} → ${paint.path(display(path ?? ''))}  ${status ?? ''}`;
}

function summaryOf({ outcome, summary, releases }: ImportReport): string {
  const twice = releases.filter((release) => release.duplicateOf?.source !== undefined).length;
  const isNothingNew = summary.new === 0 && summary.updated + summary.unchanged + summary.duplicates > 0;
  const parts = [
    isNothingNew ? 'Nothing new' : `${summary.new} ${summary.new === 1 ? 'release' : 'releases'}`,
    ...(summary.published > 0 ? [`${summary.published} of them published`] : []),
    ...(summary.drafts > 0 ? [`${summary.drafts} of them ${summary.drafts === 1 ? 'a draft' : 'drafts'}`] : []),
    ...(summary.updated > 0
      ? [`${summary.updated} updated${summary.public > 0 ? ` (${summary.public} of them public)` : ''}`]
      : []),
    ...(summary.unchanged > 0 ? [`${summary.unchanged} unchanged`] : []),
    ...(summary.duplicates > twice ? [`${summary.duplicates - twice} there already`] : []),
    ...(twice > 0 ? [`${twice} the same as another`] : []),
    ...(summary.unread > 0 ? [`${summary.unread} not read`] : []),
    ...(summary.toLookAt > 0 ? [`${summary.toLookAt} to look at`] : []),
  ];
  const what = { written: '', 'dry-run': ' (nothing written: --dry-run)', refused: ' (nothing written)' }[outcome];
  return `${parts.join(', ')}${what}.`;
}

function whereTheRestIs({ releases }: ImportReport, { isWritten }: Telling): string[] {
  return isWritten || releases.length === 0 ? [] : ['--report FILE tells what was read of each.'];
}

function nextStep({ outcome, summary, releases }: ImportReport): string[] {
  const ready = releases.filter(({ isReady }) => isReady === true).length;
  if (ready > 0)
    return [
      `${counted(ready, 'draft')} ${ready === 1 ? 'lacks' : 'lack'} nothing any more: --status published publishes what is complete.`,
    ];
  return outcome === 'written' && summary.new > 0 ? ['«press validate» says what the rules think of them.'] : [];
}

function safe(text: string): string {
  return terminalSafe(text);
}
