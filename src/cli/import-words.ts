/** Words that nobody knows: what people have answered is read, the rest is asked at the terminal or written down for them. */
import type { Environment } from '../model/environment.ts';
import { PressError } from '../model/press-error.ts';
import type { Taxonomy } from '../model/taxonomy.ts';
import { largestPage, textOfBytes } from '../operations/bring-in-bytes.ts';
import { readAnswers, readQueue, TermAnswers } from '../operations/bring-in-map.ts';
import { queueText, type AnsweredWords, type AskedWords } from '../operations/bring-in-queue.ts';
import { counted } from '../text/counted.ts';
import { shellWord } from '../text/shell-word.ts';
import { terminalSafe } from '../text/terminal-safe.ts';

export interface WordFiles {
  /** `--map`. */
  readonly maps: readonly string[];
  /** `--queue`. */
  readonly queue: string | undefined;
}

/** The answers of all files of `--map`. A queue that is to become one may be missing. Rejects with PressError. */
export async function answersFrom(
  { maps, queue }: WordFiles,
  taxonomy: Taxonomy,
  { files }: Pick<Environment, 'files'>,
): Promise<TermAnswers> {
  const answers = new TermAnswers(taxonomy);
  const existing = await existingQueue(queue, files);
  if (existing !== undefined && existing.text.trim() !== '') readQueue(existing.name, existing.text);
  for (const name of new Set(maps))
    if (name !== queue) readAnswers(name, textOfBytes(name, files.read(name, largestPage)), answers);
    else if (existing !== undefined) readAnswers(name, existing.text, answers);
  return answers;
}

async function existingQueue(
  name: string | undefined,
  files: Environment['files'],
): Promise<{ readonly name: string; readonly text: string } | undefined> {
  if (name === undefined || (await files.compare(name, [])) === 'add') return undefined;
  return { name, text: textOfBytes(name, files.read(name, largestPage)) };
}

/** Writes down the words that are not in the queue yet, and says so. What stands there stays. Rejects with PressError. */
export async function writeQueue(
  words: readonly (AskedWords & Partial<AnsweredWords>)[],
  { queue }: WordFiles,
  { taxonomy, environment }: { readonly taxonomy: Taxonomy; readonly environment: Environment },
): Promise<void> {
  if (queue === undefined) return;
  const existing = await existingQueue(queue, environment.files);
  const text = queueText(words, taxonomy, existing);
  if (text !== undefined) await environment.files.write(queue, [text]);
  const open = words.filter(({ answer }) => answer === undefined).length;
  const name = terminalSafe(queue);
  environment.say(
    open === 0
      ? `Every word is known${text !== undefined ? '' : existing === undefined ? `: «${name}» is not needed` : `, and «${name}» stays as it is`}.`
      : `«${name}» lists ${counted(open, 'unknown word')}: fill in the column «answer» (a term, several with ; between, or - to leave it out), then add --map ${terminalSafe(shellWord(queue))}.`,
  );
}

const SHOWN = 5;

/** Answers that no source had words for: misspelt, or for another part of the archive. */
export function tellUnused(answers: TermAnswers, environment: Pick<Environment, 'say'>): void {
  const unused = answers.unused();
  for (const { origin, heading, value } of unused.slice(0, SHOWN))
    environment.say(terminalSafe(`${origin}: no source has «${value}» under «${heading}».`));
  if (unused.length > SHOWN)
    environment.say(`and ${counted(unused.length - SHOWN, 'more answer')} without such words.`);
}

/** The person at the terminal. Throws PressError where there is none. */
export function somebodyToAsk({ ask }: Pick<Environment, 'ask'>): NonNullable<Environment['ask']> {
  if (ask !== undefined) return ask;
  throw new PressError('missing-answer', '«--ask» asks at a terminal, and nobody can be asked here.', {
    hint: '--queue FILE writes the unknown words down; complete the file and give it to --map.',
  });
}
