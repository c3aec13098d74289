/** The answer of `press why` for eyes: the answer first, then what decides it, then what readers get. */
import { instantOf } from '../../model/embargo.ts';
import { publicnessSentence } from '../../model/publicness-words.ts';
import type { Why } from '../../operations/why.ts';
import type { Ground } from '../../operations/why-grounds.ts';
import type { VersionAnswer } from '../../operations/why-versions.ts';
import { parseReleaseDate } from '../../text/dates.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { spokenMoment } from '../../text/wall-clock.ts';
import { placeDrawn, rows, section, wrapped, type Paintwork, type Screen } from './sheet.ts';
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
  const own = versions.isStale === true ? wrapped('Its original has changed since it was translated.', screen) : [];
  const table = versions.others.map(({ version: { release }, ...answer }) => ({
    cells: [release.lang, release.id],
    text: versionWords({ version: release.id, ...answer }, subject.moment.timezone),
    paint: answer.isStale === true ? (text: string) => screen.paint.warn(text) : undefined,
  }));
  return [
    ...own.map((line) => screen.paint.warn(line)),
    ...rows(
      table.map(({ paint, ...row }) => (paint === undefined ? row : { ...row, paint })),
      screen,
    ),
  ];
}

function versionWords(
  { publicness, isStale }: Omit<VersionAnswer, 'version'> & { readonly version: string },
  timezone: string,
): string {
  const sentence = publicnessSentence(publicness, { timezone });
  return isStale === true ? `${sentence} Its original has changed since it was translated.` : sentence;
}

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
