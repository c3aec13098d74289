import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf } from './marked-text.ts';

const id = '2009-11-16-observer-course';
const path = samplePath.replace('.md', '.ru.md');
const russian = (changes: Record<string, string | undefined>): string =>
  sampleRelease(
    { id: `${id}.ru`, title: 'Курс для наблюдателей открылся в Баку', place: undefined, lang: 'ru', ...changes },
    'Сегодня в Баку открылся курс.\n',
  );
const findings = (
  text: string,
  others: Record<string, string> = { [samplePath]: sampleRelease() },
): Promise<Diagnostic[]> => findingsOf(text, path, others);
const mended = (text: string, fix: Diagnostic['fix']): string =>
  [...(fix?.edits ?? [])].reduceRight(
    (whole, { range, text: put }) => whole.slice(0, range.start.offset) + put + whole.slice(range.end.offset),
    text,
  );

describe('the original of a translation', () => {
  it('is offered where one id is near', async () => {
    const text = russian({ translationOf: '{id: 2009-11-16-observers-course}' });
    const [found] = await findings(text);
    expect(found).toMatchObject({ rule: 'dangling-translation', severity: 'error', hint: `Did you mean «${id}»?` });
    expect(await findings(mended(text, found?.fix))).toEqual([]);
  });

  it('is not the release itself', async () => {
    const found = await findings(russian({ translationOf: `{id: ${id}.ru}` }));
    expect(found.map(({ rule, severity, fix }) => [rule, severity, fix])).toEqual([
      ['dangling-translation', 'error', undefined],
    ]);
  });

  it('is no translation: the first of the chain is offered', async () => {
    const german = 'releases/2009/2009-11-16-observer-course.de.md';
    const others = {
      [samplePath]: sampleRelease(),
      [german]: sampleRelease(
        { id: `${id}.de`, lang: 'de', place: undefined, translationOf: `{id: ${id}}` },
        'Ein Kurs.\n',
      ),
    };
    const text = russian({ translationOf: `{id: ${id}.de}` });
    const [found] = await findings(text, others);
    expect(found).toMatchObject({ severity: 'warning', message: `«${id}.de» is itself a translation, of «${id}».` });
    expect(found?.related?.map(({ file }) => file)).toEqual([german]);
    expect(await findings(mended(text, found?.fix), others)).toEqual([]);
  });

  it('offers no way round in a circle', async () => {
    const others = { [samplePath]: sampleRelease({ translationOf: `{id: ${id}.ru}` }) };
    const found = await findings(russian({ translationOf: `{id: ${id}}` }), others);
    expect(found.map(({ rule, fix }) => [rule, fix])).toEqual([['dangling-translation', undefined]]);
  });

  it('is in another language, also where nobody says in which', async () => {
    const text = russian({ translationOf: `{id: ${id}}`, lang: 'en' });
    const messages = (await findings(text)).map(({ message }) => message);
    expect(messages).toContain(`The release and its original «${id}» are in the same language, «en».`);
    expect(await findings(russian({ translationOf: `{id: ${id}}`, lang: 'ru-BY' }))).toEqual([]);
  });

  it('is offered to a file that by its name has one', async () => {
    const text = russian({}).replaceAll('\n', '\r\n');
    const [found] = await findings(text);
    expect(found).toMatchObject({ rule: 'dangling-translation', severity: 'info', fix: { safety: 'review' } });
    const after = mended(text, found?.fix);
    expect(after).toContain(`status: published\r\ntranslationOf:\r\n  id: "${id}"\r\n---\r\n`);
    expect(await findings(after)).toEqual([]);
  });

  it.each([
    ['the language is another one', russian({ lang: 'uk' })],
    [
      'the original is in the same language',
      russian({}),
      { [samplePath]: sampleRelease({ lang: 'ru', place: undefined }, 'Курс.\n') },
    ],
    ['there is no such file', russian({}), {}],
  ] as const)('is not looked for where %s', async (_, text, others = { [samplePath]: sampleRelease() }) => {
    expect((await findings(text, { ...others })).filter(({ rule }) => rule === 'dangling-translation')).toEqual([]);
  });
});

describe('a translation whose original has changed', () => {
  const stale = russian({ translationOf: `{id: ${id}, digest: "sha256:${'0'.repeat(64)}"}` });

  it('is told the new digest, which makes it fresh', async () => {
    const [found] = await findings(stale);
    expect(found).toMatchObject({ rule: 'stale-translation', severity: 'warning', fix: { safety: 'review' } });
    expect(found?.related).toMatchObject([{ file: samplePath, range: { start: { line: 3 } } }]);
    const fresh = mended(stale, found?.fix);
    expect(await findings(fresh)).toEqual([]);
    expect(found?.hint).toContain(/sha256:[0-9a-f]{64}/.exec(fresh)?.[0]);
    expect(
      await findings(fresh, { [samplePath]: sampleRelease({ fields: '[youth]', updated: '2010-01-01' }) }),
    ).toEqual([]);
    const changed = await findings(fresh, { [samplePath]: sampleRelease({ summary: 'More.' }) });
    expect(changed.map(({ rule }) => rule)).toEqual(['stale-translation']);
  });

  it('is silenced by a remark', async () => {
    const remark = '# press-ignore stale-translation: the desk knows\ntranslationOf:';
    expect(await findings(stale.replace('translationOf:', remark))).toEqual([]);
  });

  it('is not judged while the original cannot be read, is not there, or is no original', async () => {
    const rules = async (others: Record<string, string>): Promise<string[]> =>
      (await findings(stale, others)).map(({ rule }) => rule);
    expect(await rules({ [samplePath]: sampleRelease({ title: 'a: b: c' }) })).toEqual([]);
    expect(await rules({})).toEqual(['dangling-translation']);
    expect(await rules({ [samplePath]: sampleRelease({ translationOf: '{id: other}' }) })).toEqual([
      'dangling-translation',
    ]);
  });
});
