/** The answer of `press why` for eyes: the answer first, then what decides it, then what readers get. */
import { instantOf } from '../../model/embargo.ts';
import { publicnessSentence } from '../../model/publicness-words.ts';
import type { Why } from '../../operations/why.ts';
import type { Ground } from '../../operations/why-grounds.ts';
import { parseReleaseDate } from '../../text/dates.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { spokenMoment } from '../../text/wall-clock.ts';
import { placeDrawn, rows, section, wrapped, type Paintwork, type Row, type Screen } from './sheet.ts';
import { feedSections, type WhyScreen } from './why-feeds-page.ts';

/** The page, ending with a line break. */
export function whyPage(why: Why, screen: WhyScreen): string {
  const parts = [
    headOf(why, screen),
    ...section('Why', groundLines(why, screen), screen),
    ...feedSections(why, screen),
    ...section('In other languages', versionLines(why, screen), screen),
    ...section('On record', recordLines(why, screen), screen),
    clockOf(why, screen),
  ];
  return `${parts.join('\n\n')}\n`;
}

function headOf({ answer, awaited, subject }: Why, screen: Screen): string {
  const { paint } = screen;
  const colours: Readonly<Record<Why['awaited'], Paintwork>> = {
    nobody: (text) => paint.good(text),
    time: (text) => paint.warn(text),
    person: (text) => paint.bad(text),
  };
  const { release } = subject.publicness;
  return [
    ...wrapped(answer, screen, 0).map((line) => paint.strong(colours[awaited](line))),
    ...(release === undefined ? [] : wrapped(release.title, screen, 0)),
    ...(release === undefined ? [] : [paint.quiet(terminalSafe(release.id))]),
  ].join('\n');
}

/** Each thing that decides with its place; between two of them an empty line. */
function groundLines(why: Why, screen: Screen): string[] {
  return why.grounds.flatMap((ground, index) => [...(index === 0 ? [] : ['']), ...groundOf(ground, why, screen)]);
}

function groundOf({ kind, what, remarks, ways, place }: Ground, why: Why, screen: Screen): string[] {
  const { manuscript } = why.subject;
  const [fault, ...more] = kind === 'invalid' || kind === 'unreadable' ? why.faults : [];
  const wrong = fault === undefined ? [] : [fault.message, fault.hint ?? ''];
  const rest = more.length === 0 ? [] : [`And ${more.length} more: «press validate» shows all of it.`];
  return [
    ...wrapped([what, ...remarks].join(' '), screen),
    ...placeDrawn(manuscript, fault ?? place, screen),
    ...[...wrong, ...rest].filter((text) => text !== '').flatMap((text) => wrapped(text, screen)),
    ...ways.flatMap(({ words, command }, index) => [
      ...wrapped(`${index === 0 ? words : `Or ${words}`}${command === undefined ? '.' : ':'}`, screen),
      // Not wrapped: it is there to be copied.
      ...(command === undefined ? [] : [`    ${screen.paint.strong(terminalSafe(command))}`]),
    ]),
  ];
}

function versionLines({ versions, subject }: Why, screen: Screen): string[] {
  const warn: Paintwork = (text) => screen.paint.warn(text);
  const own = versions.isStale === true ? wrapped(isBehind, screen).map(warn) : [];
  const table = versions.others.map(({ version: { release }, publicness, isStale }): Row => {
    const cells = [release.lang, release.id];
    const text = publicnessSentence(publicness, subject.moment);
    return isStale === true ? { cells, text: `${text} ${isBehind}`, paint: warn } : { cells, text };
  });
  return [...own, ...rows(table, screen)];
}

const isBehind = 'Its original has changed since it was translated.';

function recordLines({ subject }: Why, screen: Screen): string[] {
  const { publicness, moment } = subject;
  return (publicness.release?.corrections ?? []).flatMap(({ date, kind, note }) => {
    const written = parseReleaseDate(date);
    const isAhead = written !== undefined && instantOf(written, moment.timezone).epochMilliseconds > moment.now;
    return wrapped(`${date}, ${kind}${isAhead ? ' (readers are not told yet)' : ''}: ${note}`, screen);
  });
}

function clockOf({ subject: { moment } }: Why, screen: WhyScreen): string {
  const at = spokenMoment(moment.now, moment.timezone);
  const text = screen.isEarlier ? `Judged as of ${at}, by the files as they are now.` : `Judged at ${at}.`;
  return wrapped(text, screen, 0)
    .map((line) => screen.paint.quiet(line))
    .join('\n');
}
