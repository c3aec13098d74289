/** The power goes at any operation of a change, and of its recovery: afterwards there is all of it or nothing of it. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Change, ChangeSet } from '../../src/model/change-set.ts';
import type { FolderOutcome, FolderWish } from '../../src/model/output-folder.ts';
import { reversed } from '../../src/model/undo.ts';
import { planUndo } from '../../src/operations/refactor/undo.ts';
import { digestOf, digestOfText } from '../../src/repository/digest.ts';
import type { FilePort } from '../../src/repository/file-port.ts';
import { foundationOf } from '../../src/repository/foundation.ts';
import { recover } from '../../src/repository/journal/recover.ts';
import { removeStrays } from '../../src/repository/journal/strays.ts';
import { undoRecordsIn } from '../../src/repository/journal/undo-folder.ts';
import { openRepository } from '../../src/repository/open.ts';
import { RepositoryWriter } from '../../src/repository/writer.ts';
import { writeFolder } from '../../src/repository/write-folder.ts';
import { removeOutput, writeOutput } from '../../src/repository/write-output.ts';
import { failingDisk } from '../support/failing-disk.ts';
import { Cuts, generator, PowerDisk, putBack, type Remains } from '../support/power-cut.ts';
import { contentOf, repositoryContent, scratchFolder } from '../support/scratch-folder.ts';

const calm = failingDisk();

type Files = Readonly<Record<string, string>>;

const files: Files = {
  'taxonomy.yaml': 'version: 1\n',
  'releases/2009/a.md': '\uFEFFone\r\n',
  'releases/2009/b.md': 'two\n',
};
const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]);
const edit = (path: string, text: string): Change & { readonly kind: 'edit' } => ({
  kind: 'edit',
  path,
  digest: digestOfText(files[path] ?? ''),
  edits: [{ start: 1, end: 1, text }],
});

const several: ChangeSet = {
  purpose: 'press test',
  changes: [
    edit('taxonomy.yaml', 'version: 2\n'),
    { ...edit('releases/2009/a.md', '!'), kind: 'move', to: 'releases/2010/x/a.md' },
    edit('releases/2009/b.md', '# '),
    { kind: 'create', path: 'releases/2010/c.md', text: 'three\n' },
    { kind: 'copy', path: 'files/2010/c/picture.png', digest: digestOf(picture), size: 6, bytes: () => picture },
  ],
};
const undoable: ChangeSet = {
  purpose: 'press taxonomy test',
  changes: [edit('taxonomy.yaml', '#'), edit('releases/2009/b.md', '#')],
  undo: ['taxonomy.yaml', 'releases/2009/b.md'].map((path) => ({
    path,
    edits: reversed(files[path] ?? '', [{ start: 1, end: 1, text: '#' }]),
  })),
};
const one: ChangeSet = {
  purpose: 'press new',
  changes: [{ kind: 'create', path: 'releases/2010/c.md', text: 'new\n' }],
};
const oneEdit: ChangeSet = { purpose: 'press hold', changes: [edit('releases/2009/b.md', '# ')] };

/** Files without those that press keeps for itself; a folder that is empty is nothing. */
function filesIn(root: string): Files {
  const entries = Object.entries(repositoryContent(root)).filter(
    ([path, text]) => text !== 'folder' && !/^\.press.(?:lock|undo)/.test(path),
  );
  return Object.fromEntries(entries);
}

function afterCut(remains: Remains): string {
  const root = scratchFolder();
  putBack(remains, root);
  return root;
}

function outcome(remains: Remains): Files {
  const root = afterCut(remains);
  recover(root, calm);
  removeStrays(root, calm);
  const content = filesIn(root);
  expect(recover(root, calm)).toEqual({ changes: [], damaged: [] });
  rmSync(root, { recursive: true });
  return content;
}

const changeSets: readonly (readonly [string, ChangeSet])[] = [
  ['a change of several files', several],
  ['a change that can be taken back', undoable],
  ['a new release', one],
  ['a change of one release', oneEdit],
];

describe.each(changeSets)('%s', (_, set) => {
  const change = (seed: number): { readonly cuts: Cuts; readonly disk: PowerDisk; readonly root: string } => {
    const root = scratchFolder(files);
    const power = new PowerDisk(root);
    const cuts = new Cuts(power, generator(seed));
    new RepositoryWriter(root, { port: power.port }).apply(set);
    return { cuts, disk: power, root };
  };

  it('is whole, or not there at all, when the power goes at any operation', () => {
    const { cuts, root } = change(1);
    const [before, after] = [files, filesIn(root)];
    const remains = cuts.take();
    expect(cuts.operations).toBeGreaterThan(30);
    const endings = new Set<string>();
    for (const each of remains) {
      const content = outcome(each);
      expect([before, after]).toContainEqual(content);
      endings.add(JSON.stringify(content));
    }
    expect(endings.size).toBe(2);
  });

  it('lasts once it has been reported', () => {
    const { cuts, root } = change(2);
    const after = filesIn(root);
    cuts.take();
    for (let times = 0; times < 10; times += 1) cuts.note();
    for (const each of cuts.take()) expect(outcome(each)).toEqual(after);
  });

  it('is whole, or not there at all, when the power goes during the recovery as well', () => {
    const { cuts, root } = change(3);
    const [before, after] = [files, filesIn(root)];
    const random = generator(4);
    const starts = cuts.take().filter(() => random(40) === 0);
    for (const start of starts) {
      const again = afterCut(start);
      const power = new PowerDisk(again);
      const cutsAgain = new Cuts(power, random);
      recover(again, power.port);
      removeStrays(again, power.port);
      const reported = filesIn(again);
      expect([before, after]).toContainEqual(reported);
      for (const each of cutsAgain.take()) expect([before, after]).toContainEqual(outcome(each));
      cutsAgain.note();
      for (const each of cutsAgain.take()) expect(outcome(each)).toEqual(reported);
      rmSync(again, { recursive: true });
    }
  });

  it('is finished for good by a recovery behind a process that died, though nothing of that was flushed', () => {
    const { operations } = change(5).cuts;
    for (let at = 1; at <= operations; at += 1 + (at % 5)) {
      const root = scratchFolder(files);
      const power = new PowerDisk(root);
      let count = 0;
      power.beforeEach = () => {
        count += 1;
        if (count >= at) throw Object.assign(new Error('gone'), { code: 'EIO' });
      };
      try {
        new RepositoryWriter(root, { port: power.port }).apply(set);
      } catch {
        // Nobody is there any more to be told.
      }
      const cuts = new Cuts(power, generator(at));
      recover(root, power.port);
      removeStrays(root, power.port);
      cuts.take();
      cuts.note();
      const reported = filesIn(root);
      // One name that nobody was told of may still go, with all that there was of the change.
      const allowed = set.changes.length === 1 ? [reported, files] : [reported];
      for (const each of cuts.take()) expect(allowed, `operation ${at}`).toContainEqual(outcome(each));
    }
  });
});

describe('a change that is taken back', () => {
  it('is taken back whole, or not at all, when the power goes at any operation', async () => {
    const root = scratchFolder(files);
    new RepositoryWriter(root).apply(undoable);
    const changed = filesIn(root);
    const plan = await planUndo(await openRepository(root));
    if (plan === undefined) throw new Error('There is nothing to take back');
    const power = new PowerDisk(root);
    const cuts = new Cuts(power, generator(6));
    new RepositoryWriter(root, { port: power.port }).apply({
      purpose: 'press taxonomy undo',
      changes: plan.files.map(({ path, digest, edits }) => ({ kind: 'edit', path, digest, edits })),
      takesBack: plan.record.id,
    });
    for (const each of cuts.take()) expect([changed, files]).toContainEqual(outcome(each));
    cuts.note();
    for (const each of cuts.take()) expect(outcome(each)).toEqual(files);
  });

  it('can be taken back after a power cut, once the change has been reported', async () => {
    const root = scratchFolder(files);
    const power = new PowerDisk(root);
    const cuts = new Cuts(power, generator(7));
    new RepositoryWriter(root, { port: power.port }).apply({
      ...undoable,
      changes: undoable.changes.slice(0, 1),
      undo: (undoable.undo ?? []).slice(0, 1),
    });
    cuts.take();
    cuts.note();
    for (const each of cuts.take()) expect(undoRecordsIn(afterCut(each))).toHaveLength(1);
  });
});

describe('press init', () => {
  it('has made a repository that a power cut does not take, once it has said so', async () => {
    const cwd = scratchFolder();
    const power = new PowerDisk(cwd);
    const cuts = new Cuts(power, generator(10));
    const foundation = await foundationOf(join(cwd, 'press/office'), power.port);
    const changes = ['taxonomy.yaml', 'releases/2026/a.md'].map((path) => ({
      kind: 'create' as const,
      path,
      text: path,
    }));
    foundation.apply({ purpose: 'press init', changes });
    const whole = ['press/office/releases/2026/a.md', 'press/office/taxonomy.yaml'];
    const names = (remains: Remains): string[] => {
      const root = afterCut(remains);
      if (existsSync(join(root, 'press/office'))) recover(join(root, 'press/office'), calm);
      return Object.keys(contentOf(root)).filter((path) => whole.includes(path));
    };
    for (const each of cuts.take()) expect([[], whole]).toContainEqual(names(each));
    cuts.note();
    for (const each of cuts.take()) expect(names(each)).toEqual(whole);
  });
});

describe('-o FILE', () => {
  const cutsOf = async (old: Files, work: (port: FilePort, cwd: string) => unknown): Promise<Cuts> => {
    const cwd = scratchFolder(old);
    const power = new PowerDisk(cwd);
    const cuts = new Cuts(power, generator(8));
    await work(power.port, cwd);
    return cuts;
  };
  const found = (remains: Remains): string | undefined => remains.get('out/new/a.csv')?.toString();
  const write = (port: FilePort, cwd: string): Promise<void> =>
    writeOutput('out/new/a.csv', ['first ', 'second'], { cwd, root: undefined, port });

  it.each([{}, { 'out/new/a.csv': 'old' }])(
    'is old or new when the power goes, and new once it is reported: %o',
    async (old) => {
      const cuts = await cutsOf(old, write);
      for (const each of cuts.take()) expect([old['out/new/a.csv'], 'first second']).toContain(found(each));
      cuts.note();
      for (const each of cuts.take()) expect(found(each)).toBe('first second');
    },
  );

  it('is gone once that has been reported', async () => {
    const remove = (port: FilePort, cwd: string): boolean =>
      removeOutput('out/new/a.csv', { cwd, root: undefined, port });
    const cuts = await cutsOf({ 'out/new/a.csv': 'old' }, remove);
    cuts.take();
    cuts.note();
    for (const each of cuts.take()) expect(found(each)).toBeUndefined();
  });
});

describe('-o DIR', () => {
  const texts = {
    old: { 'a.rss': 'a', 'b.rss': 'b', 'gone.rss': 'g' },
    fresh: { 'a.rss': 'a', 'b.rss': 'B', 'sub/c.rss': 'c' },
  };
  const wishFor = (wanted: Files): FolderWish => ({
    files: Object.entries(wanted).map(([name, text]) => ({ name, count: 1, chunks: [text] })),
    from: 'feeds',
    asOf: '2026-11-24T03:00:00Z',
    dryRun: false,
  });
  const fill = (cwd: string, files: Files, port?: FilePort): Promise<FolderOutcome> =>
    writeFolder('out', wishFor(files), { cwd, root: undefined, ...(port === undefined ? {} : { port }) });

  const outputsIn = (cwd: string): Files =>
    Object.fromEntries(
      Object.entries(contentOf(cwd)).filter(
        ([path, text]) => text !== 'folder' && !/\.press-lock|press-manifest/.test(path),
      ),
    );

  it.each([
    ['has old or new files', texts.old],
    ['that is new has its files', undefined],
  ])('%s when the power goes, never one that is neither, and the next run makes it new', async (_, old) => {
    const cwd = scratchFolder();
    if (old !== undefined) await fill(cwd, old);
    const power = new PowerDisk(cwd);
    const cuts = new Cuts(power, generator(9));
    await fill(cwd, texts.fresh, power.port);
    const wanted = outputsIn(cwd);
    for (const each of cuts.take()) {
      const again = afterCut(each);
      for (const [path, text] of Object.entries(outputsIn(again))) {
        if (path.endsWith('.tmp')) continue;
        const name = path.slice('out/'.length);
        expect([(texts.old as Files)[name], (texts.fresh as Files)[name]]).toContain(text);
      }
      for (const path of Object.keys(contentOf(again)).filter((name) => name.includes('.press-lock')))
        rmSync(join(again, path));
      await fill(again, texts.fresh);
      expect(outputsIn(again)).toEqual(wanted);
      rmSync(again, { recursive: true });
    }
    cuts.note();
    for (const each of cuts.take()) {
      const again = outputsIn(afterCut(each));
      expect(Object.fromEntries(Object.entries(again).filter(([path]) => !path.endsWith('.tmp')))).toEqual(wanted);
    }
  });
});
