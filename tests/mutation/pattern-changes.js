/** What can be changed in a regular expression: anchors, repetitions and flags go, classes and looks ahead are turned round, members of classes go. */

const TOKEN =
  /\\(?:u\{[^}]*\}|u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|[pP]\{[^}]*\}|k<[^>]*>|[^])|\[\^?|\(\?<?[=!]|\(\?(?::|<\w+>)|\{\d+,?\d*\}\??|[+*?]\??|[^]/gu;

const TURNED = { '[': '[^', '[^': '[', '(?=': '(?!', '(?!': '(?=', '(?<=': '(?<!', '(?<!': '(?<=' };

/** Only those that are regular expressions still. */
export function patternChanges({ start, regex }) {
  const { pattern, flags } = regex;
  const ofPattern = [...tokenChanges(pattern)];
  const ofFlags = Array.from(flags, (flag, index) => ({ flag, start: pattern.length + 1 + index }))
    .filter(({ flag }) => flag !== 'u')
    .map((at) => ({ start: at.start, end: at.start + 1, text: '' }));
  return [...ofPattern, ...ofFlags]
    .filter((change) => isPattern(`${pattern}/${flags}`, change))
    .map((change) => ({ start: start + 1 + change.start, end: start + 1 + change.end, text: change.text }));
}

function* tokenChanges(pattern) {
  let members;
  for (const { 0: token, index } of pattern.matchAll(TOKEN)) {
    const at = { start: index, end: index + token.length };
    if (members === undefined) {
      if (/^(?:[\^$]|[+*?{].*)$/u.test(token)) yield { ...at, text: '' };
      else if (/^\\[bBdDsSwWpP]/.test(token)) yield { ...at, text: otherCase(token) };
      else if (token in TURNED) yield { ...at, text: TURNED[token] };
      if (token.startsWith('[')) members = [];
    } else if (token === ']') {
      if (members.length > 1) yield* members.map((member) => ({ ...member, text: '' }));
      members = undefined;
    } else addMember(members, token, at);
  }
}

/** `a-z` is one member. */
function addMember(members, token, at) {
  const last = members.at(-1);
  if (last?.isOpen === true) Object.assign(last, { end: at.end, isOpen: false, isRange: true });
  else if (token === '-' && last !== undefined && !last.isRange) Object.assign(last, { end: at.end, isOpen: true });
  else members.push(at);
}

function otherCase(token) {
  const letter = token.charAt(1);
  const other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return `\\${other}${token.slice(2)}`;
}

function isPattern(text, change) {
  const changed = text.slice(0, change.start) + change.text + text.slice(change.end);
  const end = changed.lastIndexOf('/');
  try {
    return new RegExp(changed.slice(0, end), changed.slice(end + 1)).source !== '(?:)';
  } catch {
    return false;
  }
}
