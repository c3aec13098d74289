import { describe, expect, it } from 'vitest';
import { publish } from '../../../src/operations/verbs/publish.ts';
import type { VerbPlan } from '../../../src/operations/verbs/verb.ts';
import { changesIn, file, subject, toldIn } from './newsroom-file.ts';

const withdrawal = '[{date: "2026-02-01T10:00:00Z", kind: withdrawal, note: Wrong}]';

async function planFor(
  text: string,
  { note, again = false }: { readonly note?: string; readonly again?: boolean } = {},
): Promise<VerbPlan> {
  return publish({ note, again }).plan(await subject(text));
}

describe('publish', () => {
  it('sets the status alone, and says why in a remark of the house', async () => {
    expect(changesIn(await planFor(file({ status: 'draft' })))).toEqual(['status=published']);
    expect(changesIn(await planFor(file({ status: 'hold' }), { note: 'Cleared' }))).toEqual([
      '#status 2026-11-23 publish: Cleared',
      'status=published',
    ]);
  });

  it.each([
    ['what is ready', {}, ['The next export puts it into the feeds «water» and «all».']],
    ['what no feed means', { topics: '[soil]' }, ['The next export puts it into the feed «all».']],
    ['what waits for its date', { date: '2027-01-05' }, ['Once it is public, it is in the feeds «water» and «all».']],
    [
      'what is under embargo',
      { embargo: '"2027-01-01T00:00:00Z"' },
      ['Once it is public, it is in the feeds «water» and «all».'],
    ],
    ['what waits and is in no feed', { date: '1999-12-31', topics: '[soil]', embargo: '"2027-01-01T00:00:00Z"' }, []],
  ])('says in which feeds %s will be', async (_, keys, told) => {
    expect(toldIn(await planFor(file({ status: 'draft', ...keys })))).toEqual(told);
  });

  it('keeps half a translation in, and says so together with what else is in the way', async () => {
    const beside = { 'releases/2026/2026-01-05-o.md': file({ id: 'o' }, 'First.\n\nSecond.\n') };
    const half = file({ status: 'draft', lang: 'ru', translationOf: '{id: o}' }, 'Один.\n\n<!-- Second. -->\n');
    const plan = publish({ note: undefined, again: false }).plan(await subject(half, { beside }));
    expect(toldIn(plan)).toEqual([
      'Its text still has 1 note to translate from. Translate each paragraph that is not there yet, then take the notes out.',
    ]);
    expect(plan).toMatchObject({ changes: [{ kind: 'set', key: 'status', value: 'published' }] });
    const whole = file({ status: 'draft', lang: 'ru', translationOf: '{id: o}' }, 'Один.\n\nДва. <!-- check -->\n');
    expect(publish({ note: undefined, again: false }).plan(await subject(whole, { beside })).kind).toBe('change');
  });

  it('counts the notes that are left in the text, without those to press', async () => {
    const body = 'One <!-- check --> two.\n\n<!-- press-ignore hype: name -->\n\n<!-- open';
    expect(toldIn(await planFor(file({ status: 'draft' }, body)))[0]).toBe(
      'Its text still has 2 notes in comments, which no output holds: see that nothing is missing.',
    );
  });

  it.each([
    [{}, 'Its status is «published» already. Public since Monday 2026-01-05, 00:00 (Europe/Vienna, UTC+01:00).'],
    [
      { embargo: '"2027-01-01T00:00:00Z"' },
      'Its status is «published» already. Not public yet: it will be on Friday 2027-01-01, 01:00 (Europe/Vienna, UTC+01:00), by itself.',
    ],
    [
      { embargo: 'soon' },
      'Its status is «published» already, and it is not public: «press why x» shows all reasons. Its embargo is no moment that press can read, and what cannot be read is closed.',
    ],
  ])('says of what is published already how it stands (%j)', async (keys, sentence) => {
    expect(toldIn(await planFor(file(keys)))).toEqual([sentence]);
  });
});

describe('publish --again', () => {
  it('is what brings back what was withdrawn, and nothing else does', async () => {
    const gone = file({ status: 'withdrawn', corrections: withdrawal });
    const refused = [
      'It was withdrawn on 2026-02-01T10:00:00Z, and readers were told: «Wrong» Write a new release. If the withdrawal was a mistake, tell readers so: press publish x --again --note "…".',
    ];
    expect(toldIn(await planFor(gone))).toEqual(refused);
    expect(toldIn(await planFor(gone, { again: true }))).toEqual(refused);
    expect(toldIn(await planFor(gone, { note: 'Back' }))).toEqual(refused);
    expect(changesIn(await planFor(gone, { note: 'Back', again: true }))).toEqual([
      'updated=2026-11-23T13:00:00+01:00',
      'corrections+2026-11-23T13:00:00+01:00 update Back',
      'status=published',
    ]);
  });

  it('tells readers nothing of a withdrawal that they never heard of', async () => {
    const gone = file({ status: 'withdrawn' });
    expect(toldIn(await planFor(gone))).toEqual([
      'It was withdrawn. Write a new release, or bring it back with the reason: press publish x --again --note "…".',
    ]);
    expect(changesIn(await planFor(gone, { note: 'Back', again: true }))).toEqual([
      '#status 2026-11-23 publish: Back',
      'status=published',
    ]);
  });
});
