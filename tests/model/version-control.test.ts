import { describe, expect, it } from 'vitest';
import { Changes } from '../../src/model/version-control.ts';

const changes = (changed: readonly string[], gone: readonly string[] = []): Changes => new Changes({ changed, gone });

describe('what has changed', () => {
  it.each([
    ['releases/a.md', true],
    ['releases/b.md', false],
    ['releases/nested/x/y.md', true],
    ['releases/nested.md', false],
    ['releases', true],
    ['rel', false],
    ['__proto__', false],
  ])('is told by path: %s → %s', (path, expected) => {
    expect(changes(['releases/a.md', 'releases/nested/']).has(path)).toBe(expected);
  });

  it('is the same path in either way of writing its letters', () => {
    const [composed, decomposed] = ['releases/\u00e9.md', 'releases/e\u0301.md'];
    expect(changes([composed]).has(decomposed)).toBe(true);
    expect(changes([decomposed]).has(composed)).toBe(true);
  });

  it.each([
    [['taxonomy.yaml'], [], 'taxonomy.yaml'],
    [[], ['press.yaml'], 'press.yaml'],
    [['releases/a.md', 'schemas/types/x.json'], [], 'schemas/types/x.json'],
    [['releases/taxonomy.yaml', 'schemas.md', 'a/press.yaml'], [], undefined],
  ])('may concern every release: %j, gone %j → %s', (changed, gone, expected) => {
    expect(changes(changed, gone).definition()).toBe(expected);
  });

  it('may have taken a release away', () => {
    const lost = (...gone: string[]): boolean => changes(['releases/kept.md'], gone).hasLostRelease('releases');
    expect(lost('releases/2009/a.MD')).toBe(true);
    expect(lost('releases/a.pdf', 'docs/a.md', 'releases.md')).toBe(false);
    // It was taken out of the index, and lies there again as a new file.
    expect(lost('releases/kept.md')).toBe(false);
  });
});
