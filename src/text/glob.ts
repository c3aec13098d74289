/**
 * Patterns for paths, as shells know them: `*` and `?` within a name, `[abc]`, `{a,b}`, and `**` for any number of folders. They are
 * matched without going back over the text again and again, whatever the pattern.
 */

/** Whether a name is a pattern at all. */
export function isGlob(name: string): boolean {
  return /[*?]|\[.*\]|\{.*,.*\}/s.test(name);
}

/** The folder in which everything lies that a pattern can mean: the names before the first with a sign of a pattern in it. */
export function globFolder(pattern: string): string {
  const names = pattern.split('/');
  const first = names.findIndex(isGlob);
  const folder = names.slice(0, first === -1 ? names.length - 1 : first).join('/');
  return folder === '' ? (pattern.startsWith('/') ? '/' : '.') : folder;
}

const MOST_ALTERNATIVES = 256;

/** A test for paths. Names that begin with a dot are met only by a pattern that has the dot. */
export function globMatcher(pattern: string): (path: string) => boolean {
  const alternatives = alternativesOf(pattern).map((each) => each.split('/').filter((name) => name !== '.'));
  return (path) => {
    const names = path.split('/').filter((name) => name !== '.');
    return alternatives.some((each) => matchNames(each, names));
  };
}

/** `{a,b}` written out; too many of them are taken as they stand. */
function alternativesOf(pattern: string): string[] {
  let patterns = [pattern];
  for (;;) {
    const next = patterns.flatMap((each) => {
      const [whole, choices] = /\{([^{}]*,[^{}]*)\}/.exec(each) ?? [];
      return whole === undefined || choices === undefined
        ? [each]
        : choices.split(',').map((choice) => each.replace(whole, () => choice));
    });
    if (next.length === patterns.length || next.length > MOST_ALTERNATIVES) return patterns;
    patterns = next;
  }
}

function matchNames(pattern: readonly string[], names: readonly string[]): boolean {
  return matchWithStar(pattern, names, {
    isStar: (part) => part === '**',
    fits: (part, name) => matchName(part, name),
    mayPass: (name) => !name.startsWith('.'),
  });
}

function matchName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  const signs = pattern.match(/\[[^\]]+\]|[\s\S]/gu) ?? [];
  return matchWithStar(signs, [...name], {
    isStar: (sign) => sign === '*',
    fits: (sign, character) => sign === '?' || sign === character || isInClass(sign, character),
    mayPass: () => true,
  });
}

function isInClass(sign: string, character: string): boolean {
  if (sign.length < 3 || !sign.startsWith('[')) return false;
  const isNegated = sign[1] === '!' || sign[1] === '^';
  const members = [...sign.slice(isNegated ? 2 : 1, -1)];
  const isMember = members.some(
    (member, at) =>
      member === character ||
      (member === '-' && (members[at - 1] ?? '\u{10FFFF}') <= character && character <= (members[at + 1] ?? '')),
  );
  return isMember !== isNegated;
}

interface Signs {
  isStar(sign: string): boolean;
  fits(sign: string, item: string): boolean;
  /** Whether a star may stand for the item. */
  mayPass(item: string): boolean;
}

/** Only the last star is ever tried again: the ones before it have met the first place that they could. */
function matchWithStar(pattern: readonly string[], items: readonly string[], signs: Signs): boolean {
  let [at, item, star, resume] = [0, 0, -1, 0];
  while (item < items.length) {
    const sign = pattern[at];
    if (sign !== undefined && signs.isStar(sign)) {
      star = at;
      at += 1;
      resume = item;
    } else if (sign !== undefined && signs.fits(sign, items[item] ?? '')) {
      at += 1;
      item += 1;
    } else if (star !== -1 && signs.mayPass(items[resume] ?? '')) {
      resume += 1;
      item = resume;
      at = star + 1;
    } else return false;
  }
  return pattern.slice(at).every((sign) => signs.isStar(sign));
}
