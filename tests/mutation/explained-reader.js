/** Mutants of the reader that no test can kill, and why: lines as they stand, and as they would be. */
export const explainedReader = [
  // Only spares measuring: what is measured comes to the same.
  {
    file: 'src/text/front-matter.ts',
    was: 'if ((end - start) * 3 <= frontMatterLimits.bytes) return false;',
    becomes: [
      'if ((end - start) * 3 < frontMatterLimits.bytes) return false;',
      'if (false) return false;',
      'if ((end + start) * 3 <= frontMatterLimits.bytes) return false;',
    ],
  },
  // Behind the end of the text are only empty lines, which decide nothing.
  {
    file: 'src/repository/second-block.ts',
    was: 'for (let lines = 0; lines < MOST_LINES && at < text.length; lines += 1) {',
    becomes: [
      'for (let lines = 0; lines < MOST_LINES; lines += 1) {',
      'for (let lines = 0; lines < MOST_LINES && at <= text.length; lines += 1) {',
    ],
  },
  // An undefined flag counts as 0 without it, too; it says so to the compiler.
  {
    file: 'src/repository/read-file.ts',
    was: 'const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);',
    becomes: [
      'const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW) | (constants.O_NONBLOCK ?? 0);',
      'const openFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK);',
    ],
  },
  // The buffer grows where it is too small: only its first size.
  {
    file: 'src/repository/read-file.ts',
    was: 'let shared = Buffer.allocUnsafe(64 * 1024);',
    becomes: ['let shared = Buffer.allocUnsafe(64 / 1024);'],
  },
  // Where the open itself refuses a link, a look before says the same.
  {
    file: 'src/repository/read-file.ts',
    was: 'if (constants.O_NOFOLLOW === undefined) refuseLink(path);',
    becomes: ['if (true) refuseLink(path);'],
  },
  // The buffer grows while it is read, too: room in advance only spares copying.
  {
    file: 'src/repository/read-file.ts',
    was: 'if (shared.length < expected + 1) shared = Buffer.allocUnsafe(expected + 1);',
    becomes: [
      'if (shared.length <= expected + 1) shared = Buffer.allocUnsafe(expected + 1);',
      'if (false) shared = Buffer.allocUnsafe(expected + 1);',
      'if (shared.length < expected - 1) shared = Buffer.allocUnsafe(expected + 1);',
      'if (shared.length < expected + 1) ;',
      'if (shared.length < expected + 1) shared = Buffer.allocUnsafe(expected - 1);',
    ],
  },
  // Only spares one read that gives nothing.
  {
    file: 'src/repository/read-file.ts',
    was: 'if (got === 0 || length === expected) return shared.subarray(0, length);',
    becomes: ['if (got === 0) return shared.subarray(0, length);'],
  },
  // A view of the same bytes reads the same.
  {
    file: 'src/repository/decode.ts',
    was: 'const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);',
    becomes: ['const buffer = false ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);'],
  },
  // ASCII is UTF-8: only quicker.
  {
    file: 'src/repository/decode.ts',
    was: "if (isAscii(buffer)) return buffer.toString('latin1');",
    becomes: ["if (false) return buffer.toString('latin1');"],
  },
  // No line begins where the text of the opening line ends: a line break stands there.
  {
    file: 'src/repository/fence-closing.ts',
    was: 'const lines = yamlLines(text).filter((line) => line.start > end);',
    becomes: ['const lines = yamlLines(text).filter((line) => line.start >= end);'],
  },
  // A fault with words has a line; it says so to the compiler.
  {
    file: 'src/repository/fence-opening.ts',
    was: 'if (blanks === undefined || line === undefined || !beginsWithKey(text, start + blanks.length, end)) return undefined;',
    becomes: [
      'if (blanks === undefined || line === undefined && !beginsWithKey(text, start + blanks.length, end)) return undefined;',
      'if (blanks === undefined || !beginsWithKey(text, start + blanks.length, end)) return undefined;',
    ],
  },
  // Where there is a second line there is a first; it says so to the compiler.
  {
    file: 'src/repository/fence-opening.ts',
    was: 'if (first === undefined || second === undefined || !beginsWithKey(text, place.start, place.end)) return undefined;',
    becomes: ['if (second === undefined || !beginsWithKey(text, place.start, place.end)) return undefined;'],
  },
  // Each round mends a fence, and none has more to mend: a bound for what nobody has thought of.
  {
    file: 'src/repository/fence-slips.ts',
    was: 'for (let fence = 0; fence < MOST_FENCES; fence++) {',
    becomes: [
      'for (let fence = 0; fence <= MOST_FENCES; fence++) {',
      'for (let fence = 0; fence < MOST_FENCES; fence--) {',
    ],
  },
  // One put is always applied; the other side is for the compiler.
  {
    file: 'src/repository/fence-slips.ts',
    was: "return applyPuts(text, hasTwo ? [{ start: 1, end: 2, text: '' }] : []) ?? { text, before: (offset) => offset };",
    becomes: [
      "return applyPuts(text, hasTwo ? [{ start: 1, end: 2, text: '' }] : []);",
      "return applyPuts(text, hasTwo ? [{ start: 1, end: 2, text: '' }] : []) ?? {};",
      "return applyPuts(text, hasTwo ? [{ start: 1, end: 2, text: '' }] : []) ?? { text, before: (offset) => undefined };",
    ],
  },
  // No mend writes what stands there: a bound for what nobody has thought of.
  {
    file: 'src/repository/fence-slips.ts',
    was: 'if (next === undefined || next.text === current.text) return undefined;',
    becomes: ['if (next === undefined) return undefined;'],
  },
  // Every mend changes its text, so that both sides always say the same.
  {
    file: 'src/repository/fence-slips.ts',
    was: 'if (mend === undefined || !isMended) return fault;',
    becomes: [
      'if (mend === undefined && !isMended) return fault;',
      'if (mend === undefined) return fault;',
      'if (!isMended) return fault;',
    ],
  },
];
