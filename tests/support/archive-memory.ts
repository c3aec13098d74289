/** A memory of a folder in a test, which needs neither many files nor old ones. */
import { verdicts, type Learned, type SurveyedFile } from '../../src/model/archive-memory.ts';
import { defaultSettings } from '../../src/model/settings.ts';
import { FolderMemory, type MemoryPlan } from '../../src/repository/cache/folder-memory.ts';
import { unreadManuscript } from '../../src/repository/read-manuscript.ts';
import { someFacts } from './random-facts.ts';

export function memoryOf(root: string, plan: Partial<MemoryPlan> = {}): FolderMemory {
  return new FolderMemory({
    root,
    folder: 'releases',
    factsKey: () => 'facts',
    judging: { rules: 'rules', now: 0 },
    settings: defaultSettings,
    fewest: 0,
    settledAfter: -60_000,
    read: ({ path, kind }) => unreadManuscript(path, { rule: 'file-kind', message: kind, hint: '' }),
    ...plan,
  });
}

/** What a run does: learns of all that the memory does not know, and writes it down. Returns the paths that it had to read. */
export function learnAll(
  memory: FolderMemory,
  learned: (file: SurveyedFile) => Learned = ({ path }) => ({ facts: someFacts(path), verdict: verdicts.clean }),
  noisy: ReadonlySet<string> = new Set(),
): string[] {
  const read: string[] = [];
  for (const file of memory.survey()) {
    if (file.row !== undefined) continue;
    read.push(file.path);
    memory.learn(file, learned(file));
  }
  memory.save(noisy);
  return read;
}

/** What a new run would have to read. */
export function unknownTo(memory: FolderMemory): string[] {
  return [...memory.survey()].flatMap(({ path, row }) => (row === undefined ? [path] : []));
}
