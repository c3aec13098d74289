import { describe, expect, it } from 'vitest';
import { statuses } from '../../../src/model/release.ts';
import { correct } from '../../../src/operations/verbs/correct.ts';
import { embargo } from '../../../src/operations/verbs/embargo.ts';
import { hold } from '../../../src/operations/verbs/hold.ts';
import { move } from '../../../src/operations/verbs/move.ts';
import { publish } from '../../../src/operations/verbs/publish.ts';
import type { Verb } from '../../../src/operations/verbs/verb.ts';
import { withdraw } from '../../../src/operations/verbs/withdraw.ts';
import { editRelease } from '../../../src/operations/edit-release.ts';
import { defaultSettings } from '../../../src/model/settings.ts';
import { clear } from '../../../src/model/embargo.ts';
import { makeRelease } from '../../../src/model/make-release.ts';
import { file, newsroom, now, subject, usualPath } from './newsroom-file.ts';

const until = '2027-01-01T00:00:00Z';
const telling = new Set(['rss']);
const verbs: Readonly<Record<string, Verb>> = {
  publish: publish({ note: undefined, again: false }),
  'publish --again': publish({ note: 'Back', again: true }),
  hold: hold({ note: undefined }),
  'embargo --until': embargo({ until, note: undefined }),
  'embargo --lift': embargo({ until: undefined, note: undefined }),
  withdraw: withdraw({ note: 'Why', wasPublic: false, telling }),
  'withdraw --was-public': withdraw({ note: 'Why', wasPublic: true, telling }),
  correct: correct({ kind: 'correction', note: 'What' }),
  move: move({ date: '2026-01-06', slug: undefined, settings: defaultSettings }),
};

const withdrawal = '[{date: "2026-02-01T10:00:00Z", kind: withdrawal, note: Wrong}]';

/** Rows are verbs, columns a release in each state. */
const columns = {
  draft: { status: 'draft' },
  approved: { status: 'approved' },
  hold: { status: 'hold' },
  published: {},
  'to come': { date: '2027-01-05' },
  embargoed: { embargo: `"${until}"` },
  unclear: { embargo: 'soon' },
  withdrawn: { status: 'withdrawn' },
  'withdrawn on record': { status: 'withdrawn', corrections: withdrawal },
  'no status': { status: undefined },
  Published: { status: 'Published' },
} as const;

const expected: Readonly<Record<keyof typeof verbs, string>> = {
  //                        draft    approved hold     published to come embargoed unclear withdrawn on record no status Published
  publish:
    '                change   change   change   nothing  nothing  nothing  nothing  refused  refused  change   change',
  'publish --again':
    '      change   change   change   nothing  nothing  nothing  nothing  change   change   change   change',
  hold: '                   change   change   nothing  change   change   change   change   nothing  nothing  change   change',
  'embargo --until':
    '      change   change   change   change   change   nothing  change   nothing  nothing  change   change',
  'embargo --lift':
    '       nothing  nothing  nothing  nothing  nothing  change   change   nothing  nothing  nothing  nothing',
  withdraw:
    '               change   change   change   change   change   change   change   nothing  nothing  change   change',
  'withdraw --was-public':
    'change   change   change   change   refused  change   change   change   nothing  change   change',
  correct:
    '                refused  refused  refused  change   refused  change   change   refused  refused  change   change',
  move: '                   change   change   change   change   change   change   change   change   change   change   change',
};

describe('what a verb does to a release', () => {
  const names = Object.keys(columns);
  const cases = Object.entries(expected).flatMap(([verb, row]) =>
    row
      .trim()
      .split(/ +/)
      .map((kind, at) => [verb, names[at] ?? '', kind] as const),
  );

  it.each(cases)('%s · %s → %s', async (verb, state, kind) => {
    const seen = await subject(file(columns[state as keyof typeof columns]));
    expect(verbs[verb]?.plan(seen).kind).toBe(kind);
  });

  it('covers every status', () => {
    const covered = Object.values(columns).map((keys) => ('status' in keys ? keys.status : 'published'));
    for (const status of statuses) expect(covered).toContain(status);
  });
});

describe('once it is done', () => {
  const closing = ['hold', 'embargo --until', 'withdraw', 'withdraw --was-public'];

  it.each(closing.flatMap((verb) => Object.keys(columns).map((state) => [verb, state] as const)))(
    '«%s» of what is %s keeps it in',
    async (verb, state) => {
      const text = file(columns[state as keyof typeof columns]);
      const after = await done(verb, text);
      if (after === undefined) return;
      const repository = await newsroom(after);
      const [manuscript] = repository.manuscripts([usualPath]);
      const release = manuscript === undefined ? undefined : makeRelease(manuscript, repository);
      expect(release !== undefined && clear(release, { now, timezone: 'Europe/Vienna' }).public).toBe(false);
    },
  );

  const once = Object.keys(verbs).filter((verb) => verb !== 'correct' && verb !== 'move');
  it.each(once.flatMap((verb) => Object.keys(columns).map((state) => [verb, state] as const)))(
    '«%s» of what is %s is not done a second time',
    async (verb, state) => {
      const after = await done(verb, file(columns[state as keyof typeof columns]));
      if (after === undefined) return;
      expect(verbs[verb]?.plan(await subject(after)).kind).toBe('nothing');
    },
  );

  /** The text after the verb; undefined where it does nothing. */
  async function done(verb: string, text: string): Promise<string | undefined> {
    const seen = await subject(text);
    const plan = verbs[verb]?.plan(seen);
    if (plan?.kind !== 'change') return undefined;
    return editRelease(seen.manuscript, plan.changes, { repository: await newsroom(text) }).after.text;
  }
});
