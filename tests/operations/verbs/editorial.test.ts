import { describe, expect, it } from 'vitest';
import { translationDigest } from '../../../src/model/translation-digest.ts';
import { editRelease } from '../../../src/operations/edit-release.ts';
import { editorial } from '../../../src/operations/verbs/editorial.ts';
import type { VerbPlan } from '../../../src/operations/verbs/verb.ts';
import { file, newsroom, subject, toldIn, usualPath } from './newsroom-file.ts';

const before = file({}, 'Text with a slip of teh pen.\n');
const after = file({}, 'Text with a slip of the pen.\n');
const other = file({}, 'Another text.\n');
const german = 'releases/2026/2026-01-05-x.de.md';
const russian = 'releases/2026/2026-01-05-x.ru.md';

async function digestOf(text: string): Promise<string> {
  const repository = await newsroom(text);
  const { data = {}, ...manuscript } = repository.manuscriptFrom(usualPath, new TextEncoder().encode(text));
  return translationDigest({ ...manuscript, data }, (words) => repository.digestOfText(words));
}

async function translation(lang: string, of: string): Promise<string> {
  return file({ id: `x.${lang}`, lang, translationOf: `{id: x, digest: "${await digestOf(of)}"} # made of` });
}

async function planFor(former: string | undefined, beside: Readonly<Record<string, string>>): Promise<VerbPlan> {
  const repository = await newsroom(after, { beside });
  const was = former === undefined ? undefined : repository.manuscriptFrom(usualPath, new TextEncoder().encode(former));
  const verb = editorial({ former: was, digestOfText: (text) => repository.digestOfText(text) });
  return verb.plan(await subject(after, { beside }));
}

/** The translations that get the new digest. */
function renewed(plan: VerbPlan): string[] {
  return plan.kind === 'change' ? [...(plan.others ?? new Map()).keys()] : [plan.kind];
}

describe('correct --editorial', () => {
  it('gives the translations of the text before the digest of the text now, and the original nothing', async () => {
    const beside = { [german]: await translation('de', before), [russian]: await translation('ru', other) };
    const plan = await planFor(before, beside);
    expect(renewed(plan)).toEqual([german]);
    expect(plan).toMatchObject({ changes: [] });
    expect(toldIn(plan)).toEqual(['«x.ru» did not fit the text before this change either, and stays to be looked at.']);
    const repository = await newsroom(after, { beside });
    const [manuscript] = repository.manuscripts([german]);
    if (plan.kind !== 'change' || manuscript === undefined) throw new Error('No change');
    const { after: written } = editRelease(manuscript, plan.others?.get(german) ?? [], { repository });
    expect(written.text).toBe(beside[german]?.replace(await digestOf(before), await digestOf(after)));
  });

  it('takes all translations to have fitted where nobody knows the text before', async () => {
    const plan = await planFor(undefined, {
      [german]: await translation('de', before),
      [russian]: await translation('ru', other),
    });
    expect(renewed(plan)).toEqual([german, russian]);
    expect(toldIn(plan)).toEqual([
      'Nothing says what the text was before, so all its translations are taken to have fitted it.',
    ]);
  });

  it('is refused where none fitted', async () => {
    const plan = await planFor(before, { [russian]: await translation('ru', other) });
    expect(plan.kind).toBe('refused');
    expect(toldIn(plan)).toEqual([
      '«x.ru» did not fit the text before the last change either. Compare the two, translate what is different, then let «press validate --fix-review» write the new digest.',
    ]);
  });

  it('has nothing to do where all fit, where nothing is translated, and where the release is a translation itself', async () => {
    expect(toldIn(await planFor(before, { [german]: await translation('de', after) }))).toEqual([
      'All its translations fit the text as it is.',
    ]);
    expect(toldIn(await planFor(before, {}))).toEqual(['It has no translation that could be out of date.']);
    const sibling = file({ id: 'y.de', lang: 'de', translationOf: '{id: y, digest: "sha256:12345678"}' });
    expect(toldIn(await planFor(before, { [german]: sibling }))).toEqual([
      'It has no translation that could be out of date.',
    ]);
  });

  it('leaves alone a translation without a digest', async () => {
    const plan = await planFor(undefined, { [german]: file({ id: 'x.de', lang: 'de', translationOf: '{id: x}' }) });
    expect(toldIn(plan)).toEqual(['All its translations fit the text as it is.']);
  });
});
