import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { press } from '../support/world.ts';

const files = (more: Record<string, string>): Record<string, string> => ({
  'taxonomy.yaml': shippedTaxonomy,
  'press.yaml': 'baseUrl: https://press.example.org/\npublisher: {authority: press.example.org, since: 2009-01-01}\n',
  'releases/2009/a.md': sampleRelease({ id: 'a', title: 'First' }),
  ...more,
});
const withdrawal = '[{date: 2020-02-01T00:00:00Z, kind: withdrawal, note: Why.}]';
const run = (format: string, cwd: string): ReturnType<typeof press> => press(['export', '-f', format], { cwd });

describe('two public releases with one id', () => {
  const twins = files({ 'releases/2009/b.md': sampleRelease({ id: 'a', title: 'Second' }) });

  it.each(['rss', 'atom', 'json-feed', 'ninjs', 'newsml-g2', 'json', 'list'])(
    'go out as one, the first, in %s, and that is said',
    async (format) => {
      const { out, err, status } = await run(format, scratchFolder(twins));
      expect(out).toContain('First');
      expect(out).not.toContain('Second');
      expect(err).toContain('Left out: 1 release with an id that another public release has');
      expect(status).toBe(1);
    },
  );

  it('are two when one of them is not public: the other goes out, and nobody learns of its twin', async () => {
    const cwd = scratchFolder(
      files({ 'releases/2009/0.md': sampleRelease({ id: 'a', title: 'Second', status: 'draft' }) }),
    );
    const { out, err, status } = await run('atom', cwd);
    expect(out).toContain('First');
    expect(err).not.toContain('id that another');
    expect(status).toBe(0);
  });
});

describe('a notice of a withdrawal', () => {
  it.each(['rss', 'atom', 'json-feed', 'ninjs', 'newsml-g2'])(
    'is not given in %s for an id under which something is public again, and once for two that went',
    async (format) => {
      const gone = { status: 'withdrawn', corrections: withdrawal };
      const again = await run(
        format,
        scratchFolder(files({ 'releases/2009/b.md': sampleRelease({ id: 'a', ...gone }) })),
      );
      expect(again.out.match(/Why\./g)).toBeNull();
      const both = files({
        'releases/2009/b.md': sampleRelease({ id: 'b', ...gone }),
        'releases/2009/c.md': sampleRelease({ id: 'b', ...gone }),
      });
      expect((await run(format, scratchFolder(both))).out.match(/Why\./g)).toHaveLength(1);
    },
  );
});
