import { describe, expect, it } from 'vitest';
import { inLenientText, readableBytes, writingOf } from '../../src/operations/audit-decoding.ts';

const utf16 = Buffer.from('Lighthouse keeper', 'utf16le');

describe('writingOf', () => {
  it.each([
    ['a mark', Buffer.from('\uFEFFБаку', 'utf16le'), 'utf-16le'],
    ['a mark of the other order', Buffer.from('\uFEFFБаку', 'utf16le').swap16(), 'utf-16be'],
    ['the zeros of Latin letters', utf16, 'utf-16le'],
    ['the zeros before them', Buffer.from(utf16).swap16(), 'utf-16be'],
    ['what XML declares', Buffer.from('<?xml version="1.0" encoding="windows-1251"?>'), 'windows-1251'],
    ['what HTML declares', Buffer.from('<meta charset=koi8-r>'), 'koi8-r'],
    ['nothing', Buffer.from('text'), 'utf-8'],
    ['what nobody knows', Buffer.from('charset=klingon-1'), 'utf-8'],
    ['a declaration that the bytes give the lie', Buffer.from('encoding="utf-16"'), 'utf-8'],
    ['few bytes', Buffer.from([65, 0]), 'utf-8'],
  ])('goes by %s', (_, bytes, writing) => {
    expect(writingOf(bytes)).toBe(writing);
  });
});

describe('readableBytes', () => {
  it('takes UTF-8 for what it is', () => {
    expect(readableBytes(Buffer.from('\uFEFFБаку'), 'utf-8')).toEqual({ texts: ['\uFEFFБаку'], isBinary: false });
  });

  it('tries what other computers write', () => {
    const { texts, isBinary } = readableBytes(Buffer.from('c1e0eaf3', 'hex'), 'utf-8');
    expect(isBinary).toBe(false);
    expect(texts.slice(0, 2)).toEqual(['Баку', 'Áàêó']);
  });

  it('gives a character for each byte of what is no text, and the text between its zeros', () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0, 1, 0x98]), Buffer.from('tail')]);
    const { texts, isBinary } = readableBytes(bytes, 'utf-8');
    expect(isBinary).toBe(true);
    expect(texts[0]).toHaveLength(bytes.length);
    expect(
      inLenientText(Buffer.concat([Buffer.from([1, 2, 0, 9]), utf16])).some((text) =>
        text.includes('Lighthouse keeper'),
      ),
    ).toBe(true);
  });
});
