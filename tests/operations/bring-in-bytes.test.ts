import { describe, expect, it } from 'vitest';
import { decodedSource, textOfBytes, withEncodingTold } from '../../src/operations/bring-in-bytes.ts';
import type { SourceRelease } from '../../src/model/importer.ts';

/** Cyrillic and Latin letters in encodings of one byte a letter. */
const cyrillic = Uint8Array.from([0xc1, 0xe0, 0xea, 0xf3]);
const latin = Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x96]);

function page(head: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`<!doctype html><html><head>${head}</head><p>`), bytes]);
}

describe('the bytes of a source', () => {
  it.each([
    ['windows-1251', '<meta charset="windows-1251">', cyrillic, 'Баку'],
    ['windows-1251', '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Windows-1251">', cyrillic, 'Баку'],
    ['iso-8859-1', '<meta charset=iso-8859-1>', latin, 'Müller –'],
    ['windows-1252', "<meta content='text/html;charset=windows-1252' http-equiv=content-type>", latin, 'Müller –'],
  ])('are read as %s where the page declares it: %s', (writtenIn, head, bytes, words) => {
    const read = decodedSource('a.html', page(head, bytes));
    expect(read.writtenIn).toBe(writtenIn);
    expect(read.text.endsWith(words)).toBe(true);
  });

  it('are read as an XML declaration has it', () => {
    const bytes = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="windows-1251"?><html><p>'), cyrillic]);
    expect(decodedSource('a', bytes)).toMatchObject({
      writtenIn: 'windows-1251',
      text: expect.stringMatching(/Баку$/) as string,
    });
  });

  it('are UTF-8 where they are such a text, whatever the page declares, and nothing is said of it', () => {
    expect(decodedSource('a', page('<meta charset=windows-1251>', Buffer.from('Баку')))).toEqual({
      text: '<!doctype html><html><head><meta charset=windows-1251></head><p>Баку',
    });
    expect(decodedSource('a', Buffer.from('\uFEFFx'))).toEqual({ text: '\uFEFFx' });
  });

  it('are UTF-16 with a byte-order mark, in both directions', () => {
    const little = Buffer.from('\uFEFFБаку', 'utf16le');
    expect(decodedSource('a', little)).toEqual({ text: 'Баку', writtenIn: 'utf-16le' });
    expect(textOfBytes('a', little)).toBe('Баку');
    expect(decodedSource('a', Buffer.from(little).swap16())).toEqual({ text: 'Баку', writtenIn: 'utf-16be' });
  });

  it.each([
    ['nothing is declared', page('', cyrillic), '«a» is not written in UTF-8 (line 1).'],
    ['UTF-8 is declared', page('<meta charset=utf-8>', cyrillic), '«a» is not written in UTF-8 (line 1).'],
    [
      'nobody knows what is declared',
      page('<meta charset=klingon>', cyrillic),
      '«a» says that it is written in «klingon», and its bytes are no such text.',
    ],
    [
      'the bytes mean nothing in it',
      page('<meta charset=iso-8859-5>', Uint8Array.from([0x81, 0x9f])),
      '«a» says that it is written in «iso-8859-5», and its bytes are no such text.',
    ],
    [
      'half of a letter is missing',
      page('<meta charset=shift_jis>', Uint8Array.from([0x83])),
      '«a» says that it is written in «shift_jis», and its bytes are no such text.',
    ],
    [
      'it is no page',
      Buffer.concat([Buffer.from('charset=windows-1251 '), cyrillic]),
      '«a» is not written in UTF-8 (line 1).',
    ],
    [
      'the declaration stands too far down',
      page(`${' '.repeat(5000)}<meta charset=windows-1251>`, cyrillic),
      '«a» is not written in UTF-8 (line 1).',
    ],
  ])('are refused where %s', (_, bytes, message) => {
    expect(() => decodedSource('a', bytes)).toThrow(message);
  });

  it('are told of in the report where they were something else', () => {
    const release = { changed: ['x'] } as unknown as SourceRelease;
    expect(withEncodingTold([release], {})).toEqual([release]);
    expect(withEncodingTold([release], { writtenIn: 'utf-16le' })[0]?.changed).toEqual([
      'The source was written in utf-16le; it is UTF-8 here.',
      'x',
    ]);
  });
});
