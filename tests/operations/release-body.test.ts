import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/model/settings.ts';
import { closingNamed, closingsIn, releaseBody } from '../../src/operations/release-body.ts';

const parts = { date: '2009-11-16', places: ['Baku'], lang: 'en', written: undefined, closing: undefined };

describe('releaseBody', () => {
  it('begins with the dateline and a note that no output shows', () => {
    const body = releaseBody(parts);
    expect(body).toMatch(/^BAKU, 16 November 2009 - <!-- [^>]+ -->\n$/);
    expect(releaseBody({ ...parts, places: [] })).toMatch(/^16 November 2009 - <!--/);
    expect(releaseBody({ ...parts, date: undefined })).toMatch(/^<!--/);
    expect(releaseBody({ ...parts, lang: 'ru', places: ['Баку'] })).toMatch(/^БАКУ, 16 ноября 2009 года - <!--/);
  });

  it('takes the day of a moment as it is written', () => {
    expect(releaseBody({ ...parts, date: '2009-01-01T00:30:00+04:00' })).toMatch(/^BAKU, 1 January 2009 - /);
  });

  it('puts the dateline before a text that has none, and keeps one that is there', () => {
    expect(releaseBody({ ...parts, written: 'The office opened.\n\nMore.' })).toBe(
      'BAKU, 16 November 2009 - The office opened.\n\nMore.\n',
    );
    expect(releaseBody({ ...parts, written: 'GANJA, 15 November 2009 – The office opened.' })).toBe(
      'GANJA, 15 November 2009 – The office opened.\n',
    );
  });

  it('tidies what came with the file: byte-order mark, line ends, blank lines around', () => {
    expect(releaseBody({ ...parts, date: undefined, written: '\uFEFF\r\n  \r\nOne.\r\n\r\nTwo.\rThree.\n\n\n' })).toBe(
      'One.\n\nTwo.\nThree.\n',
    );
    expect(releaseBody({ ...parts, date: undefined, written: ' \n' })).toBe('\n');
  });

  it('ends with the closing paragraph, once', () => {
    const closing = 'About us:\nwe are many.';
    expect(releaseBody({ ...parts, date: undefined, written: 'Text.', closing })).toBe(`Text.\n\n${closing}\n`);
    expect(releaseBody({ ...parts, date: undefined, written: 'Text.\n\nAbout us: we  are many.', closing })).toBe(
      'Text.\n\nAbout us: we  are many.\n',
    );
  });
});

describe('closing paragraphs', () => {
  const settings = {
    ...defaultSettings,
    boilerplates: new Map([
      [
        'about',
        new Map([
          ['en', 'About.'],
          ['ru', 'О нас.'],
        ]),
      ],
      ['short', new Map([['en', 'Short.']])],
    ]),
  };

  it('are those of the language', () => {
    expect(closingsIn(settings, 'en')).toEqual(['about', 'short']);
    expect(closingsIn(settings, 'ru')).toEqual(['about']);
    expect(closingNamed(settings, 'about', 'ru')).toBe('О нас.');
  });

  it.each([
    [settings, 'abuot', 'en', 'usage', '«about»'],
    [settings, 'constructor', 'en', 'usage', 'It has about, short.'],
    [settings, 'short', 'ru', 'missing-setting', '--no-boilerplate'],
    [defaultSettings, 'about', 'en', 'usage', 'no boilerplates at all'],
  ])('are refused when there are none of that name or language', (from, name, lang, code, hint) => {
    expect(() => closingNamed(from, name, lang)).toThrow(
      expect.objectContaining({ code, hint: expect.stringContaining(hint) as unknown }),
    );
  });
});
