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
  const options = argv.slice(0, endOfOptions(argv));
  return {
    repo: repoOf(options),
    noColor: options.includes('--no-color'),
    quiet: options.some((word) => word === '--quiet' || word.startsWith('-q')),
    noInput: options.includes('--no-input'),
    debug: options.includes('--debug'),
  };
}

function endOfOptions(argv: readonly string[]): number {
  const end = argv.findIndex((word, index) => word === '--' && !takesNext(argv[index - 1]));
  return end === -1 ? argv.length : end;
}

// «-C DIR», «-CDIR», and behind letters that take nothing: «-qC DIR».
const repoLetter = /^-q*C/;

function repoOf(words: readonly string[]): string | undefined {
  let repo: string | undefined;
  words.forEach((word, index) => {
    if (takesNext(word)) repo = words[index + 1] ?? repo;
    else if (word.startsWith('--repo=')) repo = word.slice('--repo='.length);
    else if (repoLetter.test(word)) repo = word.replace(repoLetter, '');
  });
  return repo;
}

/** Whether the folder of `-C` is the next word. */
function takesNext(word: string | undefined): boolean {
  return word === '--repo' || (word !== undefined && /^-q*C$/.test(word));
}

/** The words of the arguments that are no global options: the command's name and what is its own. */
export function commandWords(argv: readonly string[]): string[] {
  const words: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    if (takesNext(word)) i += 1;
    else if (!word.startsWith('-')) words.push(word);
    else if (word === '--') return words.concat(argv.slice(i + 1));
  }
  return words;
}
