import { embargoHints, embargoNotice, type EmbargoNotice } from '../model/embargo-notice.ts';
import { isDay, issueDays } from '../model/issue-day.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { civilText, type CivilDate } from '../text/dates.ts';
import { dayInZone } from '../text/day-in-zone.ts';

const body =
  'EMBARGOED UNTIL 9:00 ON 16 NOVEMBER 2009\n\nBAKU, 16 November 2009 - A course for election observers opened.\n';

/** As serious as a leak while the moment may lie ahead; afterwards the words are only stale. */
export const embargoInBody: Rule = {
  id: 'embargo-in-body',
  topic: 'publication',
  severity: 'warning',
  scope: 'manuscript',
  usesClock: true,
  summary: 'The text says that it is under embargo, and the front matter has no embargo.',
  why:
    'press holds a release back for what stands under «embargo», and reads no such words in the text. A release that says so in its ' +
    'text alone goes out as soon as its date is reached.',
  examples: [
    {
      wrong: sampleRelease({ place: undefined }, body),
      right: sampleRelease({ place: undefined, embargo: '2009-11-16T09:00:00+04:00' }, body),
    },
  ],
  needs: { words: embargoHints },
  *check({ data, text, bodyStart }, { settings, now }): Generator<Finding> {
    if (data === undefined || Object.hasOwn(data, 'embargo')) return;
    const notice = embargoNotice(text, bodyStart);
    if (notice === undefined) return;
    const [issued] = issueDays(data, settings);
    const until = lastDay(notice, issued);
    const mayLeak =
      data['status'] === 'published' && (until === undefined || until >= dayInZone(now, settings.timezone));
    yield {
      start: notice.start,
      end: notice.end,
      message: `The text says ${quoted(text.slice(notice.start, notice.end))}, but the release has no embargo.`,
      hint: mayLeak ? HOLD_BACK : TAKE_OUT,
      ...(mayLeak ? { severity: 'error' } : {}),
    };
  },
};

const MOMENT = 'Write the moment under «embargo», such as 2026-03-08T09:00:00+01:00';
const HOLD_BACK = `${MOMENT}; without it the release goes out as soon as its date is reached.`;
const TAKE_OUT = `${MOMENT}; or take these words out of the text when they no longer hold.`;

/** The day that the notice or else the release names, whichever is later; undefined when neither does. */
function lastDay({ date }: EmbargoNotice, issued: CivilDate | undefined): string | undefined {
  const { year = issued?.year ?? 0, month = 0, day = 0 } = date ?? {};
  const named = isDay({ year, month, day }) ? civilText({ year, month, day }) : '';
  const last = named > (issued?.text ?? '') ? named : (issued?.text ?? '');
  return last === '' ? undefined : last;
}
