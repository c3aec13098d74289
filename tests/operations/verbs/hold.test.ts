import { describe, expect, it } from 'vitest';
import { hold } from '../../../src/operations/verbs/hold.ts';
import { changesIn, file, subject, toldIn } from './newsroom-file.ts';

describe('hold', () => {
  it('sets the status, with the reason above it', async () => {
    const plan = hold({ note: 'Waits for the minister' }).plan(await subject(file({ status: 'draft' })));
    expect(changesIn(plan)).toEqual(['#status 2026-11-23 hold: Waits for the minister', 'status=hold']);
    expect(toldIn(plan)).toEqual([]);
  });

  it('says who has what was public, and how they are told', async () => {
    const plan = hold({ note: undefined }).plan(await subject(file()));
    expect(changesIn(plan)).toEqual(['status=hold']);
    expect(toldIn(plan)).toEqual([
      'It was public. Readers of the feeds «water» and «all» have it, and keep what they have.',
      'To tell them that it must not be used: press withdraw x --was-public --note "…".',
    ]);
    const apart = hold({ note: undefined }).plan(await subject(file({ date: '1999-01-05', topics: '[soil]' })));
    expect(toldIn(apart)[0]).toBe('It was public. Readers have it, and keep what they have.');
  });

  it('says which other languages go out all the same', async () => {
    const beside = {
      'releases/2026/2026-01-05-x.de.md': file({ id: 'x.de', lang: 'de', translationOf: '{id: x}' }),
      'releases/2026/2026-01-05-x.fr.md': file({ id: 'x.fr', lang: 'fr', translationOf: '{id: x}', status: 'draft' }),
      'releases/2026/2026-01-05-x.ru.md': file({
        id: 'x.ru',
        lang: 'ru',
        translationOf: '{id: x}',
        date: '2027-01-05',
      }),
    };
    const plan = hold({ note: undefined }).plan(await subject(file({ status: 'approved' }), { beside }));
    expect(toldIn(plan)).toEqual(['«x.de» and «x.ru» stay as before: press hold x.de, and so on.']);
  });

  it.each([
    ['hold', 'It is on hold already.'],
    ['withdrawn', 'It has been withdrawn, so it stays in anyway.'],
  ])('of what is «%s» changes nothing', async (status, sentence) => {
    expect(toldIn(hold({ note: undefined }).plan(await subject(file({ status }))))).toEqual([sentence]);
  });

  it('keeps a note about what is on hold already', async () => {
    const plan = hold({ note: 'Ask Vienna' }).plan(await subject(file({ status: 'hold' })));
    expect(changesIn(plan)).toEqual(['#status 2026-11-23 hold: Ask Vienna']);
  });
});
