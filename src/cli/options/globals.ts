/** The options of every command, read before anything is loaded, because they say which repository's facets are options. */
import type { CommandOption } from '../../model/command.ts';

export interface Globals {
  /** `-C DIR`, as written. */
  readonly repo: string | undefined;
  readonly noColor: boolean;
  readonly quiet: boolean;
  readonly noInput: boolean;
  readonly debug: boolean;
}

export const globalOptions: readonly CommandOption[] = [
  { flags: '-C, --repo <dir>', summary: 'work on the repository in DIR, not on the one around you' },
  { flags: '-q, --quiet', summary: 'say nothing but errors on stderr' },
  { flags: '--no-color', summary: 'no colours' },
  { flags: '--no-input', summary: 'ask nothing: a missing answer is an error' },
  { flags: '--debug', summary: 'show where a fault in press happened' },
];

/** Picks the global options out of the arguments; `--` ends the options. Whether they are well formed is judged later. */
export function readGlobals(argv: readonly string[]): Globals {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  return {
    repo: repoOf(options),
    noColor: options.includes('--no-color'),
    quiet: options.some((word) => word === '--quiet' || word === '-q'),
    noInput: options.includes('--no-input'),
    debug: options.includes('--debug'),
  };
}

function repoOf(words: readonly string[]): string | undefined {
  let repo: string | undefined;
  words.forEach((word, index) => {
    if (word === '-C' || word === '--repo') repo = words[index + 1] ?? repo;
    else if (word.startsWith('--repo=')) repo = word.slice('--repo='.length);
    else if (/^-C./.test(word)) repo = word.slice(2);
  });
  return repo;
}

const takesValue = new Set(['-C', '--repo']);

/** The words of the arguments that are no global options: the command's name and what is its own. */
export function commandWords(argv: readonly string[]): string[] {
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (takesValue.has(word)) i += 1;
    else if (!word.startsWith('-')) words.push(word);
    else if (word === '--') return words.concat(argv.slice(i + 1));
  }
  return words;
}
