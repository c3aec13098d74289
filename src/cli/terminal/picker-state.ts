/** What a picker knows while somebody is choosing, and what each key does to it. No terminal is involved. */
import type { PickChoice, PickQuestion } from '../../model/environment.ts';
import { searchChoices, type Searchable } from './term-search.ts';

export interface PickerState {
  readonly typed: string;
  /** Index into the choices found; -1 while nothing has been pointed at. */
  readonly cursor: number;
  /** Values, in the order of ticking. */
  readonly ticked: readonly string[];
  /** What to tell the person about their last key. */
  readonly complaint: string | undefined;
}

export type PickerKey = 'up' | 'down' | 'tick' | 'clear' | 'take' | 'type';

export interface Picker {
  readonly question: Pick<PickQuestion, 'many' | 'required'>;
  readonly choices: readonly Searchable[];
}

/** A state to go on from, or the values that were chosen. */
export type Pressed = { readonly state: PickerState } | { readonly taken: readonly string[] };

export function firstState(initial: readonly string[]): PickerState {
  return { typed: '', cursor: -1, ticked: initial, complaint: undefined };
}

/** The choices that are on show. */
export function foundChoices({ choices }: Picker, { typed }: PickerState): PickChoice[] {
  return searchChoices(choices, typed);
}

/** What a key does; `typed` is what stands in the search line after it. */
export function press(
  picker: Picker,
  before: PickerState,
  { key, typed }: { readonly key: PickerKey; readonly typed: string },
): Pressed {
  const state = { ...before, complaint: undefined };
  const found = foundChoices(picker, state);
  switch (key) {
    case 'up':
      return { state: { ...state, cursor: Math.max(0, state.cursor - 1) } };
    case 'down':
      return { state: { ...state, cursor: Math.min(found.length - 1, state.cursor + 1) } };
    case 'tick':
      return { state: tick(picker, state, found[state.cursor]) };
    case 'clear':
      return { state: { ...state, typed: '', cursor: -1 } };
    case 'take':
      return take(picker, state, found[state.cursor]);
    case 'type':
      return { state: typed === state.typed ? state : { ...state, typed, cursor: typed === '' ? -1 : 0 } };
  }
}

function tick({ question }: Picker, state: PickerState, pointed: PickChoice | undefined): PickerState {
  if (!question.many) return { ...state, complaint: 'Only one can be chosen: take it with Enter.' };
  if (pointed === undefined)
    return { ...state, complaint: 'Point at one first: type a few letters, or use the arrows.' };
  const { value } = pointed;
  const ticked = state.ticked.includes(value)
    ? state.ticked.filter((other) => other !== value)
    : [...state.ticked, value];
  // After a search the next one begins; somebody who walks through the list stays where they are.
  return state.typed === '' ? { ...state, ticked } : { ...state, ticked, typed: '', cursor: -1 };
}

/** What is ticked is taken; what is pointed at, too, when it was searched for or when nothing is ticked. */
function take({ question }: Picker, state: PickerState, pointed: PickChoice | undefined): Pressed {
  const { typed, ticked } = state;
  if (typed.trim() !== '' && pointed === undefined)
    return { state: { ...state, complaint: `Nothing is called «${typed.trim()}». Esc shows everything again.` } };
  const isMeant = pointed !== undefined && !ticked.includes(pointed.value) && (typed !== '' || ticked.length === 0);
  const taken = question.many
    ? [...ticked, ...(isMeant ? [pointed.value] : [])]
    : pointed === undefined
      ? ticked
      : [pointed.value];
  if (taken.length > 0 || !question.required) return { taken };
  const how = question.many ? 'Please choose at least one' : 'Please choose one';
  return { state: { ...state, complaint: `${how}: type a few letters, or use the arrows.` } };
}
