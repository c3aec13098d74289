import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ChunkLoader } from '../../../src/cli/loading/chunk-loader.ts';
import { CodeCache, keepsCode } from '../../../src/cli/loading/code-cache.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

const nodesOwn = createRequire(import.meta.url);

const bundle = {
  'main.cjs':
    'const a = require("./a.cjs"); exports.sum = (n) => a.twice(n) + 1; exports.late = () => require("./b.cjs").name;',
  'a.cjs': 'exports.twice = (n) => 2 * n; exports.folder = __dirname;',
  'b.cjs': 'exports.name = "b";',
};

interface Main {
  sum(n: number): number;
  late(): string;
}

interface Run {
  readonly answers: readonly unknown[];
  /** The chunks for which V8 took what was kept. */
  readonly kept: readonly string[];
}

/** Runs the bundle as a new process would. */
function run(folder: string, wantsLate = false): Run {
  const cache = new CodeCache(join(folder, 'kept'), 'sum');
  const loader = new ChunkLoader(folder, { cache, require: nodesOwn });
  const main = loader.load('main.cjs') as Main;
  const answers = [main.sum(20), ...(wantsLate ? [main.late()] : [])];
  cache.keep(loader.chunks);
  return { answers, kept: loader.chunks.filter(({ wasKept }) => wasKept).map(({ name }) => name) };
}

const cacheOf = (folder: string): string => join(folder, 'kept/sum.bin');

describe('the loader of the bundle', () => {
  it('gives files each other’s exports, each run once, and Node’s own modules', () => {
    const folder = scratchFolder({
      'main.cjs':
        'exports.same = require("./a.cjs") === require("./a.cjs"); exports.sep = require("node:path").sep; exports.here = __filename;',
      'a.cjs': 'module.exports = {};',
    });
    const loader = new ChunkLoader(folder, { cache: undefined, require: nodesOwn });
    expect(loader.load('main.cjs')).toMatchObject({
      same: true,
      sep: nodesOwn('node:path').sep,
      here: join(folder, 'main.cjs'),
    });
    expect(loader.chunks.map(({ name }) => name)).toEqual(['main.cjs', 'a.cjs']);
  });

  it('loads what is late when it is used, and not before', () => {
    const folder = scratchFolder({
      'main.cjs':
        'const late = require("./late-x.cjs"); exports.use = () => late.value; exports.has = () => "value" in late; exports.all = () => ({ ...late });',
      'late-x.cjs': 'exports.value = 7; Object.defineProperty(exports, "made", { enumerable: true, get: () => 8 });',
    });
    const loader = new ChunkLoader(folder, { cache: undefined, require: nodesOwn });
    const main = loader.load('main.cjs') as { use(): number; has(): boolean; all(): object };
    expect(loader.chunks).toHaveLength(1);
    expect([main.use(), main.has(), main.all()]).toEqual([7, true, { value: 7, made: 8 }]);
    expect(loader.chunks).toHaveLength(2);
  });

  it('names file, line and column where something is thrown', () => {
    const folder = scratchFolder({ 'main.cjs': 'exports.fail = () => { throw new Error("x"); };' });
    const main = new ChunkLoader(folder, { cache: undefined, require: nodesOwn }).load('main.cjs') as { fail(): void };
    const stack = [undefined].map(() => {
      try {
        return main.fail();
      } catch (error) {
        return (error as Error).stack;
      }
    })[0];
    expect(stack).toContain(`${join(folder, 'main.cjs')}:1:30`);
  });
});

describe('what is kept of the code', () => {
  it('is taken by the next run, which answers the same', () => {
    const folder = scratchFolder(bundle);
    expect(run(folder)).toEqual({ answers: [41], kept: [] });
    expect(run(folder)).toEqual({ answers: [41], kept: ['main.cjs', 'a.cjs'] });
    expect(readdirSync(join(folder, 'kept'))).toEqual(['sum.bin']);
  });

  it('grows by what a run needs more, and loses nothing by one that needs less', () => {
    const folder = scratchFolder(bundle);
    run(folder);
    expect(run(folder, true)).toEqual({ answers: [41, 'b'], kept: ['main.cjs', 'a.cjs'] });
    expect(run(folder, true).kept).toEqual(['main.cjs', 'a.cjs', 'b.cjs']);
    run(folder);
    expect(run(folder, true).kept).toEqual(['main.cjs', 'a.cjs', 'b.cjs']);
  });

  it('is not written again when nothing is missing', () => {
    const folder = scratchFolder(bundle);
    run(folder);
    const { ino } = statSync(cacheOf(folder));
    run(folder);
    expect(statSync(cacheOf(folder)).ino).toBe(ino);
  });

  it('is not taken for a file that was changed, though it is as long as before', () => {
    const folder = scratchFolder(bundle);
    run(folder);
    writeFileSync(join(folder, 'a.cjs'), bundle['a.cjs'].replace('2 * n', '3 * n'));
    utimesSync(join(folder, 'a.cjs'), new Date(0), new Date(0));
    expect(run(folder)).toEqual({ answers: [61], kept: ['main.cjs'] });
    expect(run(folder)).toEqual({ answers: [61], kept: ['main.cjs', 'a.cjs'] });
  });

  it('is passed over and made anew when the file is torn, empty, foreign or of another engine', () => {
    const folder = scratchFolder(bundle);
    run(folder);
    const whole = readFileSync(cacheOf(folder));
    const spoilt = [
      ...[0, 1, 10, whole.indexOf(10), whole.indexOf(10) + 1, whole.length - 1].map((length) =>
        whole.subarray(0, length),
      ),
      Buffer.concat([whole, Buffer.from('x')]),
      Buffer.from('null\n'),
      Buffer.from('{}\n'),
      Buffer.from('[["main.cjs",1,"x"]]\n'),
      Buffer.from('[[]]\n'),
      // The code begins with a number of V8's own, and its version: neither is right now.
      Buffer.from(whole.map((byte, at) => (at > whole.indexOf(10) && at < whole.indexOf(10) + 32 ? byte ^ 255 : byte))),
    ];
    for (const bytes of spoilt) {
      writeFileSync(cacheOf(folder), bytes);
      expect(run(folder).answers).toEqual([41]);
      expect(run(folder)).toEqual({ answers: [41], kept: ['main.cjs', 'a.cjs'] });
    }
  });

  it('leaves no file behind where it cannot be written, and says nothing', () => {
    const folder = scratchFolder({ ...bundle, kept: 'a file where the folder would be' });
    expect(run(folder)).toEqual({ answers: [41], kept: [] });
    const other = scratchFolder({ ...bundle, 'kept/sum.bin/taken': '' });
    expect(run(other)).toEqual({ answers: [41], kept: [] });
    expect(readdirSync(join(other, 'kept'))).toEqual(['sum.bin']);
  });

  it('is not kept where coverage is measured, nor where Node is told to keep none', () => {
    expect(keepsCode({})).toBe(true);
    expect(keepsCode({ NODE_V8_COVERAGE: 'x' })).toBe(false);
    expect(keepsCode({ NODE_DISABLE_COMPILE_CACHE: '1' })).toBe(false);
  });
});
