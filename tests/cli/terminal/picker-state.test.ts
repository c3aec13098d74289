import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PickChoice } from '../../../src/model/environment.ts';
import {
  firstState,
  foundChoices,
  press,
  type Picker,
  type PickerKey,
  type PickerState,
} from '../../../src/cli/terminal/picker-state.ts';
import { searchable, searchChoices } from '../../../src/cli/terminal/term-search.ts';

const choice = (label: string, ...words: string[]): PickChoice => ({ value: label.toLowerCase(), label, words });
const choices = searchable([
  choice('Human rights'),
  choice('Elections', 'electoral process', 'Выборы'),
  choice('Türkiye', 'Turkey'),
  choice('Education'),
  choice('Roma and Sinti'),
  choice('OSCE Mission to Moldova'),
]);
const found = (typed: string): string[] => searchChoices(choices, typed).map(({ label }) => label);

describe('searchChoices', () => {
  it('shows everything in the order given while nothing is typed', () => {
    expect(found('')).toHaveLength(6);
    expect(found('  ')[0]).toBe('Human rights');
  });

  it.each([
    ['turk', 'Türkiye'],
    ['TÜRK', 'Türkiye'],
    ['turkey', 'Türkiye'],
    ['выборы', 'Elections'],
    ['rights', 'Human rights'],
    ['moldova', 'OSCE Mission to Moldova'],
    ['electoral', 'Elections'],
    ['elctions', 'Elections'],
    ['electoins', 'Elections'],
    ['humrig', 'Human rights'],
  ])('«%s» finds %s first', (typed, label) => {
    expect(found(typed)[0]).toBe(label);
  });

  it('puts beginnings before the rest', () => {
    const listed = searchable([
      choice('Border management'),
      choice('Management of borders'),
      choice('Old', 'manage'),
      choice('Man'),
    ]);
    expect(searchChoices(listed, 'man').map(({ label }) => label)).toEqual([
      'Man',
      'Management of borders',
      'Old',
      'Border management',
    ]);
  });

  it('finds nothing for what is nowhere', () => {
    expect(found('zzzz')).toEqual([]);
  });
});

const picker = (many: boolean, required: boolean): Picker => ({ question: { many, required }, choices });
const type = (typed: string): { readonly key: PickerKey; readonly typed: string } => ({ key: 'type', typed });

/** Plays keys; texts are typed. Returns what was taken, or the state that was reached. */
function play(
  at: Picker,
  keys: readonly (PickerKey | `"${string}"`)[],
  initial: readonly string[] = [],
): readonly string[] | PickerState {
  let state = firstState(initial);
  for (const key of keys) {
    const pressed = press(
      at,
      state,
      key.startsWith('"') ? type(key.slice(1, -1)) : { key: key as PickerKey, typed: state.typed },
    );
    if ('taken' in pressed) return pressed.taken;
    state = pressed.state;
  }
  return state;
}

describe('a picker', () => {
  it('takes one by search or by arrows', () => {
    expect(play(picker(false, true), ['"turk"', 'take'])).toEqual(['türkiye']);
    expect(play(picker(false, true), ['down', 'down', 'up', 'take'])).toEqual(['human rights']);
    expect(play(picker(false, true), ['up', 'take'])).toEqual(['human rights']);
  });

  it('ticks several and shows the next search empty', () => {
    expect(play(picker(true, true), ['"elec"', 'tick'])).toMatchObject({
      typed: '',
      cursor: -1,
      ticked: ['elections'],
    });
    expect(play(picker(true, true), ['"elec"', 'tick', '"turk"', 'tick', 'take'])).toEqual(['elections', 'türkiye']);
    expect(play(picker(true, true), ['down', 'tick', 'down', 'tick', 'take'])).toEqual(['human rights', 'elections']);
  });

  it('takes what was searched for with what is ticked, but not what the arrows only passed', () => {
    expect(play(picker(true, true), ['"elec"', 'tick', '"turk"', 'take'])).toEqual(['elections', 'türkiye']);
    expect(play(picker(true, true), ['"elec"', 'tick', 'down', 'down', 'take'])).toEqual(['elections']);
    expect(play(picker(true, true), ['down', 'take'])).toEqual(['human rights']);
    expect(play(picker(true, true), ['"elec"', 'tick', '"elec"', 'take'])).toEqual(['elections']);
  });

  it('takes a tick back', () => {
    expect(play(picker(true, false), ['"elec"', 'tick', '"elec"', 'tick', 'take'])).toEqual([]);
    expect(play(picker(true, false), ['take'], ['education'])).toEqual(['education']);
  });

  it('asks kindly when something is needed', () => {
    expect(play(picker(true, true), ['take'])).toMatchObject({
      complaint: 'Please choose at least one: type a few letters, or use the arrows.',
    });
    expect(play(picker(false, true), ['take'])).toMatchObject({
      complaint: 'Please choose one: type a few letters, or use the arrows.',
    });
    expect(play(picker(false, false), ['take'])).toEqual([]);
    expect(play(picker(true, true), ['take', '"e"'])).toMatchObject({ complaint: undefined });
  });

  it('says when nothing of that name is there, and takes nothing else instead', () => {
    expect(play(picker(true, false), ['"zzzz"', 'take'], ['education'])).toMatchObject({
      complaint: 'Nothing is called «zzzz». Esc shows everything again.',
    });
    expect(play(picker(false, false), ['"zzzz"', 'clear', 'take'])).toEqual([]);
  });

  it('explains Tab where it can do nothing', () => {
    expect(play(picker(false, true), ['"e"', 'tick'])).toMatchObject({
      complaint: 'Only one can be chosen: take it with Enter.',
      typed: 'e',
    });
    expect(play(picker(true, true), ['tick'])).toMatchObject({
      complaint: expect.stringContaining('Point at one first') as unknown,
    });
  });

  it('never leaves the list, and takes only what is offered', () => {
    const key = fc.oneof(
      fc.constantFrom<PickerKey>('up', 'down', 'tick', 'clear', 'take'),
      fc.constantFrom('"e"', '"zz"', '"turk"', '""'),
    );
    const property = fc.property(
      fc.boolean(),
      fc.boolean(),
      fc.array(key, { maxLength: 30 }),
      (many, required, keys) => {
        const at = picker(many, required);
        const result = play(at, keys as PickerKey[]);
        if (!('typed' in result)) {
          expect(result.every((value) => choices.some((each) => each.choice.value === value))).toBe(true);
          expect(new Set(result).size).toBe(result.length);
          if (!many) expect(result.length).toBeLessThan(2);
          if (required) expect(result.length).toBeGreaterThan(0);
        } else expect(result.cursor).toBeLessThan(Math.max(1, foundChoices(at, result).length));
      },
    );
    fc.assert(property);
  });
});
