/** The program as it is shipped where the machine is short of something: room, open files, memory, streams. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentOf, repositoryContent, scratchFolder } from '../support/scratch-folder.ts';
import { root as project } from '../support/session.ts';

const program = join(project, 'bin/press.js');
const isPosix = process.platform !== 'win32';
const taxonomy =
  'version: 1\nfacets:\n  topic:\n    property: topics\n    multiple: true\n    terms: {water: {label: Water}, soil: {label: Soil}}\n';
const long = 'Text of some length, so that it takes room.\n'.repeat(40);

function release(id: string): string {
  return `---\nid: ${id}\ntitle: Title of ${id}\ndate: 2026-01-05\ntopics: [water]\nstatus: published\n---\nVIENNA, 5 January 2026 - Text.\n\n${long}`;
}

function archive(): string {
  const releases = Array.from({ length: 12 }, (_, at) => [`releases/2026/2026-01-05-r${at}.md`, release(`r${at}`)]);
  return scratchFolder({ 'taxonomy.yaml': taxonomy, ...Object.fromEntries(releases) });
}

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A line of the shell, in which `press` is the program. */
function shell(cwd: string, line: string): Ended {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', line.replaceAll('press ', '"$NODE" "$PRESS" ')], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, PRESS: program },
  });
  return { status, out: stdout, err: stderr };
}

const refactoring = 'press taxonomy rename water waters';

describe.skipIf(!isPosix)('streams that are closed', () => {
  it.each(['>&-', '<&- >&- 2>&-'])('are no matter to a change: %s', (closed) => {
    const cwd = archive();
    expect(shell(cwd, `${refactoring} ${closed}`).status).toBe(0);
    expect(shell(cwd, `press validate ${closed}`).status).toBe(0);
    expect(contentOf(cwd)['taxonomy.yaml']).toContain('waters');
  });
});

describe.skipIf(!existsSync('/dev/full'))('a standard output that is full', () => {
  it.each(['press validate', 'press export -f csv', refactoring])('is never success: %s', (line) => {
    const cwd = archive();
    expect(shell(cwd, `${line} >/dev/full`)).toEqual({
      status: 2,
      out: '',
      err: 'press: The output could not be written: the disk is full.\n',
    });
    expect(shell(cwd, 'press validate >/dev/full 2>/dev/full').status).toBe(2);
    expect(shell(cwd, 'press validate').status).toBe(0);
  });
});

describe.skipIf(!isPosix)('a reader that leaves', () => {
  it('ends an export in silence, and it is no failure', () => {
    const { err, out } = shell(
      archive(),
      '{ press export -f json --include-unpublished; echo "status $?" >&2; } | head -c 10',
    );
    expect(out).toHaveLength(10);
    expect(err).toMatch(/status 0\n$/);
    expect(err).not.toMatch(/EPIPE|\n +at /);
  });
});

describe.skipIf(!isPosix)('few open files', () => {
  it('are enough', () => {
    const cwd = archive();
    const line = `ulimit -n 32 && ${refactoring} && press validate && press export -f csv -o out/a.csv && press taxonomy undo`;
    expect(shell(cwd, line).status).toBe(0);
    expect(contentOf(cwd)['taxonomy.yaml']).toBe(taxonomy);
  });
});

describe.skipIf(!isPosix)('little memory', () => {
  it('is enough', () => {
    const cwd = archive();
    const line = `${refactoring} && press validate && press export -f csv -o out/a.csv`;
    expect(shell(cwd, line.replaceAll('press ', 'env NODE_OPTIONS=--max-old-space-size=64 press ')).status).toBe(0);
  });

  it('that is too little leaves all or nothing', () => {
    const cwd = archive();
    const before = repositoryContent(cwd);
    for (const megabytes of [4, 6]) {
      const line = `env NODE_OPTIONS=--max-old-space-size=${megabytes} ${refactoring}`;
      const { status } = shell(cwd, line);
      shell(cwd, 'press recover');
      if (status === 0) return;
      expect(Object.entries(repositoryContent(cwd)).filter(([path]) => !path.startsWith('.press'))).toEqual(
        Object.entries(before),
      );
    }
  });
});

/** Whether a small disk of memory can be made here: as root, or in a name space of one's own. */
function smallDisk(): string | undefined {
  const commands = ['', 'unshare -Urm '].map((prefix) => `${prefix}sh -c 'mount -t tmpfs -o size=16k tmpfs "$DIR"`);
  for (const command of commands) {
    try {
      const folder = scratchFolder();
      execFileSync('sh', ['-c', `${command}; s=$?; umount "$DIR"; exit $s'`], {
        env: { ...process.env, DIR: folder },
        stdio: 'ignore',
      });
      return command.startsWith('unshare') ? 'unshare -Urm sh -c' : 'sh -c';
    } catch {
      continue;
    }
  }
  return undefined;
}

const inSmallDisk = process.platform === 'linux' ? smallDisk() : undefined;

describe.skipIf(inSmallDisk === undefined)('a disk that is really full (needs the right to mount one)', () => {
  /** Runs a line in a copy of the archive on a disk of so many kilobytes; returns the files as they are afterwards. */
  function onDisk(kilobytes: number, line: string): Ended & { readonly after: Record<string, string> } {
    const [source, mounted, kept] = [archive(), scratchFolder(), scratchFolder()];
    const script = join(kept, 'run.sh');
    writeFileSync(
      script,
      `mount -t tmpfs -o size=${kilobytes}k tmpfs "$DIR" || exit 99\ncp -r "$FROM/." "$DIR"\ncd "$DIR"\n${line.replaceAll('press ', '"$NODE" "$PRESS" ')}\nstatus=$?\n` +
        `"$NODE" "$PRESS" recover >/dev/null 2>&1\ncp -r "$DIR/." "$TO"\ncd /\numount "$DIR"\nexit $status\n`,
    );
    const to = join(kept, 'copy');
    mkdirSync(to);
    const { status, stdout, stderr } = spawnSync('sh', ['-c', `${inSmallDisk ?? 'sh -c'} 'sh "$SCRIPT"'`], {
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE: process.execPath,
        PRESS: program,
        DIR: mounted,
        FROM: source,
        TO: to,
        SCRIPT: script,
      },
    });
    return { status, out: stdout, err: stderr, after: repositoryContent(to) };
  }

  it.each([
    [refactoring],
    ['press export -f json --content full -o out.json'],
    ['press new Title --date 2026-07-06 --topic water --summary S.'],
  ])('has all of it or nothing, and a sentence: %s', { timeout: 300_000 }, (line) => {
    const roomy = onDisk(4096, line);
    expect(roomy.status, roomy.err).toBe(0);
    const before = onDisk(4096, 'true').after;
    const statuses = new Set<number | null>();
    // The files take 52 kilobytes, and each that is added takes four.
    for (const kilobytes of [60, 68, 84]) {
      const { status, err, after } = onDisk(kilobytes, line);
      statuses.add(status);
      expect([0, 2], err).toContain(status);
      const files = (all: Record<string, string>): object =>
        Object.fromEntries(
          Object.entries(all).filter(([path, text]) => text !== 'folder' && !path.startsWith('.press/undo')),
        );
      if (status === 2) {
        expect(err).toMatch(/disk is full|no room/);
        expect(files(after)).toEqual(files(before));
      } else expect(files(after)).toEqual(files(roomy.after));
    }
    expect(statuses.has(2)).toBe(true);
  });
});
