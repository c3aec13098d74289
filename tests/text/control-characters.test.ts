import { expect, it } from 'vitest';
import { withoutControls } from '../../src/text/control-characters.ts';

it.each(['\u0000', '\u0008', '\u000B', '\u000C', '\u000E', '\u001F', '\u007F', '\u009F', '\uDFFF'])(
  '%j goes, also where it is alone',
  (character) => {
    expect(withoutControls(`a${character}b`)).toBe('ab');
  },
);

it.each([
  ['a\u0000\u0008\u000B\u000C\u001B\u007F\u0080\u0085\u009Fb', 'ab'],
  ['tab\tfeed\nreturn\r', 'tab\tfeed\nreturn\r'],
  ['Türkiye \u00A0\u200F\u2028😀', 'Türkiye \u00A0\u200F\u2028😀'],
  ['a\uD83Db\uDE00c\uD83D\uDE00', 'abc😀'],
])('%j becomes %j', (text, clean) => {
  expect(withoutControls(text)).toBe(clean);
});
