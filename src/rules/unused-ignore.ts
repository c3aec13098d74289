import type { Ignore, IgnoreOutcome } from '../model/ignores.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { nearest } from '../text/nearest.ts';

export const unusedIgnore: Rule = {
  id: 'unused-ignore',
  topic: 'text',
  severity: 'warning',
  scope: 'ignore',
  summary: 'A remark that silences a finding silences none.',
  why:
    'A remark «press-ignore» says: somebody has looked at this, and it is meant so. When it silences nothing, because the fault is mended, the ' +
    'name of the rule is wrong, or no reason is given, it would hide the next fault in its place without anybody having looked.',
  examples: [
    {
      wrong: sampleRelease({ status: 'published # press-ignore unknown-term: agreed with the editor' }),
      right: sampleRelease(),
    },
  ],
  mends: { review: 'Takes the remark out.' },
  *check(ignore, outcomes, { ruleIds }): Generator<Finding> {
    const { start, end } = ignore;
    if (ignore.rules.length === 0) yield { start, end, ...noRule };
    else if (ignore.reason === '') yield { start, end, ...noReason(ignore) };
    for (const outcome of outcomes) {
      const words = saying(outcome, ruleIds);
      if (words !== undefined && (ignore.reason !== '' || outcome.outcome !== 'unused'))
        yield { start, end, ...words, ...removal(ignore) };
    }
  },
};

const noRule = {
  message: 'This remark does not say which rule it silences.',
  hint: 'Write the rule and why: press-ignore hype: the name of the prize.',
};

function noReason({ rules }: Ignore): Pick<Finding, 'message' | 'hint'> {
  return {
    message: 'A remark without a reason silences nothing.',
    hint: `Say why, behind a colon: press-ignore ${rules.join(', ')}: the reason.`,
  };
}

function saying(
  { rule, outcome }: IgnoreOutcome,
  ruleIds: readonly string[],
): Pick<Finding, 'message' | 'hint'> | undefined {
  if (outcome === 'unknown') {
    const hint = didYouMean(nearest(rule, ruleIds)) ?? '«press explain» lists the rules.';
    return { message: `${quoted(rule)} is not a rule of press.`, hint };
  }
  if (outcome === 'binding') {
    const message = `${quoted(rule)} cannot be silenced: it decides whether the release may go out.`;
    return { message, hint: 'Mend what it says, then take this remark out.' };
  }
  if (outcome === 'unused')
    return { message: `There is nothing here for ${quoted(rule)} to say.`, hint: 'Take this remark out.' };
  return undefined;
}

/** Only a remark that is about one rule goes as a whole. */
function removal({ removal: { start, end }, rules }: Ignore): Pick<Finding, 'fix'> {
  if (rules.length > 1) return {};
  return { fix: { title: 'Take the remark out', safety: 'review', edits: [{ start, end, text: '' }] } };
}
