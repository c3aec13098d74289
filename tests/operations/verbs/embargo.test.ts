import { describe, expect, it } from 'vitest';
import { embargo } from '../../../src/operations/verbs/embargo.ts';
import type { VerbPlan } from '../../../src/operations/verbs/verb.ts';
import { changesIn, file, subject, toldIn } from './newsroom-file.ts';

const until = '2027-01-01T09:00:00+01:00';

async function planFor(
  text: string,
  wish: { readonly until?: string; readonly note?: string } = {},
  beside: Readonly<Record<string, string>> = {},
): Promise<VerbPlan> {
  return embargo({ until: wish.until, note: wish.note }).plan(await subject(text, { beside }));
}

describe('embargo --until', () => {
  it('writes the moment as it was given, with the reason above it', async () => {
    expect(changesIn(await planFor(file({ status: 'draft' }), { until, note: 'Agreed' }))).toEqual([
      '#embargo 2026-11-23 embargo: Agreed',
      `embargo=${until}`,
    ]);
    expect(changesIn(await planFor(file({ embargo: '"2028-01-01T00:00:00Z"' }), { until }))).toEqual([
      `embargo=${until}`,
    ]);
  });

  it('says that readers of a public release keep it', async () => {
    expect(toldIn(await planFor(file(), { until }))).toEqual([
      'It was public. Readers of the feeds «water» and «all» have it, and keep what they have.',
      'To tell them that it must not be used: press withdraw x --was-public --note "…".',
    ]);
    expect(toldIn(await planFor(file({ status: 'approved' }), { until }))).toEqual([]);
  });

  it('is there already when it is the same moment, however that is written', async () => {
    expect(toldIn(await planFor(file({ embargo: '"2027-01-01T08:00:00Z"' }), { until }))).toEqual([
      `It is under embargo until ${until} already.`,
    ]);
  });

  it('lies ahead', async () => {
    for (const past of ['2026-11-23T12:00:00Z', '2026-03-08T09:00:00+01:00'])
      expect(toldIn(await planFor(file(), { until: past }))).toEqual([
        `«${past}» has passed: it is Monday 2026-11-23, 13:00 (Europe/Vienna, UTC+01:00). Name a later moment, or end the embargo: press embargo x --lift.`,
      ]);
    expect((await planFor(file(), { until: '2026-11-23T12:00:00.001Z' })).kind).toBe('change');
  });

  // With an embargo later than its withdrawal nobody would be told of that any more.
  it('leaves what was withdrawn as it is', async () => {
    expect(toldIn(await planFor(file({ status: 'withdrawn' }), { until }))).toEqual([
      'It has been withdrawn, so it stays in anyway.',
    ]);
  });

  it.each(['embargo_until', 'Embargo', 'еmbargo', 'sperrfrist', 'эмбарго', 'publish_at'])(
    'does not write a second one beside «%s»',
    async (key) => {
      for (const wish of [{ until }, {}])
        expect(toldIn(await planFor(file({ [key]: '"2027-01-01T00:00:00Z"' }), wish))).toEqual([
          expect.stringMatching(
            /^Its key «.+ may be meant as the embargo\. Put that right first: press validate releases/,
          ),
        ]);
    },
  );

  it('does not write a second one beside a group that holds one', async () => {
    expect(toldIn(await planFor(file({ meta: '{embargo: "2027-01-01T00:00:00Z"}' }), { until }))).toEqual([
      expect.stringContaining('Its key «meta» may be meant as the embargo.'),
    ]);
  });

  it('does not mind another key that is misspelled', async () => {
    expect((await planFor(file({ Status: 'draft' }), { until })).kind).toBe('change');
  });
});

describe('embargo --lift', () => {
  it.each(['"2027-01-01T00:00:00Z"', 'soon', '', '[a]'])('takes %j out', async (written) => {
    expect(changesIn(await planFor(file({ embargo: written }), { note: 'Agreed' }))).toEqual([
      '#embargo 2026-11-23 embargo lifted: Agreed',
      '-embargo',
    ]);
  });

  it('has nothing to do without one', async () => {
    expect(toldIn(await planFor(file()))).toEqual(['It has no embargo.']);
  });
});

describe('the other languages of a release', () => {
  const version = (lang: string, keys: Readonly<Record<string, string>>): Record<string, string> => ({
    [`releases/2026/2026-01-05-x.${lang}.md`]: file({ id: `x.${lang}`, lang, translationOf: '{id: x}', ...keys }),
  });

  it('are named where they would be out before', async () => {
    const beside = {
      ...version('de', { embargo: '"2027-01-01T08:00:00Z"' }),
      ...version('fr', { status: 'draft' }),
      ...version('ru', { status: 'withdrawn' }),
    };
    expect(toldIn(await planFor(file({ status: 'draft' }), { until }, beside))).toEqual([
      `«x.fr» stays as before: press embargo x.fr --until ${until}.`,
    ]);
  });

  it('are named where they would stay in', async () => {
    const beside = { ...version('de', { embargo: '"2027-01-01T08:00:00Z"' }), ...version('fr', {}) };
    expect(toldIn(await planFor(file({ embargo: `"${until}"` }), {}, beside))).toEqual([
      '«x.de» stays as before: press embargo x.de --lift.',
    ]);
  });
});
