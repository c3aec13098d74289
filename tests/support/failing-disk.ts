/** A disk that fails at a chosen operation, so that a test can make every single one fail. */
import { disk, type FilePort } from '../../src/repository/file-port.ts';

export interface Fault {
  /** Which operation fails, counted from 1; 0 = none. */
  readonly at: number;
  readonly code: string;
  /** Whether the operation takes effect and is reported as failed all the same, as network file systems do. */
  readonly afterwards?: boolean;
  /** Whether every later operation of the same name fails as well. */
  readonly lasting?: boolean;
  /** Whether nothing at all works from then on, as for a process that was killed. */
  readonly dead?: boolean;
}

export interface FailingDisk extends FilePort {
  /** Operations so far. */
  readonly count: number;
}

/** The real disk with one fault; `short` lets every write take at most that many bytes. */
export function failingDisk(fault: Fault = { at: 0, code: 'EIO' }, short = Infinity): FailingDisk {
  let count = 0;
  let failing: string | undefined;
  const port = {
    ...disk,
    // Flushing takes most of the time, and no test can see what it is for.
    sync: () => undefined,
    write: (descriptor: number, bytes: Uint8Array) => disk.write(descriptor, bytes.subarray(0, short)),
  };
  const perform = (name: string, operation: () => unknown): unknown => {
    count += 1;
    const fails =
      count === fault.at ||
      (fault.lasting === true && failing === name) ||
      (fault.dead === true && fault.at > 0 && count > fault.at);
    if (!fails) return operation();
    failing = name;
    if (fault.afterwards === true) operation();
    throw Object.assign(new Error(`${fault.code}: ${name}`), { code: fault.code });
  };
  const wrapped = Object.entries(port).map(([name, operation]) => [
    name,
    (...values: never[]) => perform(name, () => (operation as (...given: never[]) => unknown)(...values)),
  ]);
  return Object.defineProperty(Object.fromEntries(wrapped) as FilePort, 'count', { get: () => count }) as FailingDisk;
}
