import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verdicts } from '../../../src/model/archive-memory.ts';
import { disk } from '../../../src/repository/file-port.ts';
import { writeMemory } from '../../../src/repository/cache/memory-place.ts';
import { learnAll, memoryOf, unknownTo } from '../../support/archive-memory.ts';
import { factsAt, plainFacts, someFacts } from '../../support/random-facts.ts';
import { contentOf, scratchFolder } from '../../support/scratch-folder.ts';

const paths = ['releases/2009/a.md', 'releases/2009/b.md', 'releases/c.md'];
const archive = (): string => scratchFolder(Object.fromEntries(paths.map((path) => [path, path])));
const place = (root: string): string => join(root, '.press/cache/archive');

describe('the memory of a folder', () => {
  it('knows in the next run what was learned in this one', () => {
    const facts = fc.tuple(...paths.map((path) => factsAt(path)));
    fc.assert(
      fc.property(facts, (all) => {
        const root = archive();
        const known = new Map(all.map((each) => [each.path, each]));
        learnAll(memoryOf(root), ({ path }) => ({ facts: known.get(path)!, verdict: verdicts.found }));
        const memory = memoryOf(root);
        for (const { path, row } of memory.survey()) {
          const each = JSON.stringify([known.get(path), [...(known.get(path)?.release?.terms ?? [])]]);
          if (row === undefined) expect(each.includes('<!--') || !each.isWellFormed()).toBe(true);
          else expect([plainFacts(memory.facts(row)), memory.verdict(row)]).toEqual([known.get(path), verdicts.found]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is a file that nobody else may read, in a folder that git does not see', () => {
    const root = archive();
    learnAll(memoryOf(root));
    expect(Object.keys(contentOf(join(root, '.press')))).toEqual(
      ['.gitignore', 'cache', 'cache/', 'cache/archive'].filter((name) => name !== 'cache'),
    );
    expect(contentOf(join(root, '.press'))['.gitignore']).toBe('*\n');
    expect(
      [place(root), join(root, '.press'), join(root, '.press/cache')].map((path) => lstatSync(path).mode & 0o777),
    ).toEqual([0o600, 0o700, 0o700]);
  });

  it('is not made for a few files, nor by a run that did not see all', () => {
    const root = archive();
    learnAll(memoryOf(root, { fewest: 4 }));
    const memory = memoryOf(root);
    for (const file of memory.survey()) {
      memory.learn(file, { facts: someFacts(file.path) });
      break;
    }
    memory.save();
    expect(contentOf(root)).not.toHaveProperty('.press/');
  });

  it('keeps verdicts for the rules that they were found by, and facts for all', () => {
    const root = archive();
    learnAll(memoryOf(root));
    const verdictsOf = (memory = memoryOf(root)): unknown[] =>
      [...memory.survey()].map(({ row }) => (row === undefined ? 'read' : memory.verdict(row)));
    expect(verdictsOf()).toEqual([1, 1, 1]);
    expect(verdictsOf(memoryOf(root, { judging: { rules: 'others', now: 0 } }))).toEqual([0, 0, 0]);
    expect(verdictsOf(memoryOf(root, { judging: undefined }))).toEqual([0, 0, 0]);
    expect(verdictsOf(memoryOf(root, { factsKey: () => 'others' }))).toEqual(['read', 'read', 'read']);
    // A run by other rules that judges one file again knows nothing of the others.
    const memory = memoryOf(root, { judging: { rules: 'others', now: 0 } });
    const [first] = [...memory.survey()];
    memory.learn(first!, { facts: someFacts(first!.path), verdict: verdicts.found });
    memory.save(new Set());
    expect(verdictsOf()).toEqual([0, 0, 0]);
    expect(verdictsOf(memoryOf(root, { judging: { rules: 'others', now: 0 } }))).toEqual([2, 0, 0]);
  });

  it('keeps verdicts through a run that judges nothing, but for what has changed', () => {
    const root = archive();
    learnAll(memoryOf(root));
    writeFileSync(join(root, 'releases/c.md'), 'changed');
    learnAll(memoryOf(root, { judging: undefined }), ({ path }) => ({ facts: someFacts(path) }));
    const memory = memoryOf(root);
    expect([...memory.survey()].map(({ row }) => memory.verdict(row!))).toEqual([1, 1, 0]);
  });

  it('says whether all is as it was, and what was found of all together then', () => {
    const root = archive();
    const ofAll = (plan = {}): unknown => {
      const memory = memoryOf(root, plan);
      unknownTo(memory);
      const { compared } = memory;
      return [
        memory.isWhole,
        compared && [compared.changed, compared.noisy()].map((rows) => Array.from(rows, (row) => compared.pathOf(row))),
      ];
    };
    expect(ofAll()).toEqual([false, undefined]);
    learnAll(memoryOf(root), undefined, new Set([paths[1]!, 'releases/elsewhere.md']));
    expect(ofAll()).toEqual([true, [[], [paths[1]]]]);
    expect(ofAll({ judging: { rules: 'others', now: 0 } })).toEqual([true, undefined]);
    symlinkSync('c.md', join(root, 'releases/d.md'));
    expect(ofAll()).toEqual([false, undefined]);
    rmSync(join(root, 'releases/d.md'));
    rmSync(join(root, 'releases/c.md'));
    expect(ofAll()).toEqual([false, [['releases/c.md'], [paths[1]]]]);
    const memory = memoryOf(root, { judging: undefined });
    unknownTo(memory);
    memory.save();
    expect(ofAll()).toEqual([true, undefined]);
  });

  it('does not grow for ever with what files were once', () => {
    const root = archive();
    learnAll(memoryOf(root));
    const { size } = lstatSync(place(root));
    const change = (times: number): void => {
      utimesSync(join(root, 'releases/c.md'), times, times);
      const memory = memoryOf(root);
      for (const file of memory.survey())
        for (let time = 0; time < times && file.row === undefined; time += 1)
          memory.learn(file, { facts: someFacts(file.path), verdict: verdicts.clean });
      memory.save(new Set());
    };
    change(900);
    expect(lstatSync(place(root)).size).toBeGreaterThan(2 * size);
    change(200);
    expect(lstatSync(place(root)).size).toBe(size);
    const memory = memoryOf(root);
    for (const { path, row } of memory.survey()) expect(plainFacts(memory.facts(row!))).toEqual(someFacts(path));
  });
});

describe('a memory that may not be trusted', () => {
  const whole = (): { root: string; file: Buffer } => {
    const root = archive();
    learnAll(memoryOf(root));
    return { root, file: readFileSync(place(root)) };
  };

  it('is one that ends anywhere before its end', () => {
    const { root, file } = whole();
    for (let length = file.length - 1; length >= 0; length -= 1) {
      truncateSync(place(root), length);
      expect(unknownTo(memoryOf(root))).toEqual(paths);
    }
  });

  it('is one of which a single bit is another one', () => {
    const { root, file } = whole();
    fc.assert(
      fc.property(fc.nat(file.length * 8 - 1), (bit) => {
        const torn = Buffer.from(file);
        torn[bit >> 3]! ^= 1 << (bit & 7);
        writeFileSync(place(root), torn);
        expect(unknownTo(memoryOf(root))).toEqual(paths);
      }),
      { numRuns: 400 },
    );
    writeFileSync(place(root), file);
    expect(unknownTo(memoryOf(root))).toEqual([]);
  });

  it('is one that is somebody else’s file, a link, a folder or longer than it says', () => {
    const { root, file } = whole();
    for (const odd of [Buffer.from('{"version": 1}'), Buffer.alloc(5000), Buffer.concat([file, Buffer.from([0])])]) {
      writeFileSync(place(root), odd);
      expect(unknownTo(memoryOf(root))).toEqual(paths);
    }
    rmSync(place(root));
    writeFileSync(join(root, 'elsewhere'), file);
    symlinkSync(join(root, 'elsewhere'), place(root));
    expect(unknownTo(memoryOf(root))).toEqual(paths);
    rmSync(place(root));
    mkdirSync(place(root));
    expect(unknownTo(memoryOf(root))).toEqual(paths);
    learnAll(memoryOf(root));
    expect(Object.keys(contentOf(join(root, '.press/cache')))).toEqual(['archive/']);
  });

  it('is one behind a link in the place of its folder, and nothing is written there', () => {
    const { root } = whole();
    const elsewhere = scratchFolder({ archive: '' });
    writeFileSync(join(elsewhere, 'archive'), readFileSync(place(root)));
    rmSync(join(root, '.press/cache'), { recursive: true });
    symlinkSync(elsewhere, join(root, '.press/cache'));
    const before = contentOf(elsewhere);
    expect(learnAll(memoryOf(root))).toEqual(paths);
    expect(contentOf(elsewhere)).toEqual(before);
    rmSync(join(root, '.press'), { recursive: true });
    symlinkSync(elsewhere, join(root, '.press'));
    expect(learnAll(memoryOf(root))).toEqual(paths);
    expect(contentOf(elsewhere)).toEqual(before);
  });

  it('is the row of a file that changed when the memory was written, or will change later than now', () => {
    const root = archive();
    const settledAfter = 2_000;
    expect(learnAll(memoryOf(root, { settledAfter }))).toEqual(paths);
    expect(contentOf(root)).not.toHaveProperty('.press/');
    // A clock that was set back an hour.
    learnAll(memoryOf(root, { clock: () => Date.now() - 3_600_000 }));
    expect(contentOf(root)).not.toHaveProperty('.press/');
    learnAll(memoryOf(root));
    utimesSync(join(root, 'releases/c.md'), 4e9, 4e9);
    expect(learnAll(memoryOf(root))).toEqual(['releases/c.md']);
    expect(learnAll(memoryOf(root))).toEqual(['releases/c.md']);
  });

  it('is not written where it may not be, and nobody hears of it', () => {
    const root = archive();
    writeFileSync(join(root, '.press'), 'a file');
    expect(learnAll(memoryOf(root))).toEqual(paths);
    expect(contentOf(root)['.press']).toBe('a file');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'is not written into a folder that is read-only',
    () => {
      const root = archive();
      chmodSync(root, 0o500);
      expect(learnAll(memoryOf(root))).toEqual(paths);
      chmodSync(root, 0o700);
      expect(contentOf(root)).not.toHaveProperty('.press/');
    },
  );

  it('stays the old one when a disk fails at any step of writing the new one', () => {
    const { root, file } = whole();
    const pieces = (): Uint8Array[] => [Buffer.from('new'), Buffer.from('er')];
    const operations = ['lstat', 'mkdir', 'open', 'write', 'rename', 'stat', 'names', 'close'] as const;
    for (const operation of operations) {
      const failing = {
        ...disk,
        [operation]: () => {
          throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        },
      };
      writeMemory(root, pieces, failing);
      const now = readFileSync(place(root));
      expect(operation === 'mkdir' ? now.toString() : now.equals(file)).toBe(operation === 'mkdir' ? 'newer' : true);
      writeFileSync(place(root), file);
    }
    expect(unknownTo(memoryOf(root))).toEqual([]);
  });

  it('that two runs wrote at once is that of one of them', () => {
    const root = archive();
    const [one, other] = [memoryOf(root), memoryOf(root)];
    for (const memory of [one, other])
      for (const file of memory.survey()) memory.learn(file, { facts: someFacts(file.path), verdict: verdicts.clean });
    one.save(new Set());
    other.save(new Set());
    expect(unknownTo(memoryOf(root))).toEqual([]);
    expect(Object.keys(contentOf(join(root, '.press/cache')))).toEqual(['archive']);
  });
});
