/** What may stand at the cursor behind the name of a command. */
import type { Command, CommandArgument, CommandOption } from '../../model/command.ts';
import type { Repository } from '../../model/repository.ts';
import { globalOptions } from '../options/globals.ts';
import { facetOptions, selectionOptions } from '../options/selection-options.ts';
import type { Answer, Candidate } from './candidate.ts';
import { atCursor, type Typed } from './cursor.ts';
import { helpOption, optionCandidates } from './option-candidates.ts';
import { flagsOf } from './option-flags.ts';
import { releaseAnswer } from './release-answer.ts';
import { isPath, valueCandidates } from './value-candidates.ts';

export interface CompletionContext {
  readonly typed: Typed;
  /** Opened on first use; rejects where there is none. */
  readonly repository: () => Promise<Repository>;
}

export async function cardAnswer(card: Command, context: CompletionContext): Promise<Answer> {
  const inVocabulary = await vocabularyOptions(card, context);
  const listed = card.facets === 'selection' ? [...inVocabulary, ...selectionOptions] : inVocabulary;
  const options = [...listed, ...card.options, ...globalOptions, helpOption];
  const at = atCursor(card, options, context.typed);
  if (at.kind === 'nothing') return { kind: 'words', candidates: [] };
  if (at.kind === 'option') {
    const left = options.filter((option) => option.repeatable === true || !at.given.has(option));
    return { kind: 'words', candidates: optionCandidates(left, context.typed.current) };
  }
  if (at.kind === 'argument') return argumentAnswer(at.argument, at.begun, context);
  return optionAnswer(at, { context, isList: listed.includes(at.option) });
}

/** The facets of the repository; none where it cannot be read. */
async function vocabularyOptions({ facets }: Command, { repository }: CompletionContext): Promise<CommandOption[]> {
  if (facets === undefined) return [];
  try {
    return facetOptions([...(await repository()).taxonomy.facets.values()], facets);
  } catch {
    return [];
  }
}

async function argumentAnswer(
  argument: CommandArgument,
  begun: string,
  { repository }: CompletionContext,
): Promise<Answer> {
  const { name, choices } = argument;
  if (choices !== undefined) return fitting(choices.map(withoutDescription), begun);
  if (name === 'release') return releaseAnswer(await repository(), begun, argument.only);
  if (isPath(name)) return { kind: name === 'dir' ? 'folders' : 'paths' };
  return fitting(await valueCandidates({ called: name, option: undefined, begun }, repository), begun);
}

interface OptionValue {
  readonly option: CommandOption;
  /** What stands before the value in the same word: `--field=`. */
  readonly before: string;
  readonly begun: string;
}

async function optionAnswer(
  { option, before, begun }: OptionValue,
  { context, isList }: { readonly context: CompletionContext; readonly isList: boolean },
): Promise<Answer> {
  const { value: called = '', long } = flagsOf(option);
  if (isPath(called)) return { kind: called === 'dir' ? 'folders' : 'paths' };
  // A value with commas is a list, and the last one of it is being typed.
  const comma = isList && option.repeatable === true ? begun.lastIndexOf(',') + 1 : 0;
  const last = begun.slice(comma);
  const all =
    option.choices?.map(withoutDescription) ??
    (await valueCandidates({ called, option: long, begun: last }, context.repository));
  return fitting(all, last, before + begun.slice(0, comma));
}

function withoutDescription(word: string): Candidate {
  return { word, description: '' };
}

function fitting(all: readonly Candidate[], begun: string, before = ''): Answer {
  const candidates = all.filter(({ word }) => word.startsWith(begun));
  return { kind: 'words', candidates: candidates.map((each) => ({ ...each, word: before + each.word })) };
}
