/** The status of an incoming release: what keeps a release in, stays; nothing goes out that is not complete. */
import type { SourceRelease } from '../model/importer.ts';
import type { Status } from '../model/release.ts';

export interface StatusFacts {
  /** What the source itself says. */
  readonly own: Status | undefined;
  /** `--status`. */
  readonly wished: Status | undefined;
  readonly isComplete: boolean;
  readonly isDated: boolean;
}

/**
 * What the source keeps in (draft, approved, hold, withdrawn) no option lets out. `--status` is for the rest; without it, what the
 * source calls published is, and so is what it calls nothing, unless the text speaks of an embargo: that waits for somebody to look.
 */
export function chooseStatus(
  { own, wished, isComplete, isDated }: StatusFacts,
  { speaksOfEmbargo }: Pick<SourceRelease, 'speaksOfEmbargo'>,
): Status {
  const chosen = own !== undefined && own !== 'published' ? own : wished;
  if (isComplete) return chosen ?? own ?? (speaksOfEmbargo ? 'draft' : 'published');
  // Only a draft may do without a date.
  return (chosen === 'hold' || chosen === 'withdrawn') && isDated ? chosen : 'draft';
}
