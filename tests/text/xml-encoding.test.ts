import { describe, expect, it } from 'vitest';
import { decodedXml } from '../../src/text/xml-encoding.ts';

const declared = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n<a>`;
const bytes = (head: string, ...rest: readonly number[]): Uint8Array =>
  Uint8Array.from([...Buffer.from(head, 'latin1'), ...rest]);

describe('the encoding of XML', () => {
  it.each([
    ['windows-1251', [0xc1, 0xe0, 0xea, 0xf3], 'Баку'],
    ['KOI8-R', [0xe2, 0xc1, 0xcb, 0xd5], 'Баку'],
    ['iso-8859-1', [0x54, 0xfc], 'Tü'],
    ['ISO-8859-5', [0xb1, 0xd0], 'Ба'],
  ])('is %s where the first line says so', (encoding, text, words) => {
    expect(decodedXml(bytes(declared(encoding), ...text))).toEqual({ encoding, text: declared(encoding) + words });
  });

  it.each(['utf-16le', 'utf-16be'])('is %s where a mark or the first signs say so', (encoding) => {
    const text = `${declared('utf-16')}Баку`;
    const wide = Buffer.from(text, 'utf16le');
    const ordered = encoding === 'utf-16le' ? wide : wide.swap16();
    const mark = encoding === 'utf-16le' ? [0xff, 0xfe] : [0xfe, 0xff];
    expect(decodedXml(ordered)).toEqual({ encoding, text });
    expect(decodedXml(Uint8Array.from([...mark, ...ordered]))).toEqual({ encoding, text });
  });

  it.each(['utf-8', 'UTF8', 'us-ascii', 'utf-16'])('is left to others where it is UTF-8: %s', (encoding) => {
    expect(decodedXml(bytes(declared(encoding)))).toBeUndefined();
    expect(decodedXml(Buffer.from(`${declared(encoding)}Баку`))).toBeUndefined();
  });

  it.each([
    ['prose', 'Dear friends'],
    ['XML that says nothing', '<?xml version="1.0"?><a>'],
    ['nothing', ''],
  ])('is left to others for %s', (_, text) => {
    expect(decodedXml(bytes(text))).toBeUndefined();
  });

  it('is not guessed where it is unknown, broken, or contradicts the bytes', () => {
    expect(decodedXml(bytes(declared('klingon')))).toEqual({ encoding: 'klingon', fault: 'unknown' });
    expect(decodedXml(bytes(declared('shift_jis'), 0x81, 0x20))).toEqual({ encoding: 'shift_jis', fault: 'broken' });
    const both = Buffer.from(`${declared('windows-1251')}Баку`);
    expect(decodedXml(both)).toEqual({ encoding: 'windows-1251', fault: 'contradicted' });
    expect(decodedXml(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8]))).toBeUndefined();
    expect(decodedXml(Uint8Array.from([0xff, 0xfe, 0x41, 0x00]))).toBeUndefined();
  });
});
