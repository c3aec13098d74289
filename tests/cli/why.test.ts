import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { terminalSafe } from '../../src/text/terminal-safe.ts';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';
import { obeyed } from '../support/github-runner.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { press, type Outcome } from '../support/world.ts';

const settings = [
  'timezone: America/New_York',
  'feeds:',
  '  - {id: elections, title: Elections, where: "field:elections", formats: [rss, csv], limit: 1}',
  '  - {id: tables, title: Tables, formats: [csv]}',
  '  - {id: broken, title: Broken, where: "field:electoins", formats: [rss]}',
].join('\n');

const withdrawal = '\n  - {date: "2026-11-22T10:00:00+01:00", kind: withdrawal, note: A wrong date.}';
const at = (id: string): string => `releases/2009/${id}.md`;
const files: Record<string, string> = {
  'taxonomy.yaml': shippedTaxonomy,
  'press.yaml': `${settings}\n`,
  [at('public')]: sampleRelease({ id: 'public' }),
  [at('newer')]: sampleRelease({ id: 'newer', date: '2010-01-01' }),
  [at('draft')]: sampleRelease({ id: 'draft', status: 'draft' }),
  [at('embargoed')]: sampleRelease({ id: 'embargoed', embargo: '"2026-12-01T09:00:00+04:00"' }),
  [at('withdrawn')]: sampleRelease({ id: 'withdrawn', status: 'withdrawn', corrections: withdrawal }),
  [at('invalid')]: sampleRelease({ id: 'invalid', title: undefined, embargo: 'tomorrow' }),
  [at('unread')]: '---\ntitle: Minister: we will act\n---\nText.\n',
  [at('no-text')]: '\0\0\0',
  [at('empty')]: '',
  [at('odd name')]: sampleRelease({ id: 'odd', status: 'hold' }),
  [at('\u001B[31m\ttabbed')]: sampleRelease({ id: 'tabbed', status: 'publish' }),
  [at('public.ru')]: sampleRelease({
    id: 'public.ru',
    lang: 'ru',
    translationOf: '{id: public, digest: "sha256:00000000"}',
  }),
};

const root = (): string => scratchFolder(files);
const why = (args: readonly string[], cwd = root(), env: Record<string, string> = {}): Promise<Outcome> =>
  press(['why', ...args], { cwd, env });

const names = Object.keys(files).filter((path) => path.startsWith('releases/'));

describe('press why', () => {
  it.each(names)('%s: answers, to people and to programs, and changes nothing', async (path) => {
    const cwd = root();
    const before = contentOf(cwd);
    const page = await why([path], cwd);
    const json = await why([path, '--format', 'json'], cwd);
    expect(contentOf(cwd)).toEqual(before);
    expect(page.err + json.err).toBe('');
    const report = JSON.parse(json.out) as { public: boolean; answer: string; grounds: object[] };
    expect(told(errorsOf('output/why.schema.json', report))).toEqual([]);
    expect([page.status, json.status]).toEqual(report.public ? [0, 0] : [1, 1]);
    expect(report.grounds.length).toBeGreaterThan(0);
    expect(page.out.replaceAll('\n', ' ').startsWith(report.answer)).toBe(true);
    expect(page.out).toContain(terminalSafe(path));
    // oxlint-disable-next-line no-control-regex -- that none is there is the point
    expect(page.out).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
  });

  it('shows an embargo as it is written and as the newsroom’s clock will show it', async () => {
    const { out } = await why(['embargoed']);
    const text = out.replaceAll(/\s+/g, ' ');
    expect(text).toContain('it will be on Tuesday 2026-12-01, 00:00 (America/New_York, UTC-05:00), by itself.');
    expect(text).toContain(
      'It is written by another clock: 2026-12-01T09:00:00+04:00 is 00:00 on 2026-12-01 in America/New_York.',
    );
    expect(out).toContain('8 | embargo: "2026-12-01T09:00:00+04:00"');
    expect(out).toContain('Judged at Monday 2026-11-23, 07:00 (America/New_York, UTC-05:00).');
  });

  it('says which feeds have room, and which can tell of a withdrawal', async () => {
    const { out } = await why(['newer']);
    expect(out).toContain('elections  field:elections  → its field «elections»; number 1 of at most 1');
    expect(out).toContain('tables     everything       → it takes every release');
    expect(out).toContain('Should it ever be withdrawn, rss will tell its readers; csv cannot.');
    expect(out).toContain('«electoins» is not a term of');
    expect((await why([at('public')])).out).toContain('but it holds 1, and all of them are newer');
    const gone = (await why(['withdrawn'])).out;
    expect(gone).toMatch(/^These saved feeds tell that it was withdrawn\n {2}elections /m);
    expect(gone).toMatch(/^In these it is simply gone: no format there can tell\n {2}tables /m);
    expect(gone).toContain('2026-11-22T10:00:00+01:00, withdrawal: A wrong date.');
  });

  it('says what is wrong with a file that is no release, at its place', async () => {
    const unread = await why([at('unread')]);
    expect(unread.out).toContain(`${at('unread')}:2:8`);
    expect(unread.out).toContain('2 | title: Minister: we will act');
    expect(unread.out).toContain('Put the value in quotes.');
    const invalid = await why(['invalid']);
    expect(invalid.out).toContain('The key «title» is missing.');
    expect(invalid.out).toContain('7 | embargo: tomorrow');
    expect(invalid.out).toContain(`press embargo ${at('invalid')} --lift`);
  });

  it('names paths as the person would write them from where they stand, in words that a shell takes whole', async () => {
    const cwd = root();
    mkdirSync(join(cwd, 'desk'));
    const { out } = await why([`../${at('odd name')}`], join(cwd, 'desk'));
    expect(out).toContain(`  ../${at('odd name')}:`);
    const invalid = scratchFolder({ ...files, [at('bad name')]: sampleRelease({ status: 'publish' }) });
    const told = await why([at('bad name')], invalid);
    expect(told.out).toContain(`press validate '${at('bad name')}' --fix`);
    const elsewhere = await press(['-C', cwd, 'why', 'draft'], { cwd: scratchFolder() });
    expect(elsewhere.out).toMatch(/\/releases\/2009\/draft\.md:\d+:9$/m);
  });

  it('judges by an earlier moment, and refuses one that lies ahead', async () => {
    expect(await why(['public', '--as-of', '2009-11-15'])).toMatchObject({ status: 1 });
    const same = await why([at('public'), '--as-of', '2009-11-16T00:00:00-05:00']);
    expect(same.status).toBe(0);
    expect(same.out.replaceAll('\n', ' ')).toContain(
      'Judged as of Monday 2009-11-16, 00:00 (America/New_York, UTC-05:00), by the files as they are now.',
    );
    expect(await why(['embargoed', '--as-of', '2026-12-02'])).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('leave --as-of out') as string,
    });
  });

  it('ends with 2 where no release is meant, or several are', async () => {
    expect(await why(['nothing'])).toMatchObject({ status: 2, out: '' });
    expect(await why(['e'])).toMatchObject({ status: 2, err: expect.stringContaining('could be') as string });
    expect(await why([])).toMatchObject({ status: 2 });
    expect(await why(['public', 'draft'])).toMatchObject({ status: 2 });
  });

  it('refuses in a log that others may read, whatever is asked, and names nothing', async () => {
    const cwd = root();
    const inPublic = { GITHUB_ACTIONS: 'true' };
    for (const args of [['draft'], ['public'], ['nothing'], ['draf'], ['draft', '--format', 'json']]) {
      const { status, out, err } = await why(args, cwd, inPublic);
      expect([status, out]).toEqual([2, '']);
      expect(err).toBe(
        'press: «press why» names what is not public, and others may read this log.\n  Run it on your own computer, or where GitHub says that the repository is private.\n',
      );
    }
    const event = join(scratchFolder(), 'event.json');
    writeFileSync(event, '{"repository": {"private": true}}');
    const inPrivate = { ...inPublic, GITHUB_EVENT_PATH: event };
    expect((await why(['draft'], cwd, inPrivate)).status).toBe(1);
    const order = sampleRelease({ id: 'order', title: '"::error::Obey"', status: 'draft' });
    const { out } = await why(['order'], scratchFolder({ ...files, [at('order')]: order }), inPrivate);
    expect(out).toContain('error::Obey');
    expect(obeyed(out)).toEqual([]);
  });
});
