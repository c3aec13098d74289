/** Mutants of embargo and escaping that no test can kill, and why: lines as they stand, each with what it may become. */

const reasons = [
  {
    file: 'src/text/address-scheme.ts',
    why: 'Without a match there is no word, and no word is near to none of the schemes, so the others are not looked at.',
    lines: [
      [
        "const [, word = '', signs = '', rest = ''] = /^([a-z]{3,7})([:;.,/\\\\]{1,8})(.+)$/is.exec(address) ?? [];",
        "const [, word = '?', signs = '', rest = ''] = /^([a-z]{3,7})([:;.,/\\\\]{1,8})(.+)$/is.exec(address) ?? [];",
        "const [, word = '', signs = '?', rest = ''] = /^([a-z]{3,7})([:;.,/\\\\]{1,8})(.+)$/is.exec(address) ?? [];",
        "const [, word = '', signs = '', rest = '?'] = /^([a-z]{3,7})([:;.,/\\\\]{1,8})(.+)$/is.exec(address) ?? [];",
      ],
    ],
  },
  {
    file: 'src/text/address-scheme.ts',
    why: 'The repetition before takes everything up to the end.',
    lines: [
      [
        "const [, word = '', signs = '', rest = ''] = /^([a-z]{3,7})([:;.,/\\\\]{1,8})(.+)$/is.exec(address) ?? [];",
        "const [, word = '', signs = '', rest = ''] = /^([a-z]{3,7})([:;.,/\\\\]{1,8})(.+)/is.exec(address) ?? [];",
      ],
    ],
  },
  {
    file: 'src/text/build-log.ts',
    why: 'Lines and what is between them change places in the list, or breaks come one by one; each is looked at, and joined as it was.',
    lines: [['.split(/([\\r\\n]+)/)', '.split(/([^\\r\\n]+)/)', '.split(/([\\r\\n])/)']],
  },
  {
    file: 'src/text/character-references.ts',
    why: 'Names and characters stand in pairs, so none is missing.',
    lines: [
      [
        "for (let at = 0; at + 1 < words.length; at += 2) yield [words[at] ?? '', words[at + 1] ?? ''];",
        "for (let at = 0; at + 1 <= words.length; at += 2) yield [words[at] ?? '', words[at + 1] ?? ''];",
        "for (let at = 0; at + 1 < words.length; at += 2) yield [words[at], words[at + 1] ?? ''];",
        "for (let at = 0; at + 1 < words.length; at += 2) yield [words[at] ?? '?', words[at + 1] ?? ''];",
        "for (let at = 0; at + 1 < words.length; at += 2) yield [words[at] ?? '', words[at + 1]];",
        "for (let at = 0; at + 1 < words.length; at += 2) yield [words[at] ?? '', words[at + 1] ?? '?'];",
      ],
    ],
  },
  {
    file: 'src/text/control-characters.ts',
    why: 'Only the time differs: without the look before, the rest finds nothing to change.',
    lines: [
      [
        "return SUSPECT.test(text) ? text.replace(CONTROLS, '') : text;",
        "return true ? text.replace(CONTROLS, '') : text;",
      ],
    ],
  },
  {
    file: 'src/text/csv-lists.ts',
    why: 'Behind the end there is no character to be added.',
    lines: [['for (let at = 0; at < cell.length; at += 1) {', 'for (let at = 0; at <= cell.length; at += 1) {']],
  },
  {
    file: 'src/text/file-name-form.ts',
    why: 'Only the compiler needs it: the case does not come.',
    lines: [
      [
        'return { day: DAY.exec(name)?.[1], language: LANGUAGE.exec(name)?.[1]?.toLowerCase() };',
        'return { day: DAY.exec(name)?.[1], language: LANGUAGE.exec(name)?.[1].toLowerCase() };',
      ],
    ],
  },
  {
    file: 'src/text/file-name-form.ts',
    why: 'A sign at the end parts words as nothing does.',
    lines: [
      [
        "const stem = name.replace(/\\.md$/i, '').normalize('NFKD').replace(ACCENTS, '').toLowerCase();",
        "const stem = name.replace(/\\.md$/i, '?').normalize('NFKD').replace(ACCENTS, '').toLowerCase();",
      ],
    ],
  },
  {
    file: 'src/text/html.ts',
    why: 'A template has one piece more than values; the rest is for the compiler.',
    lines: [
      ["let text = pieces[0] ?? '';", 'let text = pieces[0];', "let text = pieces[0] ?? '?';"],
      [
        "for (const [at, value] of values.entries()) text += filled(value) + (pieces[at + 1] ?? '');",
        'for (const [at, value] of values.entries()) text += filled(value) + (pieces[at + 1]);',
        "for (const [at, value] of values.entries()) text += filled(value) + (pieces[at + 1] ?? '?');",
      ],
    ],
  },
  {
    file: 'src/text/html.ts',
    why: 'The table has every character that the pattern finds; the rest is for the compiler.',
    lines: [
      [
        'return fitForPage(String(value)).replace(SPECIAL, (character) => REFERENCES.get(character) ?? character);',
        'return fitForPage(String(value)).replace(SPECIAL, (character) => REFERENCES.get(character));',
      ],
    ],
  },
  {
    file: 'src/text/strict-address.ts',
    why: 'What is left out here is what encodeURIComponent leaves as it is.',
    lines: [
      [
        "const UNFIT = /[^A-Za-z0-9\\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^a-z0-9\\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Z0-9\\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Za-z\\-._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Za-z0-9._~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Za-z0-9\\-_~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Za-z0-9\\-.~:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Za-z0-9\\-._:/?#@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Za-z0-9\\-._~:/?#@$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        'const UNFIT = /[^A-Za-z0-9\\-._~:/?#@!$&()*+,;=%]|%(?![0-9A-Fa-f]{2})/g;',
        "const UNFIT = /[^A-Za-z0-9\\-._~:/?#@!$&')*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Za-z0-9\\-._~:/?#@!$&'(*+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
        "const UNFIT = /[^A-Za-z0-9\\-._~:/?#@!$&'()+,;=%]|%(?![0-9A-Fa-f]{2})/g;",
      ],
    ],
  },
  {
    file: 'src/text/strict-address.ts',
    why: 'A text that is split has a first part; the rest is for the compiler.',
    lines: [
      [
        "const [rest = '', ...fragments] = href.slice(path).replace(UNFIT, encodeURIComponent).split('#');",
        "const [rest = '?', ...fragments] = href.slice(path).replace(UNFIT, encodeURIComponent).split('#');",
      ],
    ],
  },
  {
    file: 'src/text/terminal-safe.ts',
    why: 'Only the time differs: without the look before, the rest finds nothing to change.',
    lines: [['if (!UNSAFE.test(text)) return text;', 'if (false) return text;']],
  },
  {
    file: 'src/text/unescaped.ts',
    why: 'A search that has come to its end begins at 0; the line is for one that was broken off.',
    lines: [['ESCAPES.lastIndex = 0;', ';']],
  },
  {
    file: 'src/text/unescaped.ts',
    why: 'A reference by number has its sign at its beginning and nowhere else.',
    lines: [['const isHex = /^#x/i.test(name);', 'const isHex = /#x/i.test(name);']],
  },
  {
    file: 'src/text/unescaped.ts',
    why: 'Only what follows a backslash comes here: a letter with its digits, or one sign.',
    lines: [
      [
        'const code = /^[ux]\\{?([0-9A-Fa-f]+)/.exec(words)?.[1];',
        'const code = /[ux]\\{?([0-9A-Fa-f]+)/.exec(words)?.[1];',
      ],
    ],
  },
  {
    file: 'src/text/unescaped.ts',
    why: 'Both ways to a character say the same of the last one of 16 bits.',
    lines: [
      [
        'return point <= 0xff_ff ? String.fromCharCode(point) : numberedCharacter(point);',
        'return point < 0xff_ff ? String.fromCharCode(point) : numberedCharacter(point);',
      ],
    ],
  },
  {
    file: 'src/text/untagged.ts',
    why: 'Neither nothing nor a question mark is the name of an element.',
    lines: [
      [
        "const [, name = ''] = /^<\\/?([A-Za-z][A-Za-z0-9:.-]*)/.exec(text.slice(at, at + LONGEST_NAME)) ?? [];",
        "const [, name = '?'] = /^<\\/?([A-Za-z][A-Za-z0-9:.-]*)/.exec(text.slice(at, at + LONGEST_NAME)) ?? [];",
      ],
    ],
  },
  {
    file: 'src/text/xml.ts',
    why: 'Only the time differs: without the look before, the rest finds nothing to change.',
    lines: [
      [
        "return SUSPECT.test(text) ? text.replace(FORBIDDEN, '') : text;",
        "return true ? text.replace(FORBIDDEN, '') : text;",
      ],
    ],
  },
  {
    file: 'src/text/xml.ts',
    why: 'No blank is repeated «not a number» times, as it is not 0 times.',
    lines: [
      [
        "return ' '.repeat(Math.min(depth ?? 0, DEEPEST_INDENTATION));",
        "return ' '.repeat(Math.min(depth, DEEPEST_INDENTATION));",
      ],
    ],
  },
  {
    file: 'src/text/xml.ts',
    why: 'The table has every character that the pattern finds; the rest is for the compiler.',
    lines: [['return REFERENCES.get(character) ?? character;', 'return REFERENCES.get(character);']],
  },
  {
    file: 'src/formats/rendering/markdown/html-text.ts',
    why: 'The table has every character that the pattern finds; the rest is for the compiler.',
    lines: [
      [
        'return text.replace(SPECIAL, (character) => REFERENCES.get(character) ?? character);',
        'return text.replace(SPECIAL, (character) => REFERENCES.get(character));',
      ],
    ],
  },
  {
    file: 'src/model/quoting.ts',
    why: 'A text that is split has a first part; the rest is for the compiler.',
    lines: [["const [line = ''] = words.split(/[\\r\\n]/, 1);", "const [line = '?'] = words.split(/[\\r\\n]/, 1);"]],
  },
  {
    file: 'src/reporters/github.ts',
    why: 'What can hold a carriage return has been through terminalSafe, which shows it as a code.',
    lines: [
      [
        "return text.replaceAll('%', '%25').replaceAll('\\r', '%0D').replaceAll('\\n', '%0A');",
        "return text.replaceAll('%', '%25').replaceAll('\\n', '%0A');",
        "return text.replaceAll('%', '%25').replaceAll('\\r', '').replaceAll('\\n', '%0A');",
      ],
    ],
  },
  {
    file: 'src/model/embargo-notice.ts',
    why: 'Only the time differs: hints are a look before the patterns, which find the same without it.',
    lines: [
      [
        "export const embargoHints: readonly string[] = [ 'embarg', 'эмбарго', 'ембарго', 'not for', 'hold for release', 'не для', 'не подлежит', 'не публиковать', 'sperrfrist', 'avant', 'prima del', ];",
        'export const embargoHints: readonly string[] = [];',
      ],
      ["'embarg',", "'',"],
      ["'эмбарго',", "'',"],
      ["'ембарго',", "'',"],
      ["'not for',", "'',"],
      ["'hold for release',", "'',"],
      ["'не для',", "'',"],
      ["'не подлежит',", "'',"],
      ["'не публиковать',", "'',"],
      ["'sperrfrist',", "'',"],
      ["'avant',", "'',"],
      ["'prima del',", "'',"],
      ['if (!HINTS.test(body)) return undefined;', 'if (false) return undefined;'],
    ],
  },
  {
    file: 'src/model/embargo-notice.ts',
    why: 'The pattern may begin anywhere, so the first digit of two is not needed.',
    lines: [
      [
        '/\\d{1,2}[:.]\\d{2}|\\d ?[ap]\\.?m\\b|\\b(?:noon|midnight|GMT|UTC|CES?T)\\b|полдень|полуноч|\\d час|\\d ?Uhr\\b|\\d ?h\\b/i;',
        '/\\d[:.]\\d{2}|\\d ?[ap]\\.?m\\b|\\b(?:noon|midnight|GMT|UTC|CES?T)\\b|полдень|полуноч|\\d час|\\d ?Uhr\\b|\\d ?h\\b/i;',
      ],
    ],
  },
  {
    file: 'src/model/embargo-notice.ts',
    why: 'One of the two groups has matched; the rest is for the compiler.',
    lines: [
      [
        "for (const { 0: whole, 1: plain, 2: timed = '', index } of fewMatches(body, compiled().atStart)) {",
        "for (const { 0: whole, 1: plain, 2: timed = '?', index } of fewMatches(body, compiled().atStart)) {",
      ],
    ],
  },
  {
    file: 'src/model/embargo-notice.ts',
    why: 'A text that is split has a first part; the rest is for the compiler.',
    lines: [
      [
        "const [text = ''] = body.slice(start, start + LONGEST_NOTICE).split(/[\\r\\n]/, 1);",
        "const [text = '?'] = body.slice(start, start + LONGEST_NOTICE).split(/[\\r\\n]/, 1);",
      ],
    ],
  },
  {
    file: 'src/model/embargo-notice.ts',
    why: 'Behind the end there is an empty line, which is blank.',
    lines: [['for (let start = 0; start < body.length;) {', 'for (let start = 0; start <= body.length;) {']],
  },
  {
    file: 'src/model/house-notes.ts',
    why: 'Only the time differs: without the look before, the rest finds nothing to change.',
    lines: [['if (!text.includes(COMMENT)) return text;', 'if (false) return text;']],
  },
  {
    file: 'src/model/later-moment.ts',
    why: 'Only the time differs: the exact comparison behind it says the same of days that lie far apart.',
    lines: [
      [
        'if (Math.abs(days) > MOST_DAYS_OF_DOUBT) return days > 0;',
        'if (Math.abs(days) >= MOST_DAYS_OF_DOUBT) return days > 0;',
        'if (false) return days > 0;',
        'if (Math.abs(days) > MOST_DAYS_OF_DOUBT) return days >= 0;',
      ],
      [
        'function dayNumberOf({ text }: Moment): number { const day = parseCivilDate(text.slice(0, 10)); return day === undefined ? NaN : daysSinceEpoch(day); }',
        'function dayNumberOf({ text }: Moment): number {}',
      ],
      ['const day = parseCivilDate(text.slice(0, 10));', 'const day = parseCivilDate(text);'],
      [
        'return day === undefined ? NaN : daysSinceEpoch(day);',
        'return day !== undefined ? NaN : daysSinceEpoch(day);',
        'return true ? NaN : daysSinceEpoch(day);',
        'return false ? NaN : daysSinceEpoch(day);',
      ],
    ],
  },
  {
    file: 'src/model/publicness.ts',
    why: 'Without a release or a date there is another reason, so it is not out by itself.',
    lines: [
      [
        'if (!isByItself || release?.date === undefined) return undefined;',
        'if (!isByItself) return undefined;',
        'if (!isByItself || release.date === undefined) return undefined;',
      ],
    ],
  },
  {
    file: 'src/model/publicness.ts',
    why: 'What has no values has a fault; the rest is for the compiler.',
    lines: [
      [
        "if (data === undefined || manuscript.faults.length > 0) return [{ kind: 'unreadable' }];",
        "if (data === undefined && manuscript.faults.length > 0) return [{ kind: 'unreadable' }];",
        "if (data === undefined) return [{ kind: 'unreadable' }];",
        "if (manuscript.faults.length > 0) return [{ kind: 'unreadable' }];",
      ],
    ],
  },
  {
    file: 'src/model/publicness.ts',
    why: 'Front matter has no prototype; the rule of the house holds for all the same.',
    lines: [
      [
        "embargo: Object.hasOwn(data, 'embargo') ? data['embargo'] : undefined,",
        "embargo: true ? data['embargo'] : undefined,",
      ],
    ],
  },
  {
    file: 'src/model/publicness.ts',
    why: 'The schema of the default type is always there; the rest is for the compiler.',
    lines: [
      [
        'suspectKeys: schema === undefined ? [] : suspectKeysIn(data, (key) => isKnownKey(key, schema, context.taxonomy)),',
        'suspectKeys: false ? [] : suspectKeysIn(data, (key) => isKnownKey(key, schema, context.taxonomy)),',
      ],
    ],
  },
  {
    file: 'src/model/publicness.ts',
    why: 'What cannot be read has a fault; the rest is for the compiler.',
    lines: [['return manuscript.faults[0] ?? placeOf(manuscript, []);', 'return manuscript.faults[0];']],
  },
  {
    file: 'src/model/suspect-keys.ts',
    why: 'Only the time differs: a longer word is farther from both words than any slip.',
    lines: [
      [
        'if (plain.length > LONGEST_SLIP) return undefined;',
        'if (plain.length >= LONGEST_SLIP) return undefined;',
        'if (false) return undefined;',
      ],
    ],
  },
];

export const explainedTexts = reasons.flatMap(({ file, why, lines }) =>
  lines.map(([was, ...becomes]) => ({ file, was, becomes, why })),
);
