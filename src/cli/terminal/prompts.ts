/** The questions themselves: inquirer's for text and yes or no, our own for terms of the vocabulary. */
import type { Readable, Writable } from 'node:stream';
import inquirer from 'inquirer';
import type { Ask, Paint } from '../../model/environment.ts';
import { Interrupted } from '../../model/interrupted.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { termPicker } from './term-picker.ts';

export interface Terminal {
  readonly input: Readable;
  readonly output: Writable & { readonly columns?: number };
  readonly paint: Paint;
}

const USUAL_WIDTH = 80;

/** Asks at a terminal. Every question rejects with Interrupted when the person goes away: Ctrl-C, Ctrl-D, a closed window. */
export function prompts(terminal: Terminal): Ask {
  const { input, output, paint } = terminal;
  const theme = themeOf(paint);
  return {
    text: ({ message, initial, check }) =>
      ask(terminal, async (signal) => {
        const question = {
          type: 'input',
          name: 'answer',
          message: terminalSafe(message),
          theme,
          ...(initial === undefined ? {} : { default: initial }),
        } as const;
        const validate = check === undefined ? {} : { validate: (answer: string) => check(answer) };
        const answers = await inquirer.createPromptModule({ input, output, signal })<{ answer: string }>([
          { ...question, ...validate },
        ]);
        return answers.answer;
      }),
    pick: (question) =>
      ask(terminal, (signal) =>
        termPicker({ ...question, paint, width: output.columns ?? USUAL_WIDTH }, { input, output, signal }),
      ),
    confirm: ({ message, initial }) =>
      ask(terminal, async (signal) => {
        const question = {
          type: 'confirm',
          name: 'answer',
          message: terminalSafe(message),
          theme,
          default: initial,
        } as const;
        const answers = await inquirer.createPromptModule({ input, output, signal })<{ answer: boolean }>([question]);
        return answers.answer;
      }),
  };
}

/** Runs one question and turns every way of leaving it into an Interrupted. */
async function ask<Answer>({ input }: Terminal, question: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
  const gone = new AbortController();
  // Ctrl-D closes the line reader without a word to the question; all that is seen of it is that nobody reads the input any more.
  const leave = (): void => void setImmediate(() => gone.abort());
  const events = ['pause', 'end', 'close'] as const;
  for (const event of events) input.once(event, leave);
  try {
    if (input.destroyed) throw new Interrupted();
    return await question(gone.signal);
  } catch (error) {
    throw hasLeft(error) ? new Interrupted() : error;
  } finally {
    for (const event of events) input.off(event, leave);
  }
}

const departures: ReadonlySet<string> = new Set(['ExitPromptError', 'AbortPromptError', 'CancelPromptError']);

function hasLeft(error: unknown): boolean {
  return error instanceof Error && departures.has(error.name);
}

/** inquirer colours by itself; here colour is a matter of the paint, which knows whether the person wants any. */
function themeOf(paint: Paint): object {
  return {
    prefix: { idle: '?', done: paint.good('✔') },
    style: {
      answer: (text: string) => text,
      message: (text: string) => paint.strong(text),
      error: (text: string) => paint.warn(`  ${text}`),
      defaultAnswer: (text: string) => paint.quiet(`(${text})`),
      help: (text: string) => paint.quiet(text),
      highlight: (text: string) => text,
      key: (text: string) => text,
    },
  };
}
