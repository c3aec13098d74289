import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutBase64, withoutQuotedPrintable } from '../../src/text/mail-encodings.ts';
import { untagged } from '../../src/text/untagged.ts';

describe('untagged', () => {
  it.each([
    ['a<b>b</b>c', 'abc'],
    ['a<br>b<br/>c', 'a b c'],
    ['<p class="x">a</p><p>b</p>', ' a  b '],
    ['a<SPAN STYLE="x > y">b</SPAN>c', 'abc'],
    ['<a href=\'>\' title=">">x</a>', 'x'],
    ['<!-- note --> x', '  note --> x'],
    ['<![CDATA[a <b>x</b>]]>', ' a x]]>'],
    ['<?xml version="1.0"?>x<!DOCTYPE y>', ' x '],
    ['<script>a < b && c > d</script>', ' a < b && c > d '],
    ['<w:r><w:t>Light</w:t></w:r><w:r><w:t>house</w:t></w:r></w:p><w:p>x', 'Lighthouse  x'],
    ['<a "x>y', 'y'],
    ['1 < 2 <b>x</b>', '1 < 2 x'],
  ])('makes «%s» «%s»', (html, text) => {
    expect(untagged(html)?.text).toBe(text);
  });

  it.each(['', 'a < b', 'a > b', '<', '<b', '<3'])('finds no tag in «%s»', (text) => {
    expect(untagged(text)).toBeUndefined();
  });

  it('ends for anything, and leads back into it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('<', '>', '"', "'", 'a', ' ', '<b', '</b>', '<!--', '-->', '=')),
        (parts) => {
          const source = parts.join('');
          const result = untagged(source);
          expect(result === undefined || result.origin(result.text.length) === source.length).toBe(true);
        },
      ),
    );
  });

  it('is linear where quotes and tags never end', () => {
    for (const part of ['<a "', '<a', '<', '<a b="\'>']) expect(() => untagged(part.repeat(300_000))).not.toThrow();
  });
});

describe('withoutBase64', () => {
  const long = 'A text that is long enough to be told from a word, in Russian: Баку и другие города.';

  it('reads what is text, also in lines and with the signs of addresses', () => {
    const written = Buffer.from(long).toString('base64');
    const inLines = Buffer.from(long.repeat(3)).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
    expect(withoutBase64(`x,${written} y`)?.text).toBe(`x,${long} y`);
    expect(withoutBase64(inLines)?.text).toContain(long.repeat(2));
    expect(withoutBase64(Buffer.from(long).toString('base64url'))?.text).toBe(long);
  });

  it('leaves words, addresses and pictures alone', () => {
    const picture = Buffer.from(Array.from({ length: 60 }, (_, at) => (at * 37) % 256)).toString('base64');
    for (const text of ['word', 'https://example.org/2026/11/exercise-tests-who-calls-whom-after/', picture])
      expect(withoutBase64(text)).toBeUndefined();
  });
});

describe('withoutQuotedPrintable', () => {
  it('reads a text that says that it is written so', () => {
    const head = 'Content-Transfer-Encoding: quoted-printable\n\n';
    expect(withoutQuotedPrintable(`${head}=D0=91a soft=\r\nness =3D`)?.text).toBe(`${head}Бa softness =`);
    expect(withoutQuotedPrintable('a=3Db')).toBeUndefined();
  });
});

function utf8(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString() : undefined;
}

describe('a file of one long run', () => {
  it.each([
    ['base64 in lines', `${'x'.repeat(63)}\n`.repeat(200_000)],
    ['base64 in one line', 'x'.repeat(12_000_000)],
    ['signs by their numbers', `quoted-printable ${'=41'.repeat(4_000_000)}`],
    ['line ends that are none', `quoted-printable ${'=\n'.repeat(6_000_000)}`],
  ])('is read to its end: %s', (_, text) => {
    expect(() => [withoutBase64(text), withoutQuotedPrintable(text)]).not.toThrow();
  });

  it('is found as patterns would find it', () => {
    const signs = fc.constantFrom(
      'A',
      'b+/'.repeat(9),
      'QUJD'.repeat(7),
      '=',
      '==',
      '\n',
      '\r\n',
      ' ',
      '=41',
      '=C3=A9',
      '=4',
      '-_',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 12 }), (pieces) => {
        const text = `quoted-printable ${pieces.join('')}`;
        const base64 = text.replaceAll(
          /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}(?:\r?\n[A-Za-z0-9+/_-]{24,})*={0,2}/g,
          (run) => withoutBase64(run)?.text ?? run,
        );
        expect(withoutBase64(text)?.text ?? text).toBe(base64);
        const quoted = text.replaceAll(/=\r?\n|(?:=[0-9A-Fa-f]{2})+/g, (run) =>
          run.trim() === '=' ? '' : (utf8(Buffer.from(run.replaceAll('=', ''), 'hex')) ?? run),
        );
        expect(withoutQuotedPrintable(text)?.text ?? text).toBe(quoted);
      }),
      { numRuns: 2000 },
    );
  });
});
