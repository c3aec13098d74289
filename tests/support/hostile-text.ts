/** Texts that somebody could put into a release to make a program that reads an output do something. */
import fc from 'fast-check';

const cells = [
  '=',
  '+',
  '-',
  '@',
  '＝',
  '＋',
  '－',
  '＠',
  "'",
  ' ',
  '\u00A0',
  '\u200B',
  '\t',
  '\r',
  '\n',
  '\r\n',
  ',',
  ';',
  '\\',
  '"',
  '|',
  '1',
  'A1',
];
const controls =
  '\u0000 \u0008 \u001B[2J \u007F \u0085 \u009B \u200F \u202E \u2066 \u2028 \u2029 \uFEFF \uFFFE \uD800 \uDC00'.split(
    ' ',
  );
const markup =
  '< > & ]]> <![CDATA[ <!-- --> <?x?> &nbsp; &#0; &lt; </channel> <b> </script> <style> <iframe> <svg/onload=alert(1)>'.split(
    ' ',
  );
const scripts = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe src=//evil.example>',
  '<style>@import "//evil.example"</style>',
];
const links = [
  '[x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,AAAA)',
  '[x](<JAVASCRIPT:alert(1)>)',
  '<javascript:alert(1)>',
  '[x]: vbscript:x\n',
  '[x]',
  '[x](java\tscript:alert(1))',
  '[y](&#106;avascript:alert(1))',
  '[z](//evil.example/)',
];
const marks = ['`', '```', '*', '_', '#', '|---|', '\n\n', '    '];
const letters = 'Türkiye Баку نص 東京 😀 👩‍👩‍👧 é'.split(' ');
const fragments = [...cells, ...controls, ...markup, ...scripts, ...links, ...marks, ...letters];

/** Pieces of attacks in any order, mixed with anything at all. */
export const hostileTexts: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...fragments) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
