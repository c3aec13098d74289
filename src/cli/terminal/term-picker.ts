/** A question with many possible answers: type to search, tick with Tab, take with Enter. */
import {
  createPrompt,
  isDownKey,
  isEnterKey,
  isTabKey,
  isUpKey,
  useKeypress,
  useMemo,
  useRef,
  useState,
  type KeypressEvent,
} from '@inquirer/core';
import type { Paint, PickChoice, PickQuestion } from '../../model/environment.ts';
import { cutToWidth } from '../../text/display-width.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { firstState, foundChoices, press, type Picker, type PickerKey, type PickerState } from './picker-state.ts';
import { searchable } from './term-search.ts';

export interface PickerConfig extends PickQuestion {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
}

const MOST_ROWS = 8;
const LONG_LEGEND_WIDTH = 60;

interface View {
  readonly config: PickerConfig;
  readonly state: PickerState;
  readonly found: readonly PickChoice[];
}

/** Resolves to the values chosen: none, when the question is not required; one, unless `many`. */
export const termPicker = createPrompt<readonly string[], PickerConfig>((config, done) => {
  const choices = useMemo(() => searchable(config.choices), [config.choices]);
  const picker: Picker = { question: config, choices };
  const [state, setState] = useState(firstState(config.initial ?? []));
  const [taken, setTaken] = useState<readonly string[] | undefined>(undefined);
  // Keys may come faster than the screen is drawn: each starts from what the last one left.
  const latest = useRef(state);
  useKeypress((event, readline) => {
    if (taken !== undefined) return;
    const key = keyOf(event);
    const pressed = press(picker, latest.current, { key, typed: readline.line });
    if ('taken' in pressed) {
      setTaken(pressed.taken);
      return done(pressed.taken);
    }
    latest.current = pressed.state;
    if (key !== 'type') restoreLine(readline, pressed.state.typed);
    setState(pressed.state);
  });
  if (taken !== undefined) return finalLine(config, taken);
  const view = { config, state, found: foundChoices(picker, state) };
  return [header(view), footer(view)];
});

function keyOf(event: KeypressEvent): PickerKey {
  if (isEnterKey(event)) return 'take';
  if (isTabKey(event)) return 'tick';
  if (isUpKey(event)) return 'up';
  if (isDownKey(event)) return 'down';
  return event.name === 'escape' ? 'clear' : 'type';
}

/** Enter empties the line and Tab writes into it: it is put back to what was searched for. */
function restoreLine(readline: { clearLine(direction: 0): void; write(text: string): void }, typed: string): void {
  readline.clearLine(0);
  readline.write(typed);
}

function header({ config, state }: View): string {
  const { paint, width, many } = config;
  const lines = [
    `${paint.strong(`? ${terminalSafe(config.message)}`)}${many ? paint.quiet(' (several may be chosen)') : ''}`,
  ];
  if (state.ticked.length > 0) lines.push(paint.good(cutToWidth(`  Chosen: ${labelsOf(config, state.ticked)}`, width)));
  return [...lines, `  Search: ${state.typed}`].join('\n');
}

function footer({ config, state, found }: View): string {
  const { paint, width } = config;
  const first = Math.min(Math.max(0, state.cursor - MOST_ROWS + 2), Math.max(0, found.length - MOST_ROWS));
  const rows = found
    .slice(first, first + MOST_ROWS)
    .map((choice, index) => row(choice, first + index === state.cursor, { config, state, found }));
  const hidden = found.length - rows.length;
  if (hidden > 0) rows.push(paint.quiet(cutToWidth(`    … and ${hidden} more`, width)));
  if (found.length === 0) rows.push(paint.quiet(cutToWidth('    nothing of that name', width)));
  const note = state.complaint === undefined ? found[state.cursor]?.description : undefined;
  if (note !== undefined) rows.push(paint.quiet(cutToWidth(`  ${terminalSafe(note)}`, width)));
  if (state.complaint !== undefined) rows.push(paint.warn(`  ${terminalSafe(state.complaint)}`));
  return [...rows, paint.quiet(legend(config))].join('\n');
}

function row(choice: PickChoice, isPointedAt: boolean, { config, state }: View): string {
  const tick = config.many ? (state.ticked.includes(choice.value) ? '[x] ' : '[ ] ') : '';
  const text = cutToWidth(`${isPointedAt ? '>' : ' '} ${tick}${terminalSafe(choice.label)}`, config.width - 1);
  return isPointedAt ? config.paint.strong(text) : text;
}

function legend({ many, width }: PickerConfig): string {
  if (width < LONG_LEGEND_WIDTH)
    return many ? '  Tab ticks · Enter goes on · Esc clears' : '  Enter takes it · Esc clears';
  return many
    ? '  Type to search · arrows move · Tab ticks · Enter goes on'
    : '  Type to search · arrows move · Enter takes it · Esc clears';
}

function finalLine(config: PickerConfig, taken: readonly string[]): string {
  const chosen = taken.length === 0 ? config.paint.quiet('none') : labelsOf(config, taken);
  return `${config.paint.good('✔')} ${config.paint.strong(terminalSafe(config.message))} ${chosen}`;
}

function labelsOf({ choices }: PickerConfig, values: readonly string[]): string {
  const labels = new Map(choices.map(({ value, label }) => [value, label]));
  return values.map((value) => terminalSafe(labels.get(value) ?? value)).join(', ');
}
