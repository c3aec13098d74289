/** The disk of the program itself, made to fail, for a whole command. */
import { disk, type FilePort } from '../../src/repository/file-port.ts';

const sound: FilePort = { ...disk };

export interface DiskFault {
  /** Which operation fails, counted from 1; 0 = none. */
  readonly at: number;
  /** The system's code; or how every write goes from then on: `short` takes one byte, `zero` takes none. */
  readonly kind: string;
}

export interface OnFaultyDisk<Result> {
  readonly result: Result;
  /** Operations in all. */
  readonly count: number;
}

/** Runs work while the disk has a fault. Nothing is flushed: no test can see what that is for. */
export async function onFaultyDisk<Result>(
  { at, kind }: DiskFault,
  work: () => Promise<Result>,
): Promise<OnFaultyDisk<Result>> {
  let count = 0;
  const perform = (name: string, operation: (...given: never[]) => unknown, values: never[]): unknown => {
    count += 1;
    if (at > 0 && count >= at && name === 'write' && kind === 'zero') return 0;
    if (at > 0 && count >= at && name === 'write' && kind === 'short')
      return sound.write(values[0] as unknown as number, (values[1] as unknown as Uint8Array).subarray(0, 1));
    if (count === at && kind.startsWith('E')) throw Object.assign(new Error(`${kind}: ${name}`), { code: kind });
    return name === 'sync' ? undefined : operation(...values);
  };
  const faulty = Object.entries(sound).map(([name, operation]) => [
    name,
    (...values: never[]) => perform(name, operation as (...given: never[]) => unknown, values),
  ]);
  Object.assign(disk, Object.fromEntries(faulty));
  try {
    return { result: await work(), count };
  } finally {
    Object.assign(disk, sound);
  }
}
