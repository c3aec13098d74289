import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press, type Outcome } from '../support/world.ts';
import { shippedTaxonomy as taxonomy } from '../support/shipped-taxonomy.ts';

const token = 'zqtoken';
const embargoed = '2999-01-01T00:00:00Z';

/** A release that is wrong in many ways, each of which quotes the token. */
function secret(changes: Record<string, string | undefined>): string {
  return sampleRelease(
    {
      id: `${token}-id`,
      title: `${token} title`,
      slug: `${token}-slug`,
      place: token,
      source: token,
      fields: `[${token}, elektions, elections, elections]`,
      date: '2009-11-16',
      related: `[${token}-no]`,
      [`${token}key`]: token,
      ...changes,
    },
    `${token.toUpperCase()}, 17 November 2009 - ${token}\u202E text on Monday, 17 November 2009.\n\n{{ ${token} }}\n\n<!-- press-ignore unknown-term: ${token} -->\n<!-- ${token}`,
  );
}

const hidden: Record<string, string> = {
  'releases/2009/draft.md': secret({ status: 'draft' }),
  'releases/2009/embargoed.md': secret({ embargo: embargoed, type: token }),
  'releases/2009/coming.md': secret({ date: '2999-01-01' }),
  'releases/2009/broken.md': `---\ntitle: "${token}\n${token}: [\n---\n${token}\n`,
  'releases/2009/no-fence.md': `${token}\n${secret({})}`,
  'releases/2009/twin.md': sampleRelease({ id: `${token}-twin`, status: 'draft' }),
  'releases/2009/old.md': sampleRelease({ embargo: embargoed }),
};
/** Its reference is one letter away from the id of a draft. */
const open = sampleRelease({ id: 'open', related: `[${token.slice(0, -1)}-twin]`, fields: '[electoins]' });

let root: string;
const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> =>
  press(['validate', ...args], { cwd: root, env });
const github = (payload: unknown): Record<string, string> => {
  const file = join(scratchFolder(), 'event.json');
  writeFileSync(file, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return { GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: file, GITHUB_STEP_SUMMARY: `${file}.md` };
};

beforeEach(() => {
  root = scratchFolder({ 'taxonomy.yaml': taxonomy, 'releases/2009/open.md': open, ...hidden });
});

describe('--redact-unpublished', () => {
  it.each([...reporters.keys()])('keeps what is not public out of %s', async (format) => {
    const plain = await run(['--format', format]);
    expect(plain.out).toContain(token);
    const { out, err, status } = await run(['--format', format, '--redact-unpublished']);
    expect(status).toBe(plain.status);
    expect((out + err).toLowerCase()).not.toContain(token);
    expect(out).toContain('electoins');
    expect(err).toContain('stand without their text');
  });

  it('says rule, place and a hash of every finding, and nothing more', async () => {
    interface Report {
      readonly summary: object;
      readonly diagnostics: readonly {
        readonly file: string;
        readonly rule: string;
        readonly range: { readonly start: object };
      }[];
    }
    const report = async (...args: string[]): Promise<Report> =>
      JSON.parse((await run(['--format', 'json', ...args])).out) as Report;
    const plain = await report();
    const shown = await report('--redact-unpublished');
    const places = ({ diagnostics }: Report): unknown[] =>
      diagnostics.map(({ file, rule, range }) => [file, rule, range.start]);
    expect(places(shown)).toEqual(places(plain));
    expect(shown.summary).toEqual(plain.summary);
    for (const diagnostic of shown.diagnostics.filter(({ file }) => file !== 'releases/2009/open.md')) {
      expect(Object.keys(diagnostic).sort()).toEqual(['file', 'message', 'range', 'rule', 'severity']);
      expect(diagnostic).toMatchObject({
        message: expect.stringMatching(/^What is wrong is not shown, .* \([0-9a-f]{12}\)\.$/) as string,
        range: { end: diagnostic.range.start },
      });
    }
    expect(shown.diagnostics.filter(({ file }) => file === 'releases/2009/embargoed.md').length).toBeGreaterThan(3);
  });

  it('has another hash for another text', async () => {
    const hash = async (): Promise<string | undefined> =>
      /\(([0-9a-f]{12})\)/.exec(
        (await run(['releases/2009/draft.md', '--redact-unpublished', '--format', 'line'])).out,
      )?.[1];
    const before = await hash();
    expect(await hash()).toBe(before);
    writeFileSync(join(root, 'releases/2009/draft.md'), `${hidden['releases/2009/draft.md']} x`);
    expect(await hash()).not.toBe(before);
  });

  it('shows no change that would be made in what is not public', async () => {
    const plain = await run(['--fix', '--dry-run']);
    expect(plain.out).toContain(token);
    const { out, err } = await run(['--fix', '--dry-run', '--redact-unpublished']);
    expect(out).toContain('+fields: [elections]');
    expect((out + err).toLowerCase()).not.toContain(token);
    expect(err).toContain('Would mend');
  });

  it('shows all of an archive that is public', async () => {
    root = scratchFolder({ 'taxonomy.yaml': taxonomy, 'releases/2009/open.md': open });
    const plain = await run([]);
    expect(await run(['--redact-unpublished'])).toEqual(plain);
    expect(plain.out).toContain('-twin');
  });
});

describe('the log of a build on GitHub', () => {
  const isShown = async (env: Record<string, string>, ...args: string[]): Promise<boolean> => {
    const { out, err } = await run(args, env);
    const summary = env['GITHUB_STEP_SUMMARY'] === undefined ? '' : readFileSync(env['GITHUB_STEP_SUMMARY'], 'utf8');
    return (out + err + summary).toLowerCase().includes(token);
  };

  it.each([
    [{ repository: { private: true } }, true],
    [{ repository: { visibility: 'private' } }, true],
    [{ repository: { private: true, visibility: 'internal' } }, true],
    [{ repository: { private: false } }, false],
    [{ repository: { visibility: 'public' } }, false],
    [{ repository: { private: true, visibility: 'public' } }, false],
    [{ repository: { private: 'true' } }, false],
    [{ repository: null }, false],
    [{ schedule: '0 * * * *' }, false],
    [[], false],
    ['no JSON', false],
  ])('of %j shows what is not public: %j', async (payload, shown) => {
    expect(await isShown(github(payload))).toBe(shown);
  });

  it('shows nothing when the event cannot be read', async () => {
    expect(await isShown({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: join(root, 'nowhere.json') })).toBe(false);
    expect(await isShown({ GITHUB_ACTIONS: 'true' })).toBe(false);
  });

  it('is as the person says who says it', async () => {
    expect(await isShown(github({ repository: { private: false } }), '--no-redact-unpublished')).toBe(true);
    expect(await isShown(github({ repository: { private: true } }), '--redact-unpublished')).toBe(false);
  });

  it('is not what somebody sees elsewhere', async () => {
    const { GITHUB_ACTIONS: _, ...rest } = github({ repository: { private: false } });
    expect((await run([], rest)).out).toContain(token);
    expect((await run([], { ...rest, GITHUB_ACTIONS: 'false' })).out).toContain(token);
  });
});
