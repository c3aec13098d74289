import type { ClearedRelease, HoldReason } from '../../model/embargo.ts';

/** `not public: hold, embargo 2999-01-01T00:00:00+01:00`: status and embargo as written; undefined for a public release. */
export function unpublishedMark(release: ClearedRelease): string | undefined {
  if (release.unpublished.length === 0) return undefined;
  const reasons = release.unpublished.map((reason) => wordsFor(reason, release)).filter((words) => words !== undefined);
  return `not public: ${[release.status, ...reasons].join(', ')}`;
}

function wordsFor(reason: HoldReason, release: ClearedRelease): string | undefined {
  switch (reason.kind) {
    case 'unreadable-clock':
      return 'no clock';
    case 'status':
      return undefined;
    case 'date':
      return 'date not reached';
    case 'no-date':
      return 'no date';
    case 'embargo':
    case 'unreadable-embargo':
      return `embargo ${typeof release.embargo === 'string' ? release.embargo : JSON.stringify(release.embargo)}`;
    case 'suspect-key':
      return `key «${reason.key}»`;
  }
}
