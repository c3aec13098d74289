import { describe, expect, it } from 'vitest';
import { loadPaint, plainPaint, wantsColour } from '../../../src/cli/terminal/colour.ts';
import { samplePath, sampleRelease } from '../../../src/model/sample-release.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';
import { press } from '../../support/world.ts';

const level = (env: Record<string, string>, isTTY = true, noColor = false): number =>
  wantsColour({ isTTY }, { env, noColor });

describe('colour', () => {
  it.each<[Record<string, string>, number, number]>([
    [{}, 1, 0],
    [{ COLORTERM: 'truecolor' }, 3, 0],
    [{ COLORTERM: '24bit' }, 3, 0],
    [{ TERM: 'xterm-256color' }, 1, 0],
    [{ TERM: 'dumb' }, 0, 0],
    [{ NO_COLOR: '1' }, 0, 0],
    [{ NO_COLOR: '0' }, 0, 0],
    [{ NO_COLOR: '' }, 1, 0],
    [{ FORCE_COLOR: '1' }, 1, 1],
    [{ FORCE_COLOR: '2' }, 2, 2],
    [{ FORCE_COLOR: '3' }, 3, 3],
    [{ FORCE_COLOR: 'true' }, 1, 1],
    [{ FORCE_COLOR: '' }, 1, 1],
    [{ FORCE_COLOR: '0' }, 0, 0],
    [{ FORCE_COLOR: 'false' }, 0, 0],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, 0, 0],
    [{ FORCE_COLOR: '1', TERM: 'dumb' }, 0, 0],
  ])('with %j is %i on a terminal and %i elsewhere', (env, onTerminal, elsewhere) => {
    expect([level(env), level(env, false)]).toEqual([onTerminal, elsewhere]);
    expect([level(env, true, true), level(env, false, true)]).toEqual([0, 0]);
  });

  it('is chalk’s, or nothing at all', async () => {
    const paint = await loadPaint(1);
    for (const [name, work] of Object.entries(plainPaint)) expect(work('x'), name).toBe('x');
    expect(paint.bad('x')).toBe('\u001B[31mx\u001B[39m');
    expect(Object.keys(paint)).toEqual(Object.keys(plainPaint));
  });

  it('comes in no pipe, and on stderr only where it is forced', async () => {
    const cwd = scratchFolder({
      'taxonomy.yaml': 'version: 1\nfacets: {field: {property: fields, terms: {}}}\n',
      [samplePath]: sampleRelease({ status: 'draft' }),
    });
    const escape = '\u001B[';
    expect(JSON.stringify(await press(['list'], { cwd }))).not.toContain('\\u001b');
    expect((await press(['nothing'], { cwd, env: { FORCE_COLOR: '1' } })).err).toContain(
      `${escape}31mpress:${escape}39m`,
    );
    expect((await press(['nothing', '--no-color'], { cwd, env: { FORCE_COLOR: '1' } })).err).not.toContain(escape);
    expect((await press(['nothing'], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } })).err).not.toContain(escape);
  });
});
