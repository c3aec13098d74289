import { PassThrough } from 'node:stream';
import { render } from '@inquirer/testing';
import { describe, expect, it } from 'vitest';
import type { Ask, PickQuestion } from '../../../src/model/environment.ts';
import { Interrupted } from '../../../src/model/interrupted.ts';
import { askAtTerminal } from '../../../src/cli/terminal/ask.ts';
import { plainPaint } from '../../../src/cli/terminal/colour.ts';
import { termPicker, type PickerConfig } from '../../../src/cli/terminal/term-picker.ts';

const labels = [
  'Arms control',
  'Border management',
  'Elections',
  'Education',
  'Gender equality',
  'Human rights',
  'Migration',
  'Policing',
  'Rule of law',
  'Youth',
];
const question: PickerConfig = {
  message: 'Field of work',
  choices: labels.map((label) => ({ value: label.toLowerCase(), label, words: [], description: `about ${label}` })),
  many: true,
  required: true,
  paint: plainPaint,
  width: 80,
};

describe('the picker on the screen', () => {
  it('shows the question, eight rows, how many more there are, and what the keys do', async () => {
    const { getScreen, events, answer } = await render(termPicker, question);
    expect(getScreen()).toBe(`? Field of work (several may be chosen)
  Search:
  [ ] Arms control
  [ ] Border management
  [ ] Elections
  [ ] Education
  [ ] Gender equality
  [ ] Human rights
  [ ] Migration
  [ ] Policing
    … and 2 more
  Type to search · arrows move · Tab ticks · Enter goes on`);
    events.type('elec');
    events.keypress('enter');
    expect(await answer).toEqual(['elections']);
  });

  it('filters while somebody types, shows what is ticked, and ends with one line', async () => {
    const { getScreen, events, answer } = await render(termPicker, question);
    events.type('ed');
    expect(getScreen()).toContain('Search: ed\n> [ ] Education\n  about Education\n');
    events.keypress('tab');
    expect(getScreen()).toContain('  Chosen: Education\n  Search:\n  [ ] Arms control');
    events.type('you');
    events.keypress('enter');
    expect(await answer).toEqual(['education', 'youth']);
    expect(getScreen()).toBe('✔ Field of work Education, Youth');
  });

  it('moves through a list that is longer than the window', async () => {
    const { getScreen, events, answer } = await render(termPicker, question);
    for (let i = 0; i < 10; i += 1) events.keypress('down');
    expect(getScreen()).toContain('> [ ] Youth');
    expect(getScreen()).not.toContain('Arms control');
    for (let i = 0; i < 3; i += 1) events.keypress('up');
    events.keypress('enter');
    expect(await answer).toEqual(['migration']);
  });

  it('asks again, and forgets the search with Esc', async () => {
    const { getScreen, events, answer } = await render(termPicker, question);
    events.keypress('enter');
    expect(getScreen()).toContain('Please choose at least one: type a few letters, or use the arrows.');
    events.type('zzz');
    expect(getScreen()).toContain('nothing of that name');
    events.keypress('enter');
    expect(getScreen()).toContain('Search: zzz');
    expect(getScreen()).toContain('Nothing is called «zzz».');
    events.keypress('escape');
    expect(getScreen()).toContain('Arms control');
    events.type('arms');
    events.keypress('enter');
    expect(await answer).toEqual(['arms control']);
  });

  it('takes nothing for an optional question, and one where there is one', async () => {
    const optional = await render(termPicker, { ...question, required: false });
    optional.events.keypress('enter');
    expect(await optional.answer).toEqual([]);
    expect(optional.getScreen()).toBe('✔ Field of work none');
    const single = await render(termPicker, { ...question, many: false, initial: ['elections'] });
    expect(single.getScreen()).not.toContain('[ ]');
    single.events.keypress('enter');
    expect(await single.answer).toEqual(['elections']);
  });

  it('fits forty columns, and shows no control character', async () => {
    const long = {
      value: 'x',
      label: `Reform and co-operation in the security sector \u202E\u001b[31m${'x'.repeat(200)}`,
      words: [],
    };
    const { getScreen, events, answer } = await render(termPicker, {
      ...question,
      width: 40,
      choices: [long, ...question.choices],
      initial: ['x', 'elections'],
    });
    const lines = getScreen({ raw: true })
      .split('\n')
      .map((line) => line.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, ''));
    expect(lines.every((line) => line.length <= 40)).toBe(true);
    expect(getScreen()).not.toMatch(/\u202E|\u001b\[31m/);
    events.keypress('enter');
    expect(await answer).toEqual(['x', 'elections']);
  });
});

interface Screen {
  readonly ask: Ask;
  readonly input: PassThrough;
  text(): string;
}

function terminal(): Screen {
  const input = new PassThrough();
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 60 });
  let text = '';
  output.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return { ask: askAtTerminal({ stdin: input, stdout: new PassThrough(), stderr: output }), input, text: () => text };
}

/** Types once the screen shows something. */
async function typeWhen({ input, text }: Screen, shown: string, keys: string): Promise<void> {
  for (let i = 0; i < 400 && !text().includes(shown); i += 1) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(text()).toContain(shown);
  input.write(keys);
}

const pick: PickQuestion = question;

describe('questions', () => {
  it('take a text, with a check and something to begin with', async () => {
    const screen = terminal();
    const answer = screen.ask.text({ message: 'Title \u001b[5m', check: (words) => words.length > 2 || 'Too short.' });
    await typeWhen(screen, 'Title', 'ab\r');
    await typeWhen(screen, 'Too short.', 'c\r');
    expect(await answer).toBe('abc');
    expect(screen.text()).not.toContain('\u001b[5m');
    const another = terminal();
    const date = another.ask.text({ message: 'Date', initial: '2026-01-02' });
    await typeWhen(another, '(2026-01-02)', '\r');
    expect(await date).toBe('2026-01-02');
  });

  it('take a yes or a no', async () => {
    const screen = terminal();
    const answer = screen.ask.confirm({ message: 'Really?', initial: false });
    await typeWhen(screen, '(y/N)', '\r');
    expect(await answer).toBe(false);
  });

  it('take terms', async () => {
    const screen = terminal();
    const answer = screen.ask.pick(pick);
    await typeWhen(screen, 'Search:', 'elec');
    await typeWhen(screen, 'Search: elec', '\r');
    expect(await answer).toEqual(['elections']);
  });

  it.each([
    ['Ctrl-C', (screen: Screen) => screen.input.write('\u0003')],
    ['Ctrl-D', (screen: Screen) => screen.input.write('\u0004')],
    ['the end of the input', (screen: Screen) => screen.input.end()],
    ['a closed terminal', (screen: Screen) => screen.input.destroy()],
  ])('end as interrupted with %s', async (_, leave) => {
    const questions: ((ask: Ask) => Promise<unknown>)[] = [
      (ask) => ask.text({ message: 'Question' }),
      (ask) => ask.confirm({ message: 'Question', initial: true }),
      (ask) => ask.pick({ ...pick, message: 'Question' }),
    ];
    for (const asked of questions) {
      const screen = terminal();
      const answer = asked(screen.ask).then(
        () => 'answered',
        (error: unknown) => error,
      );
      await typeWhen(screen, 'Question', '');
      leave(screen);
      expect(await answer).toBeInstanceOf(Interrupted);
    }
  });

  it('are not asked of a terminal that is closed already', async () => {
    const screen = terminal();
    screen.input.destroy();
    await expect(screen.ask.text({ message: 'Title' })).rejects.toBeInstanceOf(Interrupted);
  });
});
