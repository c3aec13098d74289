/**
 * The way in of the installed program: loads the bundle, with what V8 kept of an earlier run of the same command, and runs it. See
 * docs/decisions/0013-code-cache.md.
 */
import { join } from 'node:path';
import type * as V8 from 'node:v8';
import type * as Program from '../main.ts';
import { ChunkLoader } from './chunk-loader.ts';
import { CodeCache, keepsCode } from './code-cache.ts';
import { kindOfRun } from './kind-of-run.ts';

/** A digest of the whole bundle, which scripts/build.js puts here. */
declare const BUNDLE: string;

const LONGEST_CPU_SECONDS = 4;

/** Runs press once, and resolves to its exit status. */
export async function start(): Promise<number> {
  const kind = kindOfRun(process.argv.slice(2));
  const cache = kind !== undefined && keepsCode(process.env) ? cacheFor(kind) : undefined;
  const loader = new ChunkLoader(__dirname, { cache, require });
  const { main } = loader.load('main.cjs') as typeof Program;
  const status = await main();
  if ((status === 0 || status === 1) && isShort()) cache?.keep(loader.chunks);
  return status;
}

/** In longer runs V8 has thrown away code that was needed at the beginning alone. */
function isShort(): boolean {
  const { user, system } = process.cpuUsage();
  return user + system < LONGEST_CPU_SECONDS * 1_000_000;
}

function cacheFor(kind: string): CodeCache {
  return new CodeCache(
    join(__dirname, '../code-cache'),
    `${kind}-${BUNDLE}-${process.version}-${process.arch}${flags()}`,
  );
}

/** V8 takes code only from where the same flags were set; nearly always there are none, and nobody need ask it. */
function flags(): string {
  if (process.execArgv.length === 0 && process.env['NODE_OPTIONS'] === undefined) return '';
  return `-${(require('node:v8') as typeof V8).cachedDataVersionTag()}`;
}
