import { renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { Examination } from '../../src/operations/validate-examination.ts';
import { rules } from '../../src/rules/index.ts';
import { write } from '../support/git-repository.ts';
import { look, remembering, tick, type Looked } from '../support/remembering.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { testNow } from '../rules/example-repository.ts';

const pathOf = (day: string): string => `releases/2009/2009-11-${day}-course.md`;
const release = (
  day: string,
  changes: Record<string, string> = {},
  words = 'A course opened in Baku today.',
): string => {
  const own = { id: `2009-11-${day}-course`, date: `2009-11-${day}`, slug: `course-${day}`, ...changes };
  return sampleRelease(own, `BAKU, ${day} November 2009 - ${words}\n`);
};

let root = '';
beforeEach(() => {
  root = scratchFolder({
    'taxonomy.yaml': shippedTaxonomy,
    'files/map.pdf': 'A map.\n',
    [pathOf('16')]: release('16', { related: '[2009-11-17-course]' }),
    [pathOf('17')]: release('17', { attachments: '[{href: files/map.pdf}]' }),
    [pathOf('18')]: release('18', {}, 'A course opened after [the first](2009-11-16-course.md) today.'),
  });
});

const put = (day: string, text: string): void => {
  tick();
  write(root, pathOf(day), text);
};
const told = ({ diagnostics }: Looked): string[] =>
  diagnostics.map(({ file, rule }) => `${file.slice(22, 24)} ${rule}`);

/** What a run finds that remembers, held to what one finds that does not. */
async function seen(options: Parameters<typeof look>[1] = {}): Promise<Looked> {
  const remembered = await look(root, options);
  const { diagnostics, judged, files } = await look(root, { ...options, forgets: true });
  expect([remembered.diagnostics, remembered.judged, remembered.files]).toEqual([diagnostics, judged, files]);
  return remembered;
}

describe('a second look', () => {
  it('reads nothing where nothing was found and nothing has changed', async () => {
    expect((await seen()).read).toHaveLength(3);
    const { read, diagnostics, judged, files, archive } = await seen();
    expect([read, diagnostics, files]).toEqual([[], [], 3]);
    expect(judged).toEqual(['16', '17', '18'].map(pathOf));
    expect([...archive.keys()]).toEqual(judged);
    expect(archive.get(pathOf('17'))?.release?.id).toBe('2009-11-17-course');
  });

  it('reads again what has findings, and says them again', async () => {
    put('17', release('17', { fields: '[electoins]' }));
    expect(told(await seen())).toEqual(['17 unknown-term']);
    const again = await seen();
    expect([told(again), again.read]).toEqual([['17 unknown-term'], [pathOf('17')]]);
  });

  it('reads again what holds a remark, so that one without a use is told', async () => {
    put('17', release('17', { status: 'published # press-ignore hype: it is meant so' }));
    expect(told(await seen())).toEqual(['17 unused-ignore']);
    expect(told(await seen())).toEqual(['17 unused-ignore']);
  });

  it('reads what has changed, also when it is as long and as old as it was', async () => {
    await seen();
    const place = join(root, pathOf('17'));
    const { atime, mtime } = statSync(place);
    put('17', release('17', { attachments: '[{href: files/mop.pdf}]' }));
    utimesSync(place, atime, mtime);
    expect(told(await seen())).toEqual(['17 attachment-missing']);
    put('17', release('17'));
    expect((await seen()).read).toEqual([pathOf('17')]);
    expect((await seen()).read).toEqual([]);
  });

  it.each<readonly [string, () => void, readonly string[]]>([
    ['a release that went', () => rmSync(join(root, pathOf('17'))), ['16 dangling-reference']],
    [
      'a release under another name',
      () => renameSync(join(root, pathOf('16')), join(root, 'releases/2009/2009-11-16-first.md')),
      ['18 link-relative-broken'],
    ],
    [
      'a release that came',
      () => put('19', release('19', { slug: 'course-18' })),
      ['18 duplicate-slug', '19 duplicate-slug'],
    ],
    ['a file that is attached', () => rmSync(join(root, 'files/map.pdf')), ['17 attachment-missing']],
    ['a text in the place of a file', () => put('16', release('16', { id: 'x' })), []],
    ['a term', () => writeFileSync(join(root, 'taxonomy.yaml'), shippedTaxonomy.replace('elections:', 'votes:')), []],
    [
      'a setting',
      () => write(root, 'press.yaml', 'permalink: /same/\n'),
      ['16', '17', '18'].map((day) => `${day} duplicate-slug`),
    ],
    ['a link among them', () => writeFileSync(join(root, 'releases/2009/broken.md'), Buffer.from([0xff])), []],
  ])('finds what %s brings', async (_, change, expected) => {
    await seen();
    tick();
    change();
    const first = await seen();
    if (expected.length > 0) expect(told(first)).toEqual(expected);
    expect(told(await seen())).toEqual(told(first));
  });

  it('holds for the rules that were on, whatever their level', async () => {
    await seen();
    expect((await seen({ levels: new Map([['hype', 'error']]) })).read).toEqual([]);
    expect((await seen({ levels: new Map([['hype', 'off']]) })).read).toHaveLength(3);
    expect((await seen({ levels: new Map([['hype', 'off']]) })).read).toEqual([]);
  });

  it('holds for later moments of the same year, and for none before', async () => {
    await seen();
    expect((await seen({ now: testNow + 86_400_000 })).read).toEqual([]);
    expect((await seen({ now: testNow - 1 })).read).toHaveLength(3);
    expect((await seen({ now: Date.UTC(2009, 10, 17) })).diagnostics.map(({ rule }) => rule)).toContain('date-future');
    expect((await seen({ now: testNow + 365 * 86_400_000 })).read).toHaveLength(3);
  });

  it('of one file reads only what nobody remembers', async () => {
    await seen();
    put('18', release('18', { related: '[nobody]' }));
    expect(told(await seen({ paths: [pathOf('18')] }))).toEqual(['18 dangling-reference']);
    const { read } = await look(root, { paths: [pathOf('16')] });
    expect(read).toEqual([pathOf('18')]);
    expect(new Set((await look(root)).read)).toEqual(new Set([pathOf('18')]));
  });

  it('compares texts that are not saved with what it remembers', async () => {
    await seen();
    const { manuscriptFrom } = await remembering(root);
    const unsaved = [manuscriptFrom(pathOf('16'), Buffer.from(release('16', { id: '2009-11-17-course' })))];
    const found = await seen({ unsaved, paths: [pathOf('16')] });
    expect(told(found)).toEqual(['16 duplicate-id']);
    expect(told(await seen())).toEqual([]);
  });

  it('says what a changed text says by itself, though nothing is compared again', async () => {
    await seen();
    put('17', release('17', { attachments: '[{href: files/map.pdf}]', fields: '[electoins]' }, 'Another text.'));
    const found = await seen();
    expect([told(found), found.read]).toEqual([['17 unknown-term'], [pathOf('17')]]);
    expect([...found.archive.keys()]).toEqual(['16', '17', '18'].map(pathOf));
  });

  it('finds a translation whose original has another text and the same facts', async () => {
    const digest = 'sha256:27accfdf54de48e7622277f0de25f23d38a3ef10998392e5991de43cf3dc4cbe';
    const translationOf = `{id: 2009-11-16-course, digest: "${digest}"}`;
    const russian = (now: string): string =>
      release('18', { lang: 'ru', translationOf: translationOf.replace(digest, now) });
    put('18', russian(digest));
    const stale = (await seen()).diagnostics.find(({ rule }) => rule === 'stale-translation');
    put('18', russian(/«(sha256:[^»]*)»/.exec(stale?.hint ?? '')?.[1] ?? ''));
    expect(told(await seen())).toEqual([]);
    put('16', release('16', { related: '[2009-11-17-course]' }, 'The course was put off.'));
    expect(told(await seen())).toEqual(['18 stale-translation']);
  });

  it('asks again what it had cause to ask, whatever came of it', async () => {
    const russian = 'releases/2009/2009-11-16-course.ru.md';
    write(root, russian, release('19', { lang: 'ru', translationOf: '[]' }));
    expect(told(await seen())).not.toContain('16 dangling-translation');
    tick();
    write(root, russian, release('19', { lang: 'ru' }));
    expect(told(await seen())).toContain('16 dangling-translation');
  });

  it('goes on comparing what it remembers after it has written that down', async () => {
    await seen();
    put('17', release('17', { id: 'another' }));
    const examination = new Examination(await remembering(root), { rules, levels: new Map(), now: testNow });
    examination.report({});
    put('18', release('18', { id: '2009-11-16-course' }));
    examination.readAgain([pathOf('18')]);
    const { diagnostics } = examination.report({});
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['duplicate-id', 'dangling-reference', 'duplicate-id']);
  });
});
