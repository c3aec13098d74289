import { describe, expect, it } from 'vitest';
import { move } from '../../../src/operations/verbs/move.ts';
import type { VerbPlan } from '../../../src/operations/verbs/verb.ts';
import { changesIn, file, newsroom, subject, toldIn, type Around } from './newsroom-file.ts';

interface Wish extends Around {
  readonly date?: string;
  readonly slug?: string;
}

async function planFor(text: string, { date, slug, ...around }: Wish = {}): Promise<VerbPlan> {
  const { settings } = await newsroom(text, around);
  return move({ date, slug, settings }).plan(await subject(text, around));
}

/** Where the file goes, and what changes in it. */
async function moved(text: string, wish: Wish = {}): Promise<(string | undefined)[]> {
  const plan = await planFor(text, wish);
  return [plan.kind === 'change' ? plan.to : plan.kind, ...(plan.kind === 'change' ? changesIn(plan) : [])];
}

describe('move', () => {
  const draft = file({ status: 'draft' });

  it('takes file, folder and key to another day', async () => {
    expect(await moved(draft, { date: '2027-03-01' })).toEqual(['releases/2027/2027-03-01-x.md', 'date=2027-03-01']);
    expect(await moved(draft, { date: '2026-03-01T09:00:00+01:00' })).toEqual([
      'releases/2026/2026-03-01-x.md',
      'date=2026-03-01T09:00:00+01:00',
    ]);
    expect(
      await moved(file({ status: 'draft', date: undefined }), { date: '2027-03-01', path: 'releases/undated/x.md' }),
    ).toEqual(['releases/2027/2027-03-01-x.md', 'date=2027-03-01']);
  });

  it('takes the name to another one, and the key where there is one', async () => {
    expect(await moved(draft, { slug: 'spring' })).toEqual(['releases/2026/2026-01-05-spring.md']);
    expect(await moved(file({ status: 'draft', slug: 'old' }), { slug: 'spring' })).toEqual([
      'releases/2026/2026-01-05-spring.md',
      'slug=spring',
    ]);
    const path = 'releases/2026/2026-01-05-x.sr-latn.md';
    expect(await moved(draft, { slug: 'spring', path })).toEqual(['releases/2026/2026-01-05-spring.sr-latn.md']);
  });

  it('without a wish goes to where the date says', async () => {
    expect(await moved(file(), { path: 'releases/2019/2019-02-03-x.md' })).toEqual(['releases/2026/2026-01-05-x.md']);
    expect(await moved(file(), { path: 'releases/flat.md' })).toEqual(['releases/2026-01-05-flat.md']);
    expect(toldIn(await planFor(file()))).toEqual([
      'It stands where its date and its name belong: releases/2026/2026-01-05-x.md.',
    ]);
    expect(toldIn(await planFor(file(), { date: '2026-01-05', slug: 'x' }))).toEqual([
      'It stands where its date and its name belong: releases/2026/2026-01-05-x.md.',
    ]);
  });

  it('leaves the day in the name of a release without a date', async () => {
    expect(toldIn(await planFor(file({ status: 'draft', date: undefined })))).toEqual([
      'It stands where its date and its name belong: releases/2026/2026-01-05-x.md.',
    ]);
  });

  it.each(['Two Words', '', 'con', 'index', 'ü', 'a--b', '../x', 'a/b'])('takes no name %j', async (slug) => {
    expect(toldIn(await planFor(draft, { slug }))).toEqual([
      `«${slug}» cannot be the name. Choose one of small letters a to z and digits with single hyphens between: --slug spring-meeting.`,
    ]);
  });

  it.each(['releases/2026/2026-01-05-Spring.md', 'releases/2026/2026-01-05-spring.MD'])(
    'changes no capitals alone, which some computers cannot: %s',
    async (path) => {
      expect(toldIn(await planFor(draft, { slug: 'spring', path }))).toEqual([
        `«${path}» and «releases/2026/2026-01-05-spring.md» are one name on some computers. Choose another name with --slug first, then this one.`,
      ]);
      expect((await planFor(draft, { slug: 'autumn', path })).kind).toBe('change');
    },
  );

  it('says all reasons at once', async () => {
    expect(toldIn(await planFor(file({ date: 'soon' }), { slug: 'A' }))).toEqual([
      '«A» cannot be the name. Choose one of small letters a to z and digits with single hyphens between: --slug spring-meeting.',
      'Its date, «soon», is none. Give the right one with --date.',
    ]);
    expect((await planFor(file({ date: 'soon' }), { date: '2026-01-05' })).kind).toBe('change');
    expect(toldIn(await planFor(file(), { path: 'releases/2026/2026-01-05-Ä.md' }))[0]).toMatch(
      /^Its name, «Ä», cannot stand in a file name\./,
    );
  });
});

describe('the old address', () => {
  it.each(['published', 'hold', 'withdrawn'])('of what is «%s» leads to the new one', async (status) => {
    const plan = await planFor(file({ status }), { slug: 'spring' });
    expect(changesIn(plan)).toEqual(['aliases+/2026/x/']);
    expect(toldIn(plan)[0]).toBe('Its old address, /2026/x/, stands under «aliases» and leads to /2026/spring/.');
  });

  it.each([{ status: 'draft' }, { status: 'approved' }, { date: '2027-01-05' }, { embargo: '"2027-01-01T00:00:00Z"' }])(
    'of what nobody has is forgotten (%j)',
    async (keys) => {
      const path = 'releases/2027/2027-01-05-x.md';
      const plan = await planFor(file({ date: '2027-01-05', ...keys }), { slug: 'spring', path });
      expect(changesIn(plan)).toEqual([]);
      expect(toldIn(plan)).toEqual(['It was not public at its old address, so nobody has to be sent on.']);
    },
  );

  it('is written once, and none leads round in a circle', async () => {
    expect(await moved(file({ aliases: '[/2026/x/]' }), { slug: 'spring' })).toEqual([
      'releases/2026/2026-01-05-spring.md',
    ]);
    expect(changesIn(await planFor(file({ aliases: '[/2026/spring/]' }), { slug: 'spring' }))).toEqual([
      'aliases-/2026/spring/+/2026/x/',
    ]);
    const both = file({ aliases: '[/2026/spring/, /2026/x/]' });
    expect(changesIn(await planFor(both, { slug: 'spring' }))).toEqual(['aliases-/2026/spring/']);
  });

  it('stays what it is when only the day in the year changes', async () => {
    const plan = await planFor(file(), { date: '2026-01-06' });
    expect(changesIn(plan)).toEqual(['date=2026-01-06']);
    expect(toldIn(plan)).toEqual([]);
  });
});

describe('what is told besides', () => {
  it('a public release that is put off is with readers, and how they can be told', async () => {
    const plan = await planFor(file(), { date: '2027-01-05' });
    expect(toldIn(plan)).toEqual([
      'Its old address, /2026/x/, stands under «aliases» and leads to /2027/x/.',
      'It was public. Readers of the feeds «water» and «all» have it, and keep what they have.',
      'To tell them that it must not be used, take it back from where it was: press move x --date 2026-01-05, then press withdraw x --note "…".',
    ]);
  });

  it('the other languages stay where they are', async () => {
    const beside = {
      'releases/2026/2026-01-05-x.de.md': file({ id: 'x.de', lang: 'de', translationOf: '{id: x}' }),
      'releases/2026/2026-01-05-x.ru.md': file({ id: 'x.ru', lang: 'ru', translationOf: '{id: x}' }),
    };
    expect(toldIn(await planFor(file(), { date: '2026-01-06', slug: 'y', beside })).at(-1)).toBe(
      '«x.de» and «x.ru» stay as before: press move x.de --date 2026-01-06 --slug y, and so on.',
    );
    expect(toldIn(await planFor(file(), { path: 'releases/2019/2019-02-03-x.md', beside }))).toEqual([]);
  });
});

// A notice of a release that is dated later would announce it, so there would be none any more.
describe('what was withdrawn', () => {
  const gone = file({
    status: 'withdrawn',
    corrections: '[{date: "2026-02-01T10:00:00Z", kind: withdrawal, note: Wrong}]',
  });

  it('is not dated after its withdrawal', async () => {
    expect(toldIn(await planFor(gone, { date: '2026-02-02' }))).toEqual([
      'It was withdrawn on 2026-02-01T10:00:00Z, and readers are told so because it was out before. Leave its date before that, or write a new release.',
    ]);
  });

  it('may be dated before, or when no reader was told', async () => {
    expect((await planFor(gone, { date: '2026-02-01' })).kind).toBe('change');
    expect((await planFor(file({ status: 'withdrawn' }), { date: '2027-02-02' })).kind).toBe('change');
  });
});
