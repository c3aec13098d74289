import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clear,
  clearForStaff,
  embargoInstant,
  publicFrom,
  reasonsToHold,
  type HoldReason,
} from '../../src/model/embargo.ts';
import { withoutComments } from '../../src/model/house-notes.ts';
import { statuses, type Release } from '../../src/model/release.ts';
import { formatRfc3339, parseInstant } from '../../src/text/dates.ts';
import { startOfDay } from '../../src/text/zoned-day.ts';
import { releaseOf } from './newsroom.ts';

const zones = [
  'UTC',
  'Europe/Vienna',
  'Asia/Baku',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Africa/Cairo',
];
/** The last moment that ECMAScript knows. */
const farthest = 8.64e15;
const noon = Date.parse('2026-11-23T12:00:00Z');
const moment = (now: number, timezone = 'UTC'): { now: number; timezone: string } => ({ now, timezone });

describe('a release is held back', () => {
  const cases: [string, Record<string, unknown>, HoldReason[]][] = [
    ['as a draft', { status: 'draft' }, [{ kind: 'status', status: 'draft' }]],
    ['when it is approved and not issued', { status: 'approved' }, [{ kind: 'status', status: 'approved' }]],
    ['on hold', { status: 'hold' }, [{ kind: 'status', status: 'hold' }]],
    ['when it is withdrawn', { status: 'withdrawn' }, [{ kind: 'status', status: 'withdrawn' }]],
    ['without a status', { status: undefined }, [{ kind: 'status', status: 'draft' }]],
    ['with a status that is no text', { status: ['published'] }, [{ kind: 'status', status: 'draft' }]],
    ['before its date', { date: '2026-11-24' }, [{ kind: 'date', until: Date.parse('2026-11-24T00:00:00Z') }]],
    [
      'before its moment',
      { date: '2026-11-23T14:00:00+01:00' },
      [{ kind: 'date', until: Date.parse('2026-11-23T13:00:00Z') }],
    ],
    ['without a date', { date: undefined }, [{ kind: 'no-date' }]],
    ['under embargo', { embargo: '2026-11-23T13:00:01+01:00' }, [{ kind: 'embargo', until: noon + 1000 }]],
    ['under an embargo without an offset', { embargo: '2009-11-16T08:00:00' }, [{ kind: 'unreadable-embargo' }]],
    ['under an embargo that is a day', { embargo: '2009-11-16' }, [{ kind: 'unreadable-embargo' }]],
    ['under an empty embargo', { embargo: null }, [{ kind: 'unreadable-embargo' }]],
    ['under a misspelled embargo', { embrago: '2009-11-16T08:00:00Z' }, [{ kind: 'suspect-key', key: 'embrago' }]],
    ['with a second status', { Status: 'draft' }, [{ kind: 'suspect-key', key: 'Status' }]],
    [
      'for every reason at once',
      { status: 'hold', date: '2999-01-01', embargo: false, embargo_until: 'x' },
      [
        { kind: 'status', status: 'hold' },
        { kind: 'date', until: Date.parse('2999-01-01T00:00:00Z') },
        { kind: 'unreadable-embargo' },
        { kind: 'suspect-key', key: 'embargo_until' },
      ],
    ],
  ];

  it.each(cases)('%s', (_, data, reasons) => {
    const release = releaseOf(data);
    expect(reasonsToHold(release, moment(noon))).toEqual(reasons);
    expect(clear(release, moment(noon))).toEqual({ public: false, reasons });
    expect(clearForStaff(release, moment(noon)).unpublished).toEqual(reasons);
  });

  it('says nothing against a release that is out', () => {
    const release = releaseOf({ date: '2026-11-23', embargo: '2026-11-23T12:00:00Z' });
    expect(reasonsToHold(release, moment(noon))).toEqual([]);
    expect(clear(release, moment(noon))).toMatchObject({ public: true, release: { id: 'x', unpublished: [] } });
  });
});

describe('the moment of release', () => {
  it.each([
    ['2026-11-23', 'UTC', '2026-11-23T00:00:00Z'],
    ['2026-11-23', 'Europe/Vienna', '2026-11-22T23:00:00Z'],
    ['2026-07-01', 'Europe/Vienna', '2026-06-30T22:00:00Z'],
    ['2009-07-01', 'Asia/Baku', '2009-06-30T19:00:00Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00Z'],
  ])('%s in %s is %s, to the millisecond', (date, timezone, instant) => {
    const at = Date.parse(instant);
    const isPublic = (now: number): boolean => clear(releaseOf({ date }), moment(now, timezone)).public;
    expect([isPublic(at - 1), isPublic(at), isPublic(at + 1)]).toEqual([false, true, true]);
  });

  it.each([
    '2026-11-23T09:00:00+01:00',
    '2026-11-23T08:00:00Z',
    '2026-11-23T08:00:00.000000000Z',
    '2026-11-23T13:45:00+05:45',
  ])('an embargo until %s ends then', (embargo) => {
    const at = Date.parse('2026-11-23T08:00:00Z');
    const isPublic = (now: number): boolean => clear(releaseOf({ embargo }), moment(now)).public;
    expect([isPublic(at - 1), isPublic(at), isPublic(at + 1)]).toEqual([false, true, true]);
  });

  it('waits for the whole millisecond when an embargo is finer', () => {
    const at = Date.parse('2026-11-23T08:00:00.001Z');
    const release = releaseOf({ embargo: '2026-11-23T08:00:00.000000001Z' });
    expect(clear(release, moment(at - 1)).public).toBe(false);
    expect(clear(release, moment(at)).public).toBe(true);
  });
});

describe('what cannot be read is closed', () => {
  it.each([
    '2026-01-01',
    '2026-01-01T00:00:00',
    '2026-01-01 00:00:00Z',
    '2026-01-01t00:00:00z',
    '2026-01-01T00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:60Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00-00:00',
    '2026-01-01T00:00:00+0100',
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-01-01T00:00:00Z ',
    ' 2026-01-01T00:00:00Z',
    '2026-01-01T00:00:00ZZ',
    '2026-01-01T00:00:00.Z',
    '0000-01-01T00:00:00Z',
    'tomorrow',
    '',
    'Z',
    '2026-01-01T00:00:00 CET',
    '20260101T000000Z',
    '２０２６-01-01T00:00:00Z',
    '2026-01-01T00:00:00−01:00',
    '1',
    'null',
    'false',
    'none',
    '-',
  ])('%j is no moment', (embargo) => {
    expect(embargoInstant(embargo)).toBeUndefined();
    expect(clear(releaseOf({ embargo }), moment(farthest)).public).toBe(false);
  });

  it.each([
    null,
    false,
    true,
    0,
    1,
    1_735_689_600_000,
    [],
    ['2009-01-01T00:00:00Z'],
    {},
    { until: '2009-01-01T00:00:00Z' },
    new Date(0),
    new String('2009-01-01T00:00:00Z'),
  ])('%j is no moment, whatever it may look like', (embargo) => {
    expect(clear(releaseOf({ embargo }), moment(farthest)).public).toBe(false);
  });

  const clocks = [NaN, Infinity, -Infinity, farthest + 1, -farthest - 1, Number.MAX_VALUE, Number.MIN_SAFE_INTEGER];

  it.each(clocks)('a clock that shows %s is none: nothing has come', (now) => {
    for (const data of [
      {},
      { date: '0001-01-01' },
      { date: '2020-01-02T00:00:00Z' },
      { embargo: '2009-11-16T08:00:00Z' },
    ])
      expect(clear(releaseOf(data), moment(now))).toEqual({ public: false, reasons: [{ kind: 'unreadable-clock' }] });
  });

  it.each(['', 'Vienna', 'Europe/Nowhere', '+01:00', 'PST', 'constructor', 'Europe/Vienna '])(
    'a zone that is called «%s» is none, also for what needs none',
    (timezone) => {
      for (const data of [{ date: '2020-01-02' }, { date: '2020-01-02T00:00:00Z' }])
        expect(clear(releaseOf(data), moment(noon, timezone))).toEqual({
          public: false,
          reasons: [{ kind: 'unreadable-clock' }],
        });
    },
  );

  it('says beside an unreadable clock what else it knows', () => {
    const release = releaseOf({ status: 'draft', date: undefined, embargo: 'soon', Status: 'x' });
    const reasons = reasonsToHold(release, moment(NaN)).map(({ kind }) => kind);
    expect(reasons).toEqual(['unreadable-clock', 'status', 'no-date', 'unreadable-embargo', 'suspect-key']);
  });

  it('knows the ends of time as moments', () => {
    expect(clear(releaseOf({ date: '9999-12-31', embargo: '9999-12-31T23:59:59Z' }), moment(farthest)).public).toBe(
      true,
    );
    expect(clear(releaseOf({ date: '0001-01-01' }), moment(-farthest))).toMatchObject({ reasons: [{ kind: 'date' }] });
  });

  const anyEmbargo = fc.oneof(
    fc.anything(),
    fc.string(),
    fc
      .date({ noInvalidDate: true, min: new Date('1000-01-01'), max: new Date('9000-01-01') })
      .map((date) => date.toISOString()),
    fc
      .record({ at: fc.integer({ min: noon - 5, max: noon + 5 }), offset: fc.integer({ min: -1439, max: 1439 }) })
      .map(({ at, offset }) => formatRfc3339(at, offset)),
  );
  const anyKey = fc.oneof(
    fc.constantFrom(
      'embargo_until',
      'Embargo',
      'embrago',
      'Status',
      'stauts',
      'EMBARGO ',
      'em-bargo',
      'еmbargo',
      'summary',
      'place',
      'note',
      'fields',
    ),
    fc.string({ maxLength: 12 }),
  );
  const anyDate = fc.oneof(
    fc.constantFrom(undefined, '2026-11-22', '2026-11-23', '2026-11-24', '0001-01-01', '9999-12-31'),
    fc.integer({ min: noon - 90_000_000, max: noon + 90_000_000 }).map((at) => formatRfc3339(at, 60)),
  );

  /** The rule of the house, written down a second time. */
  function mayGoOut(
    data: Record<string, unknown>,
    release: Release,
    { now, timezone }: { now: number; timezone: string },
  ): boolean {
    if (data['status'] !== 'published' || release.date === undefined || release.suspectKeys.length > 0) return false;
    const from =
      release.date.kind === 'instant'
        ? release.date.epochMilliseconds
        : startOfDay(release.date.text, timezone).epochMilliseconds;
    if (now < from) return false;
    if (data['embargo'] === undefined) return true;
    const until = typeof data['embargo'] === 'string' ? parseInstant(data['embargo']) : undefined;
    return until !== undefined && until.epochMilliseconds <= now;
  }

  it('lets nothing else out, in any zone, at any moment, whatever stands in front matter', () => {
    fc.assert(
      fc.property(
        fc.record({
          status: fc.oneof(
            { weight: 3, arbitrary: fc.constant('published') },
            {
              weight: 1,
              arbitrary: fc.oneof(
                fc.constantFrom<unknown>(...statuses, 'Published', 'published ', undefined),
                fc.anything(),
              ),
            },
          ),
          date: anyDate,
          embargo: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: anyEmbargo }),
          more: fc.oneof(
            { weight: 2, arbitrary: fc.constant({}) },
            { weight: 1, arbitrary: fc.dictionary(anyKey, fc.anything(), { maxKeys: 2, noNullPrototype: true }) },
          ),
          zone: fc.constantFrom(...zones),
          now: fc.oneof(
            fc.integer({ min: noon - 100_000_000, max: noon + 100_000_000 }),
            fc.integer({ min: noon - 5, max: noon + 5 }),
          ),
        }),
        ({ status, date, embargo, more, zone, now }) => {
          const data = { ...more, status, date, ...(embargo === undefined ? {} : { embargo }) };
          const release = releaseOf(data);
          const clearance = clear(release, moment(now, zone));
          expect(clearance.public).toBe(mayGoOut(data, release, moment(now, zone)));
          expect(clearForStaff(release, moment(now, zone)).unpublished.length === 0).toBe(clearance.public);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('is public in one direction only: what is out stays out as time goes on', () => {
    fc.assert(
      fc.property(
        anyDate,
        anyEmbargo,
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1e12 }),
        (date, embargo, zone, later) => {
          const release = releaseOf({ date, embargo });
          if (clear(release, moment(noon, zone)).public)
            expect(clear(release, moment(noon + later, zone)).public).toBe(true);
        },
      ),
    );
  });
});

describe('comments in a body', () => {
  it.each([
    ['one in a line', 'a <!-- note --> b', 'a  b'],
    ['one over several lines', 'a\n<!-- note\nmore -->\nb', 'a\n\nb'],
    ['several', '<!--1-->a<!--2-->b<!--3-->', 'ab'],
    ['one that never ends', 'a <!-- note', 'a '],
    ['an opening alone', 'a<!--', 'a'],
    ['one whose end overlaps its beginning', '<!-->a-->b', 'b'],
    ['one inside another', '<!-- a <!-- b --> c -->', ' c -->'],
    ['signs that come together when one goes', '<!-<!-- a -->- b -->', '<!- - b -->'],
    ['signs that come together over two', '<<!--a-->!<!--b-->-<!--c-->- d -->', '<!- - d -->'],
    ['signs that come together over neighbours', '<!<!-- a --><!-- b -->-- c', '<! -- c'],
    ['an end without a beginning', 'a --> b', 'a --> b'],
    ['none', 'a <b> <!DOCTYPE> <! -- b -->', 'a <b> <!DOCTYPE> <! -- b -->'],
  ])('%s', (_, body, plain) => {
    expect(withoutComments(body)).toBe(plain);
  });

  const pieces = fc.array(
    fc.constantFrom('<!--', '-->', '<', '!', '-', '--', '>', '<!', '<!-', 'text', '\n', ' ', 'TOKEN'),
    { maxLength: 30 },
  );

  it('never survive, in any body', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const release = releaseOf({}, parts.join(''));
        const clearance = clear(release, moment(noon));
        const body = clearance.public ? clearance.release.body : '';
        expect(clearance.public).toBe(true);
        expect(body).not.toContain('<!--');
        expect(clearForStaff(release, moment(noon)).body).toBe(body);
      }),
      { numRuns: 5000 },
    );
  });

  it('take with them what stands between their signs, and only that', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z \n]{0,8}$/), fc.stringMatching(/^[A-Z !]{0,8}$/)), { maxLength: 6 }),
        (parts) => {
          const body = parts.map(([text, note]) => `${text}<!-- ${note} -->`).join('');
          expect(withoutComments(body)).toBe(parts.map(([text]) => text).join(''));
        },
      ),
    );
  });

  it('are taken out of a body of many megabytes without a search that starts over', () => {
    const body = `${'<!<!-- -->'.repeat(200_000)}${'<!-'.repeat(200_000)}`;
    expect(withoutComments(body)).not.toContain('<!--');
  });
});

describe('the moment from which a release is public', () => {
  const dates = ['2009-11-16', '2026-03-29', '2011-12-30', '0001-01-01', '9999-12-31', '2026-11-23T12:00:00.0001Z'];
  const embargoes = [
    ...[undefined, null, '', 5, false, [], '2026-11-23', '2026-11-23T12:00:00', '2026-11-23T12:00:00-00:00'],
    ...['2026-11-23T12:00:00Z', '2009-11-16T08:00:00+04:00', '9999-12-31T23:59:59+00:00', '2026-02-30T00:00:00Z'],
  ];
  const anyRelease = fc
    .record({
      date: fc.constantFrom(...dates, undefined),
      status: fc.constantFrom(...statuses, 'published', 'published', undefined),
      embargo: fc.constantFrom(...embargoes),
      more: fc.constantFrom(
        {},
        {},
        {},
        { embargo_until: '2999-01-01T00:00:00Z' },
        { Status: 'draft' },
        { draft: true },
      ),
    })
    .map(({ date, status, embargo, more }) =>
      releaseOf({ date, status, ...(embargo === undefined ? {} : { embargo }), ...more }),
    );

  it('is the first one at which the gate lets it through, in every zone', () => {
    const near = fc.integer({ min: -86_400_000, max: 86_400_000 });
    fc.assert(
      fc.property(anyRelease, fc.constantFrom(...zones, 'Nowhere/Land'), near, (release, timezone, away) => {
        const from = publicFrom(release, timezone);
        expect(from).not.toBeNaN();
        const moments = Number.isFinite(from) ? [from, from - 1, from + 1, from + away, noon] : [noon, farthest, away];
        for (const now of moments) expect(clear(release, { now, timezone }).public).toBe(now >= from);
      }),
      { numRuns: 2000 },
    );
  });
});
