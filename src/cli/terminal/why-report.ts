/** The answer of `press why` for programs, as `schemas/output/why.schema.json` has it. */
import type { Why } from '../../operations/why.ts';
import { exactMoment } from '../../text/wall-clock.ts';

export function whyReport(why: Why, telling: ReadonlySet<string>): object {
  const { subject, isPublic, awaited, answer, versions, tombstone } = why;
  const { manuscript, publicness, moment } = subject;
  const { release, turn } = publicness;
  const at = turn === undefined ? {} : { [isPublic ? 'since' : 'from']: exactMoment(turn, moment.timezone) };
  return {
    version: 1,
    file: manuscript.path,
    ...(release === undefined ? {} : { id: release.id, title: release.title, status: release.status }),
    public: isPublic,
    waitsFor: awaited,
    ...at,
    answer,
    judged: { at: exactMoment(moment.now, moment.timezone), timezone: moment.timezone },
    grounds: why.grounds.map(({ kind, what, remarks, ways, place }) => ({
      kind,
      message: [what, ...remarks].join(' '),
      ways,
      range: manuscript.lines.range(place.start, place.end),
    })),
    faults: why.faults.map(({ message, hint, start, end }) => ({
      message,
      ...(hint === undefined ? {} : { hint }),
      range: manuscript.lines.range(start, end),
    })),
    feeds: why.feeds.map(({ feed, standing, query, because, position }) => ({
      id: feed.id,
      title: feed.title,
      standing,
      query,
      because,
      formats: feed.formats.map((id) => ({ id, tellsWithdrawal: telling.has(id) })),
      ...(feed.limit === undefined ? {} : { limit: feed.limit }),
      ...(position === undefined ? {} : { position }),
    })),
    ...(tombstone === undefined ? {} : { withdrawn: { date: tombstone.date.text, reason: tombstone.reason } }),
    ...(versions.isStale === undefined ? {} : { stale: versions.isStale }),
    versions: versions.others.map(({ version, isStale }) => ({
      id: version.release.id,
      lang: version.release.lang,
      file: version.manuscript.path,
      original: version.isOriginal,
      public: version.isPublic,
      ...(isStale === undefined ? {} : { stale: isStale }),
    })),
    corrections: (release?.corrections ?? []).map(({ date, kind, note }) => ({ date, kind, note })),
  };
}
