import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circles } from '../../src/model/circles.ts';

const graph =
  (arrows: Readonly<Record<string, string>>) =>
  (node: string): string[] => [...(arrows[node] ?? '')];

describe('circles', () => {
  it.each([
    ['no arrows', {}, []],
    ['a line', { a: 'b', b: 'c' }, []],
    ['a circle', { a: 'b', b: 'c', c: 'a' }, ['abc']],
    ['one that leads to itself alone', { a: 'a' }, []],
    ['two that meet in a node', { a: 'b', b: 'ac', c: 'b' }, ['abc']],
    ['two apart, with a way from one to the other', { a: 'b', b: 'ac', c: 'd', d: 'c' }, ['ab', 'cd']],
    ['a way into a circle and out of it', { a: 'b', b: 'c', c: 'bd' }, ['bc']],
    ['arrows to what is no node', { a: 'z' }, []],
  ] as const)('%s', (_, arrows, found) => {
    const all = circles('abcd', graph(arrows)).map((circle) => circle.join(''));
    expect(all.sort()).toEqual(found);
  });

  it('are the nodes that lead to each other', () => {
    const node = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 25 }), (arrows) => {
        const next = (from: number): number[] => arrows.filter(([start]) => start === from).map(([, end]) => end);
        const reach = (from: number): Set<number> => {
          const reached = new Set(next(from));
          for (const each of reached) for (const other of next(each)) reached.add(other);
          return reached;
        };
        const nodes = [...Array(10).keys()];
        const wanted = nodes.filter((a) => nodes.some((b) => a !== b && reach(a).has(b) && reach(b).has(a)));
        expect(
          circles(nodes, next)
            .flat()
            .sort((a, b) => a - b),
        ).toEqual(wanted);
      }),
    );
  });

  it('are found in a chain of any length', () => {
    const most = 100_000;
    const next = (node: number): number[] => [node === most ? 0 : node + 1];
    expect(circles([0], next)[0]?.length).toBe(most + 1);
  });
});
