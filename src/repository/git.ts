/**
 * Runs git, and nothing that a repository names: a configuration may put programs in many places (hooks, monitors, pagers, filters,
 * external diffs, transports), and whoever checks a stranger's repository must not start them.
 */
import { execFile } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { PressError } from '../model/press-error.ts';
import { realFolder } from './folders.ts';

export type ProcessEnvironment = Readonly<Record<string, string | undefined>>;

export interface GitOutput {
  readonly status: number;
  readonly stdout: Buffer;
  /** What git says, in English, without the last line break. */
  readonly stderr: string;
}

export interface GitCall {
  /** Statuses that are an answer; every other one is an error. */
  readonly answers?: readonly number[];
  readonly input?: string;
}

export interface GitSurroundings {
  /** Folder of the press repository, absolute. */
  readonly root: string;
  /** Folder that the person, or the hook, stands in. */
  readonly cwd: string;
  readonly env: ProcessEnvironment;
}

// Git itself knows /dev/null on Windows. A file that says the order of a diff and is not there would end it.
const harmless = ['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'diff.orderFile=/dev/null'];
const safeOptions = ['--no-pager', ...harmless.flatMap((setting) => ['-c', setting])];

export class Git {
  readonly #root: string;
  readonly #env: ProcessEnvironment;

  private constructor(root: string, env: ProcessEnvironment) {
    this.#root = root;
    this.#env = env;
  }

  /** Git in a folder of a work tree. Rejects with a PressError where there is no git, or no work tree around the folder. */
  static async around(surroundings: GitSurroundings): Promise<Git> {
    const { root } = surroundings;
    const env = await Git.#placed(surroundings);
    const git = new Git(root, env);
    const place = await git.run(['rev-parse', '--is-inside-work-tree'], { answers: [0, 128] });
    if (place.status === 0 && place.stdout.toString() === 'true\n')
      return new Git(root, { ...env, ...withoutFilters(env, await git.#filters()) });
    const isNone = place.status === 0 || place.stderr.includes('not a git repository');
    throw isNone ? noRepository() : failed(place.stderr);
  }

  /** Runs git in the folder. Rejects with a PressError when it fails. */
  async run(args: readonly string[], { answers = [0], input }: GitCall = {}): Promise<GitOutput> {
    const output = await this.#start(args, input);
    if (answers.includes(output.status)) return output;
    throw failed(output.stderr);
  }

  /** What a run prints between NULs: git quotes no path there. Bytes that are no UTF-8 become U+FFFD, as in a folder that Node reads. */
  async list(args: readonly string[]): Promise<string[]> {
    const { stdout } = await this.run(args);
    return stdout.toString('utf8').split('\0').slice(0, -1);
  }

  #start(args: readonly string[], input: string | undefined): Promise<GitOutput> {
    // Windows looks for a program in the current folder first; a git.exe in the repository is not git.
    const options = { cwd: dirname(process.execPath), env: { ...this.#env }, maxBuffer: Infinity, windowsHide: true };
    return new Promise((resolve, reject) => {
      const child = execFile(
        'git',
        [...safeOptions, '-C', this.#root, ...args],
        { ...options, encoding: 'buffer' },
        (error, stdout, stderr) => {
          const status = error === null ? 0 : error.code;
          if (typeof status === 'number') resolve({ status, stdout, stderr: stderr.toString('utf8').trimEnd() });
          else reject(status === 'ENOENT' ? notInstalled() : failed(error?.message ?? ''));
        },
      );
      // What git does not want to read any more is no failure of its own: its status says what is wrong.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
    });
  }

  /** Names of the filters that some configuration gives programs to. */
  async #filters(): Promise<string[]> {
    const { stdout } = await this.run(['config', '-z', '--name-only', '--get-regexp', '^filter\\.'], {
      answers: [0, 1],
    });
    const keys = stdout.toString('utf8').split('\0').slice(0, -1);
    return [...new Set(keys.map((key) => key.slice(key.indexOf('.') + 1, key.lastIndexOf('.'))))];
  }

  /**
   * In a hook git says where its folder is. Where that is all it says, it takes the folder it runs in for the work tree; so what it
   * would find by itself is better left to it, and for the rest the person's folder is the work tree (git, `GIT_WORK_TREE`).
   */
  static async #placed({ root, cwd, env }: GitSurroundings): Promise<ProcessEnvironment> {
    const { GIT_DIR: named, ...unnamed } = safeEnvironment(env);
    if (named === undefined || env['GIT_WORK_TREE'] !== undefined) return safeEnvironment(env);
    const call = ['rev-parse', '--absolute-git-dir'];
    const { stdout } = await new Git(root, unnamed).run(call, { answers: [0, 128] });
    const folder = realFolder(resolve(cwd, named));
    if (realFolder(stdout.toString().trimEnd()) === folder) return unnamed;
    return { ...unnamed, GIT_DIR: folder, GIT_WORK_TREE: cwd };
  }
}

function safeEnvironment(env: ProcessEnvironment): ProcessEnvironment {
  return {
    ...env,
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    // A clone that left objects at home would fetch them.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_EXTERNAL_DIFF: undefined,
    LC_ALL: 'C',
    LANGUAGE: undefined,
  };
}

/** Filters by name lose their programs. A name may hold anything, so it is told by the environment, where nothing is parsed. */
function withoutFilters(env: ProcessEnvironment, names: readonly string[]): Record<string, string> {
  const first = Number.parseInt(env['GIT_CONFIG_COUNT'] ?? '0', 10) || 0;
  const settings = names.flatMap((name) => [
    [`filter.${name}.clean`, ''],
    [`filter.${name}.smudge`, ''],
    [`filter.${name}.process`, ''],
    [`filter.${name}.required`, 'false'],
  ]);
  const variables: Record<string, string> = { GIT_CONFIG_COUNT: String(first + settings.length) };
  settings.forEach(([key = '', value = ''], index) => {
    variables[`GIT_CONFIG_KEY_${first + index}`] = key;
    variables[`GIT_CONFIG_VALUE_${first + index}`] = value;
  });
  return variables;
}

function notInstalled(): PressError {
  return new PressError('no-version-control', 'git is not installed here, or press cannot find it.', {
    hint: 'Install it, or leave the option out: «press validate» looks at every release.',
  });
}

function noRepository(): PressError {
  return new PressError(
    'no-version-control',
    'This folder is in no git repository, so nothing says what has changed.',
    {
      hint: 'Make one with «git init», or leave the option out: «press validate» looks at every release.',
    },
  );
}

function failed(words: string): PressError {
  const [first = ''] = words.split('\n');
  const said = first.replace(/^(?:fatal|error): /, '');
  return new PressError('no-version-control', `git could not answer${said === '' ? '' : `: ${said}`}.`, {
    hint: 'Try «git status» in the same folder; it says more.',
  });
}
