import type { Command, Invocation, OptionValues } from '../../model/command.ts';
import { daysOf, datesAreWritten } from '../../model/date-condition.ts';
import { PressError } from '../../model/press-error.ts';
import { choose } from '../../model/selection.ts';
import { DAYS_AHEAD, lookAhead, type Outlook } from '../../operations/coming.ts';
import { comingCalendar } from '../../operations/coming-calendar.ts';
import { scheduleLines } from '../../operations/coming-schedule.ts';
import { counted } from '../../text/counted.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { exactMoment } from '../../text/wall-clock.ts';
import { wrapLine } from '../../text/wrap.ts';
import { loggable, refusePublicLog } from '../options/build-machine.ts';
import { explainSelection } from '../options/explain-selection.ts';
import { momentFrom, type RunMoment } from '../options/moment.ts';
import { wishFrom } from '../options/selection-options.ts';
import { comingPage, comingRows, waitingSentence } from '../terminal/coming-page.ts';
import { sayWhatIsMissing } from '../terminal/held-back.ts';
import { jsonText } from '../terminal/json-output.ts';

const output = 'Output:';
const formats = ['text', 'json', 'ics', 'cron'] as const;
type Format = (typeof formats)[number];

/** `press next`: what becomes public by itself, and when. */
export const next: Command = {
  name: 'next',
  summary: 'Say what becomes public next, and when.',
  details: [
    'Releases that are published and wait for their date or the end of their embargo, soonest first: nobody has to do anything for them, only the next export has to run. ' +
      `stderr names those that wait for a person although their date has come or comes within ${DAYS_AHEAD} days.`,
    'It names what is not public, so its output, the calendar too, is for the house. In a build log on GitHub that others may read it refuses.',
    'In a pipe each line is moment, id, what it waits for, title and place, separated by tabs. --cron gives the minutes in UTC, rounded up, because an export before the moment would miss it.',
    'Exit status: 0 also when nothing is to come, 1 when a file could not be read as a release, so that something may be missing.',
  ],
  arguments: [],
  options: [
    { flags: '-f, --format <format>', summary: formats.join(', '), choices: formats, group: output },
    { flags: '--ics', summary: 'a calendar for the house (iCalendar); the same as --format ics', group: output },
    { flags: '--cron', summary: 'when to export, as lines for cron; the same as --format cron', group: output },
    { flags: '--until <date>', summary: 'only what comes up to and with this day, month or year', group: output },
  ],
  facets: 'selection',
  examples: [
    { line: 'next', summary: 'everything that is to come' },
    { line: 'next --field cyber-ict-security --limit 1', summary: 'the next one of a field of work' },
    { line: 'next --ics', summary: 'the same for a calendar: press next --ics > coming.ics' },
    { line: 'next --cron --limit 3', summary: 'when an export is worth running' },
  ],
  async run(invocation) {
    const { options, environment } = invocation;
    const format = formatOf(options);
    refusePublicLog('next', environment);
    const repository = await environment.repository();
    const moment = momentFrom(options, environment, repository.settings);
    const context = { taxonomy: repository.taxonomy, types: repository.releaseTypes(), ...moment };
    const selection = choose(wishFrom(options, repository.taxonomy.facets.values()), context);
    explainSelection(invocation, selection, context);
    const outlook = lookAhead(repository, { selection, moment, until: lastDay(options) });
    await show(outlook, { format, moment }, invocation);
    if (format === 'text') sayWhoWaits(outlook, invocation);
    sayWhatIsMissing(environment, { heldBack: 0, unreadable: outlook.unreadable, twins: 0 });
    return outlook.unreadable === 0 ? 0 : 1;
  },
};

/** Throws PressError for two formats at once, and for an order: there is one. */
function formatOf({ format, ics, cron, sort }: OptionValues): Format {
  if (sort !== undefined)
    throw new PressError('usage', '«press next» is in the order in which things come.', {
      hint: 'Leave --sort out; «press list --include-unpublished» takes it.',
    });
  const wanted = new Set([format, ics === true ? 'ics' : undefined, cron === true ? 'cron' : undefined]);
  wanted.delete(undefined);
  if (wanted.size > 1)
    throw new PressError('usage', `«press next» writes one format at a time, not ${[...wanted].join(' and ')}.`, {
      hint: 'Run it once for each.',
    });
  return formats.find((each) => wanted.has(each)) ?? 'text';
}

function lastDay({ until }: OptionValues): string | undefined {
  if (typeof until !== 'string') return undefined;
  const days = daysOf(until);
  if (days === undefined) throw new PressError('usage', `--until «${until}» is no date.`, { hint: datesAreWritten });
  return days.until;
}

interface Showing {
  readonly format: Format;
  readonly moment: RunMoment;
}

async function show(outlook: Outlook, { format, moment }: Showing, { environment }: Invocation): Promise<void> {
  const { coming } = outlook;
  const { settings } = await environment.repository();
  const { timezone } = settings;
  switch (format) {
    case 'json':
      return environment.out(jsonText(report(outlook, moment)));
    case 'ics':
      return environment.send(comingCalendar(coming, { settings, now: moment.now }));
    case 'cron': {
      const lines = scheduleLines(coming, timezone);
      if (lines.length > 0) await environment.out(`${lines.map(terminalSafe).join('\n')}\n`);
      return sayAboutCron(outlook, environment);
    }
    case 'text': {
      const text = environment.outIsTerminal
        ? comingPage(coming, moment, environment)
        : comingRows(coming, timezone, environment);
      if (text !== '') await environment.out(loggable(`${text}\n`, environment));
    }
  }
}

function sayAboutCron({ coming }: Outlook, environment: Invocation['environment']): void {
  if (coming.length === 0) return environment.say('Nothing waits for its moment.');
  sayWrapped('These minutes are in UTC, and the first ones that are not too early. What to run then:', environment);
  environment.say('  press export --all-feeds -o public/feeds');
  sayWrapped(
    'Build machines often start late, never early. Cron knows no year: take a line out when its moment has passed.',
    environment,
  );
}

function sayWrapped(text: string, { say, width }: Invocation['environment']): void {
  for (const line of wrapLine(terminalSafe(text), width)) say(line);
}

function sayWhoWaits({ coming, total, waiting }: Outlook, { environment }: Invocation): void {
  if (coming.length === 0)
    environment.say(
      total === 0
        ? 'Nothing waits for its moment.'
        : `${counted(total, 'release')} ${total === 1 ? 'waits for its' : 'wait for their'} moment, but --limit or --offset leaves nothing of that.`,
    );
  const sentence = waitingSentence(waiting, coming.length > 0);
  if (sentence === undefined) return;
  if (coming.length > 0 && environment.outIsTerminal) environment.say('');
  sayWrapped(sentence, environment);
}

/** As `schemas/output/next.schema.json` has it. */
function report({ coming, waiting }: Outlook, { now, timezone }: RunMoment): object {
  return {
    version: 1,
    judged: { at: exactMoment(now, timezone), timezone },
    coming: coming.map(({ id, title, path, turn, waitsFor, range }) => ({
      id,
      title,
      file: path,
      at: exactMoment(turn, timezone),
      waitsFor,
      range,
    })),
    waiting: waiting.map(({ id, title, path, status, date, waitsFor }) => ({
      id,
      title,
      file: path,
      status,
      date,
      waitsFor,
    })),
  };
}
