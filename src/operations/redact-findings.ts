/** Findings for a log that the public can read: of what is not public they say rule and place, and no word of its text. */
import type { Diagnostic } from '../model/diagnostic.ts';
import { clear, type Moment } from '../model/embargo.ts';
import type { Rule } from '../model/rule.ts';
import type { Validation } from './validation.ts';

export interface Redaction {
  /** The same findings in the same order, without the text of those that concern what is not public. */
  readonly diagnostics: readonly Diagnostic[];
  /** How many lost their text. */
  readonly redacted: number;
  /** Whether no line of a file may be shown. */
  isHidden(file: string): boolean;
}

export interface RedactionContext {
  readonly rules: readonly Pick<Rule, 'id' | 'scope'>[];
  readonly moment: Moment;
  /** Hex SHA-256 of a text. */
  digest(text: string): string;
}

const HASH_LENGTH = 12;

/** Whatever cannot be read as a release is not public, and neither is a file that the archive does not know. */
export function redactFindings(
  found: Pick<Validation, 'diagnostics' | 'archive'>,
  context: RedactionContext,
): Redaction {
  const { diagnostics, archive } = found;
  const isHidden = remembering((file) => {
    const release = archive.get(file)?.release;
    return release === undefined || !clear(release, context.moment).public;
  });
  const comparing = new Set(context.rules.filter(({ scope }) => scope === 'archive').map(({ id }) => id));
  let isAnythingHidden: boolean | undefined;
  const tellsOfHidden = ({ file, rule, related = [] }: Diagnostic): boolean => {
    if (isHidden(file) || related.some((other) => isHidden(other.file))) return true;
    // What compares releases may name any of them, in a suggestion for example.
    return comparing.has(rule) && (isAnythingHidden ??= [...archive.keys()].some(isHidden));
  };
  const shown = diagnostics.map((each) => (tellsOfHidden(each) ? redacted(each, found, context) : each));
  const count = shown.filter((each, index) => each !== diagnostics[index]).length;
  return { diagnostics: shown, redacted: count, isHidden };
}

/** The hash is made of the whole file, which nobody can guess as they could guess a title: it tells two states of it apart. */
function redacted(
  { rule, severity, file, range: { start } }: Diagnostic,
  { archive }: Pick<Validation, 'archive'>,
  { digest }: RedactionContext,
): Diagnostic {
  const whole = archive.get(file)?.manuscript.digest ?? '';
  const hash = digest(JSON.stringify([whole, rule, start.offset])).slice(0, HASH_LENGTH);
  const message = `What is wrong is not shown, because it concerns a release that is not public (${hash}).`;
  return { rule, severity, file, range: { start, end: start }, message };
}

function remembering(judge: (file: string) => boolean): (file: string) => boolean {
  const answers = new Map<string, boolean>();
  return (file) => {
    const answer = answers.get(file) ?? judge(file);
    answers.set(file, answer);
    return answer;
  };
}
