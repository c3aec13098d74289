/** Takes back what was prepared for a change that nobody decided: the staged texts, and folders that nobody else uses. */
import { dirname, join } from 'node:path';
import type { FilePort } from '../file-port.ts';
import { syncFolder } from '../file-transaction.ts';
import { anyPlace } from '../target-place.ts';
import { isTemporaryOf, targetOf, type JournalRecord } from './record.ts';

/** Throws what the disk throws; it can be tried again. What is gone is gone for good: the record that knows of it goes next. */
export function takeBack(
  { port, root, transaction }: { readonly port: FilePort; readonly root: string; readonly transaction: string },
  { files, folders }: JournalRecord,
): void {
  const targets = new Set(files.map((file) => dirname(join(root, targetOf(file)))));
  for (const folder of targets) {
    if (port.lstat(folder)?.isDirectory() !== true) continue;
    const names = port.names(folder).filter((name) => isTemporaryOf(transaction, name));
    for (const name of names) port.unlink(join(folder, name));
    syncFolder(port, folder);
  }
  for (const path of folders.toReversed()) {
    const place = anyPlace(port, root, path);
    if (place === undefined || port.lstat(place.absolute)?.isDirectory() !== true) continue;
    if (port.names(place.absolute).length === 0) port.rmdir(place.absolute);
  }
}
