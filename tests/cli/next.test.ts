import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { errorsOf, told } from '../schemas/shipped-schemas.ts';
import { obeyed } from '../support/github-runner.ts';
import { contentOf, scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { press, type Outcome } from '../support/world.ts';

const at = (id: string): string => `releases/2009/${id}.md`;
const files: Record<string, string> = {
  'taxonomy.yaml': shippedTaxonomy,
  'press.yaml': 'timezone: Europe/Vienna\n',
  [at('public')]: sampleRelease({ id: 'public' }),
  [at('draft')]: sampleRelease({ id: 'draft', status: 'draft' }),
  [at('a')]: sampleRelease({ id: 'a', embargo: '"2026-11-24T09:00:00+01:00"' }),
  [at('b')]: sampleRelease({ id: 'b', date: '2026-11-23T23:30:00+01:00' }),
};
const next = (
  args: readonly string[] = [],
  cwd = scratchFolder(files),
  env: Record<string, string> = {},
): Promise<Outcome> => press(['next', ...args], { cwd, env });

describe('press next', () => {
  it('says moment, id, what it waits for, title and place, and who waits for somebody', async () => {
    expect(await next()).toEqual({
      status: 0,
      out:
        `2026-11-23T23:30:00+01:00\tb\tdate\tCourse for election observers opens in Baku\t${at('b')}:4:7\n` +
        `2026-11-24T09:00:00+01:00\ta\tembargo\tCourse for election observers opens in Baku\t${at('a')}:8:10\n`,
      err: '1 more waits for somebody: draft (draft). «press why ID» says for what.\n',
    });
  });

  it('is quiet about those where it shall be, and in formats for programs', async () => {
    expect((await next(['-q'])).err).toBe('');
    for (const format of ['json', 'ics']) expect((await next(['--format', format])).err).toBe('');
    expect((await next(['--ics'])).out).toBe((await next(['--format', 'ics'])).out);
    expect((await next(['--cron'])).out).toBe((await next(['--format', 'cron'])).out);
    expect((await next(['--cron', '-q'])).err).toBe('');
  });

  it('prints what the schema of its output accepts', async () => {
    const report: unknown = JSON.parse((await next(['--format', 'json'])).out);
    expect(told(errorsOf('output/next.schema.json', report))).toEqual([]);
    expect(report).toMatchObject({ coming: [{ id: 'b' }, { id: 'a', file: at('a') }], waiting: [{ id: 'draft' }] });
    const none: unknown = JSON.parse((await next(['--format', 'json', '--until', '2020'])).out);
    expect(told(errorsOf('output/next.schema.json', none))).toEqual([]);
  });

  it('ends with 0 when nothing is to come, and with 1 when something may be missing', async () => {
    const nothing = scratchFolder({ 'taxonomy.yaml': shippedTaxonomy, [at('public')]: sampleRelease() });
    expect(await next([], nothing)).toEqual({ status: 0, out: '', err: 'Nothing waits for its moment.\n' });
    expect(await next(['--cron'], nothing)).toEqual({ status: 0, out: '', err: 'Nothing waits for its moment.\n' });
    expect((await next(['--ics'], nothing)).status).toBe(0);
    const unread = scratchFolder({ ...files, [at('c')]: '---\ntitle: a: b\n---\n' });
    expect(await next([], unread)).toMatchObject({
      status: 1,
      err: expect.stringContaining('Left out: 1 file that cannot be read as a release') as string,
    });
  });

  it('says nothing that a terminal would obey, and keeps five cells to a line, whatever a file is called', async () => {
    const odd = sampleRelease({ id: 'odd', date: '2026-12-01' });
    const { out } = await next([], scratchFolder({ ...files, [at('\u001B[31m\ttabbed')]: odd }));
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.split('\t').length)).toEqual([5, 5, 5]);
    expect(out).not.toContain('\u001B');
    expect(lines[2]).toContain(String.raw`\u{001B}[31m\u{0009}tabbed.md:4:7`);
  });

  it('changes nothing', async () => {
    const cwd = scratchFolder(files);
    const before = contentOf(cwd);
    for (const format of ['text', 'json', 'ics', 'cron']) await next(['--format', format], cwd);
    expect(contentOf(cwd)).toEqual(before);
  });

  it('refuses in a log that others may read, in every format, and names nothing', async () => {
    const cwd = scratchFolder(files);
    const inPublic = { GITHUB_ACTIONS: 'true' };
    for (const format of ['text', 'json', 'ics', 'cron']) {
      const { status, out, err } = await next(['--format', format], cwd, inPublic);
      expect([status, out]).toEqual([2, '']);
      expect(err).toContain('«press next» names what is not public, and others may read this log.');
      expect(err).not.toContain('draft');
    }
    const event = join(scratchFolder(), 'event.json');
    writeFileSync(event, '{"repository": {"visibility": "internal"}}');
    const inPrivate = { ...inPublic, GITHUB_EVENT_PATH: event };
    expect((await next([], cwd, inPrivate)).status).toBe(0);
    const order = sampleRelease({ id: 'order', title: '"##[error]Obey"', date: '2026-12-01' });
    const { out } = await next([], scratchFolder({ ...files, [at('order')]: order }), inPrivate);
    expect(out).toContain('[error]Obey');
    expect(obeyed(out)).toEqual([]);
  });
});
