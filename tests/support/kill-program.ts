/**
 * The program that `tests/bench/kill-trials.js` kills: it changes a repository, or recovers one, and may kill itself at an operation on the
 * disk. Arguments: `change` or `recover`, the folder, the change set as JSON, the number of the operation, `before` or `behind`.
 */
import type { ChangeSet } from '../../src/model/change-set.ts';
import { disk, type FilePort } from '../../src/repository/file-port.ts';
import { RepositoryWriter } from '../../src/repository/writer.ts';

/** Takes over the lock of whoever was killed, and recovers. */
export async function recover(root: string, port: FilePort = disk): Promise<void> {
  await new RepositoryWriter(root, { port, patience: 0 }).whileLocked('press recover', () => undefined);
}

function suicidal(at: number, isBehind: boolean): FilePort {
  let count = 0;
  const operations = Object.entries(disk).map(([name, operation]) => [
    name,
    (...values: never[]) => {
      count += 1;
      if (count === at && !isBehind) process.kill(process.pid, 'SIGKILL');
      const result = (operation as (...given: never[]) => unknown)(...values);
      if (count === at) process.kill(process.pid, 'SIGKILL');
      return result;
    },
  ]);
  return Object.fromEntries(operations) as FilePort;
}

const [mode, root = '', set = '', at, when] = process.argv.slice(2);
if (mode === 'change' || mode === 'recover') {
  const port = suicidal(Number(at), when === 'behind');
  process.stdout.write('ready\n');
  if (mode === 'recover') await recover(root, port);
  else new RepositoryWriter(root, { port }).apply(JSON.parse(set) as ChangeSet);
  process.stdout.write('done\n');
}
