/** Who holds the lock of a repository, and whether whoever it was is still there. */
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** What stands in `.press/lock`, as JSON. */
export interface LockRecord {
  readonly pid: number;
  /** When the process began, in the system's own count; absent where the system does not tell. */
  readonly started?: string;
  readonly host: string;
  /** Id of the machine's run since it was switched on; absent where the system does not tell. */
  readonly boot?: string;
  readonly command: string;
  /** RFC 3339, UTC. */
  readonly since: string;
  readonly nonce: string;
}

/** What a machine tells about itself and its processes. */
export interface ProcessFacts {
  readonly pid: number;
  readonly host: string;
  readonly boot: string | undefined;
  /** When a process began; undefined when the system does not tell. */
  startOf(pid: number): string | undefined;
  isAlive(pid: number): boolean;
}

/** The record of a text; undefined for a text that is none. */
export function parseRecord(text: string): LockRecord | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isRecord(value) ? value : undefined;
}

function isRecord(value: unknown): value is LockRecord {
  if (typeof value !== 'object' || value === null) return false;
  const facts = new Map<string, unknown>(Object.entries(value));
  const isText = (key: string): boolean => typeof facts.get(key) === 'string';
  const pid = facts.get('pid');
  return Number.isSafeInteger(pid) && Number(pid) > 0 && ['host', 'command', 'since', 'nonce'].every(isText);
}

/** Whether the holder is gone for certain: only this machine can tell, and only about itself. */
export function isGone(record: LockRecord, facts: ProcessFacts): boolean {
  if (record.host !== facts.host) return false;
  if (record.boot !== undefined && facts.boot !== undefined && record.boot !== facts.boot) return true;
  if (!facts.isAlive(record.pid)) return true;
  const start = facts.startOf(record.pid);
  // The number of a process that ended is given to a new one some day.
  return record.started !== undefined && start !== undefined && record.started !== start;
}

/** The running process and its machine. */
export function processFacts(): ProcessFacts {
  return { pid: process.pid, host: hostname(), boot: bootId(), startOf: (pid) => statOf(pid)?.start, isAlive };
}

function isAlive(pid: number): boolean {
  // A process that ended and that nobody has buried yet still answers to signals.
  if (statOf(pid)?.state === 'Z') return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function bootId(): string | undefined {
  return readText('/proc/sys/kernel/random/boot_id')?.trim();
}

/** Fields 3 and 22 of proc(5) `/proc/[pid]/stat`; the name before them may hold blanks and brackets. */
function statOf(pid: number): { readonly state: string | undefined; readonly start: string | undefined } | undefined {
  const text = readText(`/proc/${pid}/stat`);
  if (text === undefined) return undefined;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0], start: fields[19] };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
