/**
 * What `press __complete` says to the scripts of `press completion`: the words that may stand at the cursor of a command line that somebody is
 * typing. It says nothing on stderr and never fails: without a repository, or with one that is broken, it offers what it can.
 */
import type { Command } from '../../model/command.ts';
import type { Repository } from '../../model/repository.ts';
import { groupSummaries } from '../command-groups.ts';
import { commandList } from '../generated/command-list.ts';
import { commandWords, globalOptions, readGlobals } from '../options/globals.ts';
import type { World } from '../world.ts';
import { answerLines, type Answer, type Candidate } from './candidate.ts';
import type { Typed } from './cursor.ts';
import { helpOption, optionCandidates } from './option-candidates.ts';
import { fromHome, unquoted } from './typed-words.ts';

const nothing: Answer = { kind: 'words', candidates: [] };

/** The answer to a shell, which gives its name and then the words behind `press`, the last of them the one at the cursor. */
export async function answer([shell = '', ...words]: readonly string[], world: World): Promise<string> {
  const typed = typedIn(shell, words, world.env['HOME']);
  const answered = await answerTo(typed, world).catch(() => nothing);
  return answerLines(answered);
}

/** bash and zsh hand words over as they were typed, fish only the last one. */
function typedIn(shell: string, words: readonly string[], home: string | undefined): Typed {
  const before = words.slice(0, -1);
  const plain = shell === 'fish' ? before : before.map((word) => fromHome(unquoted(word), home));
  return { words: plain, current: unquoted(words.at(-1) ?? '') };
}

async function answerTo(typed: Typed, world: World): Promise<Answer> {
  const words = commandWords(typed.words);
  const isHelp = words[0] === 'help';
  const rest = isHelp ? words.slice(1) : words;
  const name = commandNamed(rest);
  if (name === undefined) return commandsOrGlobals(rest, typed);
  if (isHelp) return nothing;
  const { cardAnswer } = await import('./card-answer.ts');
  const { loadCommand } = await import('../commands/index.ts');
  return cardAnswer(await loadCommand(name), { typed, repository: () => repositoryFor(typed, world) });
}

function commandNamed([first = '', second = '']: readonly string[]): Command['name'] | undefined {
  return [`${first} ${second}`, first].find((name) => commandList.some((each) => each.name === name));
}

/** Needs no card, so that the first word comes at once. */
function commandsOrGlobals(words: readonly string[], { words: typed, current }: Typed): Answer {
  const last = typed.at(-1) ?? '';
  if (last === '--repo' || /^-q*C$/.test(last)) return { kind: 'folders' };
  if (current.startsWith('--repo=')) return { kind: 'folders' };
  if (current.startsWith('-') && !typed.includes('--')) {
    const version = words.length === 0 ? [{ flags: '-V, --version', summary: 'show the version' }] : [];
    return { kind: 'words', candidates: optionCandidates([...globalOptions, helpOption, ...version], current) };
  }
  return { kind: 'words', candidates: commandCandidates(words).filter(({ word }) => word.startsWith(current)) };
}

/** The first words of commands, or the second ones behind a group. */
function commandCandidates(words: readonly string[]): Candidate[] {
  const [group] = words;
  if (group === undefined) return [...topCandidates(), { word: 'help', description: 'Show help about a command.' }];
  if (words.length > 1 || !groupSummaries.has(group)) return [];
  return commandList.flatMap(({ name, summary }) =>
    name.startsWith(`${group} `) ? [{ word: name.slice(group.length + 1), description: summary }] : [],
  );
}

function topCandidates(): Candidate[] {
  const alone = commandList.filter(({ name }) => !name.includes(' '));
  return [
    ...alone.map(({ name, summary }) => ({ word: name, description: summary })),
    ...[...groupSummaries].map(([word, description]) => ({ word, description })),
  ];
}

async function repositoryFor({ words }: Typed, world: World): Promise<Repository> {
  const { createEnvironment } = await import('../compose.ts');
  const { Output } = await import('../terminal/output.ts');
  const { signal } = new AbortController();
  const globals = { ...readGlobals(words), noColor: true, quiet: true, noInput: true };
  const [out, err] = [new Output(world.stdout), new Output(world.stderr)];
  return (await createEnvironment({ world, globals, out, err, signal })).repository();
}
