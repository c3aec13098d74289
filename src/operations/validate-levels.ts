/** How serious each rule is taken: its own severity, press.yaml's word over it, the command line's over that. */
import { severities, type Severity } from '../model/diagnostic.ts';
import { didYouMean, PressError } from '../model/press-error.ts';
import type { RuleFacts } from '../model/rule.ts';
import { vocabularyRuleIds } from '../model/vocabulary-rule-ids.ts';
import { nearest } from '../text/nearest.ts';

export type Level = Severity | 'off';

/** Rules whose level was chosen, by id. */
export type Levels = ReadonlyMap<string, Level>;

/** The words for how serious a rule is taken. */
export const levelWords: readonly Level[] = ['off', ...severities.toReversed()];
const levels: ReadonlySet<string> = new Set(levelWords);

type LevelledRule = Pick<RuleFacts, 'id' | 'isBinding'>;

/**
 * The chosen levels: `rules` of press.yaml, then `ID=LEVEL` words of the command line in their order. press.yaml also has the levels of
 * rules about the vocabulary, which are passed over where they do not run.
 *
 * @throws PressError `usage` for a rule that does not exist, for a level that is none, and for a binding rule that would be off.
 */
export function levelsOf(settings: Levels, overrides: readonly string[], rules: readonly LevelledRule[]): Levels {
  const ids = rules.map(({ id }) => id);
  const chosen = new Map<string, Level>();
  for (const [id, level] of settings)
    if (ids.includes(id) || !vocabularyRuleIds.has(id)) chosen.set(known(id, ids, 'press.yaml'), level);
  for (const word of overrides) {
    const { id, level } = parseOverride(word);
    chosen.set(known(id, ids, '--rule'), level);
  }
  for (const { id, isBinding } of rules) if (isBinding === true && chosen.get(id) === 'off') throw binding(id);
  return chosen;
}

/** Such a release would be missing from every feed, and nobody would hear why. */
function binding(id: string): PressError {
  return new PressError('usage', `«${id}» cannot be off: it decides whether a release may go out.`, {
    hint: `Take it as a warning or an info: ${id}: warning.`,
  });
}

function parseOverride(word: string): { readonly id: string; readonly level: Level } {
  const [id = '', level = ''] = word.split('=', 2);
  if (isLevel(level)) return { id, level };
  throw new PressError('usage', `«--rule ${word}» does not say how serious the rule is.`, {
    hint: `Write the rule and one of off, info, warning and error: --rule ${id === '' ? 'dateline-date' : id}=error.`,
  });
}

function isLevel(word: string): word is Level {
  return levels.has(word);
}

function known(id: string, ids: readonly string[], where: string): string {
  if (ids.includes(id)) return id;
  throw new PressError('usage', `«${id}» in ${where} is not a rule of press.`, {
    hint: elsewhere(id) ?? didYouMean(nearest(id, ids)) ?? '«press explain» lists the rules.',
  });
}

function elsewhere(id: string): string | undefined {
  return vocabularyRuleIds.has(id) ? 'It is a rule of «press taxonomy check».' : undefined;
}
