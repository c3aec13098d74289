import { rmSync, writeFileSync } from 'node:fs';
import { render } from '@inquirer/testing';
import { afterAll, describe, expect, it } from 'vitest';
import type { GivenAnswers } from '../../src/cli/options/new-release-options.ts';
import { plainPaint } from '../../src/cli/terminal/colour.ts';
import { askForTheRest } from '../../src/cli/terminal/new-release-questions.ts';
import { termPicker } from '../../src/cli/terminal/term-picker.ts';
import type { Ask, PickQuestion } from '../../src/model/environment.ts';
import { openRepository } from '../../src/repository/open.ts';
import { copyOf, root } from '../support/session.ts';
import { blocksOf, readPage } from './pages.ts';
import { expectReplay } from './replay-page.ts';

const path = 'docs/tutorial.md';
const folder = copyOf('shipped');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nothingGiven: GivenAnswers = {
  title: undefined,
  date: undefined,
  places: undefined,
  terms: new Map(),
  summary: undefined,
  status: undefined,
  lang: 'en',
  type: 'press-release',
  embargo: undefined,
  slug: undefined,
  boilerplate: undefined,
  body: undefined,
};

const typed: Readonly<Record<string, string>> = {
  Title: 'Evening course for poll workers opens in Gjirokastra',
  'Date of issue': '2026-11-23',
  'City of the dateline (several: divide them by /)': 'Gjirokastra',
};

const picked: Readonly<Record<string, readonly string[]>> = {
  Source: ['albania'],
  'Field of work': ['elections', 'education'],
};

/** Answers as the tutorial does, and writes down the line that each question leaves, and the questions with many answers. */
class Somebody implements Ask {
  readonly screen: string[] = [];
  readonly asked: PickQuestion[] = [];

  async text({ message, initial = '' }: Parameters<Ask['text']>[0]): Promise<string> {
    const answer = typed[message] ?? initial;
    this.#left(message, answer);
    return answer;
  }

  async pick(question: PickQuestion): Promise<readonly string[]> {
    this.asked.push(question);
    const values = picked[question.message] ?? question.initial ?? [];
    const labels = values.map((value) => question.choices.find((choice) => choice.value === value)?.label ?? '?');
    this.#left(question.message, labels.length === 0 ? 'none' : labels.join(', '));
    return values;
  }

  async confirm(): Promise<boolean> {
    throw new Error('Nothing is to be confirmed.');
  }

  #left(message: string, answer: string): void {
    this.screen.push(`✔ ${message} ${answer}`.trimEnd());
  }
}

/** Compares a `screen` block of the tutorial, or writes it when UPDATE_GOLDEN=1. */
function expectScreen(name: string, shown: readonly string[]): void {
  const text = readPage(path);
  const block = blocksOf(text).find(({ kind, file }) => kind === 'screen' && file === name);
  if (block === undefined) throw new Error(`${path} has no block «screen ${name}».`);
  const lines = text.split('\n');
  lines.splice(block.start + 1, block.lines.length, ...shown);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(root + path, lines.join('\n'));
  else expect(block.lines).toEqual(shown);
}

describe('the tutorial', () => {
  it('shows what press shows', async () => {
    expect(blocksOf(readPage(path)).filter(({ kind }) => kind === 'console').length).toBeGreaterThan(10);
    await expectReplay(path, 'empty');
  });
});

describe('the questions of the tutorial', async () => {
  const somebody = new Somebody();
  const repository = await openRepository(folder);
  await askForTheRest(nothingGiven, { ask: somebody, repository, today: { today: '2026-11-23', timezone: 'UTC' } });

  it('are those that press new asks', () => {
    expectScreen('questions', somebody.screen);
  });

  it('are asked with a picker that looks like that', async () => {
    const question = somebody.asked.find(({ message }) => message === 'Field of work');
    if (question === undefined) throw new Error('Nobody asked for the field of work.');
    const { answer, events, getScreen } = await render(termPicker, { ...question, paint: plainPaint, width: 100 });
    events.type('elec');
    expectScreen(
      'picker',
      getScreen()
        .split('\n')
        .map((line) => line.trimEnd()),
    );
    events.keypress('enter');
    expect(await answer).toEqual(['elections']);
  });
});
