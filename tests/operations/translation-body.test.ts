import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutComments } from '../../src/model/house-notes.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import { bodyToTranslate, type TranslationParts } from '../../src/operations/translation-body.ts';
import { htmlComments } from '../../src/text/html-comments.ts';
import { file, newsroom, usualPath } from './verbs/newsroom-file.ts';

const INVITATION =
  '<!-- Write each paragraph under the one that it translates, then take these notes out. No output holds them. -->';
const repository = await newsroom(file());

function blocks(
  body: string,
  parts: Partial<TranslationParts> = {},
  keys: Readonly<Record<string, string | undefined>> = {},
): string[] {
  const text = file(keys, body);
  const manuscript = repository.manuscriptFrom(usualPath, new TextEncoder().encode(text));
  const original = makeRelease(manuscript, repository);
  if (original === undefined) throw new Error('No release');
  const whole = bodyToTranslate({
    original,
    manuscript,
    places: ['Wien'],
    lang: 'de',
    withSummary: true,
    closings: [],
    closing: undefined,
    ...parts,
  });
  expect(whole.endsWith('\n')).toBe(true);
  const [invitation, ...rest] = whole.trimEnd().split('\n\n');
  expect(invitation).toBe(INVITATION);
  return rest;
}

describe('the text to be translated', () => {
  it('has each paragraph in a comment of its own, and a dateline behind the first', () => {
    expect(blocks('VIENNA, 5 January 2026 – One.\n\nTwo\nlines.\r\n \r\nThree.\n')).toEqual([
      '<!-- VIENNA, 5 January 2026 – One. -->',
      'WIEN, 5. Januar 2026 -',
      '<!-- Two\nlines. -->',
      '<!-- Three. -->',
    ]);
  });

  it('has a dateline only where the original has one', () => {
    expect(blocks('One.\n\nTwo.\n')).toEqual(['<!-- One. -->', '<!-- Two. -->']);
    expect(blocks('VIENNA, 5 January 2026 -\n')).toEqual([
      '<!-- VIENNA, 5 January 2026 - -->',
      'WIEN, 5. Januar 2026 -',
    ]);
    expect(blocks('ВЕНА, 5 января 2026 года - Текст.\n')[1]).toBe('WIEN, 5. Januar 2026 -');
    expect(blocks('VIENNA, 5 January 2026 - One.\n', {}, { date: undefined, status: 'draft' })).toHaveLength(1);
  });

  it('has English months where those of the language are not known, and no city where there is none', () => {
    const body = 'VIENNA, 5 January 2026 - One.\n';
    expect(blocks(body, { lang: 'ky', places: ['Бишкек', 'Ош'] })[1]).toBe('БИШКЕК/ОШ, 5 January 2026 -');
    expect(blocks(body, { places: [] })[1]).toBe('5. Januar 2026 -');
  });

  it('has the summary first, unless it is translated already', () => {
    expect(blocks('One.\n', {}, { summary: 'Short -->' })).toEqual(['<!-- summary: Short - -> -->', '<!-- One. -->']);
    expect(blocks('One.\n', { withSummary: false }, { summary: 'Short' })).toEqual(['<!-- One. -->']);
  });

  it('is nothing where there is nothing', () => {
    expect(blocks('')).toEqual([]);
    expect(blocks('\n \n<!-- only a note -->\n')).toEqual([]);
  });

  it('leaves notes of the house behind, also one that is never closed', () => {
    expect(
      blocks('One <!-- secret --> two.\n\n<!-- press-ignore hype: x -->\n\nThree.\n\n<!-- open\n\nsecret\n').join(),
    ).not.toContain('secret');
  });

  it('ends with the closing paragraph of the language instead of that of the original', () => {
    const closings = ['About us:\nwe are many.', 'Über uns.'];
    expect(blocks('One.\n\nAbout us: we are\nmany.\n', { closings, closing: '\nÜber uns.\n' })).toEqual([
      '<!-- One. -->',
      'Über uns.',
    ]);
    expect(blocks('One.\n\nAbout us: we are many.\n', { closings })).toEqual(['<!-- One. -->']);
  });

  it.each([
    ['More --> text --!> and -- dashes--', '<!-- More - -> text - -!> and -- dashes-- -->'],
    ['> quote', '<!-- > quote -->'],
    ['-->', '<!-- - -> -->'],
    ['```\ncode\n```', '<!-- ```\ncode\n``` -->'],
    ['<div>--></div>', '<!-- <div>- -></div> -->'],
  ])('stays one comment, whatever it holds: %j', (paragraph, comment) => {
    expect(blocks(`${paragraph}\n`)).toEqual([comment]);
  });

  it('says nothing to readers before somebody writes something', () => {
    const pieces = fc.constantFrom(
      '<!--',
      '-->',
      '--!>',
      '--',
      '>',
      '!',
      '\n\n',
      '\n',
      'word',
      ' ',
      '```',
      '<b>',
      '- ',
      '---',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 25 }), (parts) => {
        const body = `${INVITATION}\n\n${blocks(parts.join(''), { withSummary: false }).join('\n\n')}\n`;
        expect(withoutComments(body).trim()).toBe('');
        for (const { isClosed } of htmlComments(body)) expect(isClosed).toBe(true);
      }),
    );
  });
});
