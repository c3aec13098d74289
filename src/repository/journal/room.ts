/** Whether the disk has room for a change, asked before anything of it is written. */
import { dirname } from 'node:path';
import { PressError } from '../../model/press-error.ts';
import type { FilePort } from '../file-port.ts';
import type { Place } from '../target-place.ts';

export interface Wanted {
  readonly place: Place;
  /** Bytes. */
  readonly size: number;
}

/** What folders and the ends of blocks take beside the texts. */
const MARGIN = 1.1;

/** Throws PressError `cannot-write` when a disk has less room than 1.1 times what is to be written on it. */
export function requireRoom(port: FilePort, wanted: readonly Wanted[]): void {
  const disks = new Map<number, { readonly folder: string; size: number }>();
  for (const { place, size } of wanted) {
    const folder = dirname(place.missing[0] ?? place.absolute);
    const device = port.lstat(folder)?.dev ?? 0;
    const disk = disks.get(device) ?? { folder, size: 0 };
    disk.size += size;
    disks.set(device, disk);
  }
  for (const { folder, size } of disks.values()) {
    const room = port.room(folder);
    const needed = Math.ceil(size * MARGIN);
    if (room !== undefined && room < needed) throw tooLittle(needed, room);
  }
}

function tooLittle(needed: number, room: number): PressError {
  return new PressError(
    'cannot-write',
    `The disk has no room for this change: it needs ${inWords(needed)}, and ${inWords(room)} are free.`,
    { hint: 'Nothing was written. Make room, then run the command again.' },
  );
}

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];

function inWords(bytes: number): string {
  const unit = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${Number((bytes / 1000 ** unit).toPrecision(3))} ${UNITS[unit] ?? ''}`;
}
