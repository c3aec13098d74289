/** Bodies that no person writes: one sign or line again and again. Every rule gets to the end of them, in the time that a test has. */
import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { rules } from '../../src/rules/index.ts';
import { findingsOf } from './marked-text.ts';

const LENGTH = 300_000;
const offByDefault = rules.filter(({ isOffByDefault }) => isOffByDefault).map(({ id }) => id);

function long(unit: string): string {
  return unit.repeat(Math.ceil(LENGTH / unit.length));
}

function rulesIn(body: string): Promise<string[]> {
  return findingsOf(sampleRelease({}, body), undefined, {}, offByDefault).then((found) =>
    found.map(({ rule }) => rule),
  );
}

describe('every rule reads to the end of', () => {
  it.each([
    ['headings of level 1', long('# a\n'), 'heading-level'],
    ['underlined headings', long('a\n===\n'), 'heading-level'],
    ['headings by turns', long('## a\n# b\n'), 'heading-level'],
    ['headings that skip levels', long('#### a\n## b\n'), 'heading-level'],
    ['headings without words', long('###\n'), 'heading-level'],
    ['lines of equal signs', `a\n${long('= \n')}`, 'heading-level'],
    ['notices on every line', long('EMBARGOED UNTIL 9:00\n\n'), 'embargo-in-body'],
    ['a notice after thousands of remarks', long('<!-- press-ignore hype: x -->\n'), 'unused-ignore'],
    ['words in two alphabets', long('Вaku '), 'mixed-script-slug'],
    ['one word in two alphabets', long('Вaku'), 'mixed-script-slug'],
    ['letters stored in parts', long('e\u0301'), 'unicode-form'],
    ['invisible spaces', long('a\u200B'), 'unicode-form'],
    ['joined letters', long('\uFB01'), 'unicode-form'],
    ['characters that turn the order around', long('\u202E'), 'bidi-control'],
    ['praise', long('world-class '), 'hype'],
    ['feelings, a paragraph each', long('We are thrilled to come.\n\n'), 'hype'],
    ['a quotation that nobody closes', `"${long('A course opened here. ')}`, 'unattributed-quote'],
    ['links to files', long('[a](b) '), 'link-relative-broken'],
    ['definitions', long('[a]: b\n'), 'link-relative-broken'],
    ['links that are programs', long('[a](javascript:x) '), 'link-scheme'],
    ['tags', long('<b>'), 'raw-html'],
    ['blocks of HTML', long('<p>\n'), 'raw-html'],
    ['templates', long('{{ a }} '), 'template-syntax'],
    ['ends of lines of two kinds', long('a\n\r\n'), 'mixed-line-ends'],
  ])('%s', async (_, body, rule) => {
    expect(await rulesIn(body)).toContain(rule);
  });

  it.each([
    ['the word embargo', long('embargo: ')],
    ['one paragraph under the word embargo', `embargo\n${long('a\n')}`],
    ['remarks that nobody closes', long('<!-- press-ignore hype: x \nEMBARGOED UNTIL 9:00\n\n')],
    ['one letter', long('a')],
    ['one capital', long('Д')],
    ['combining marks', long('\u0301')],
    ['a letter with its marks', `a${long('\u0301')}`],
    ['blanks', long(' ')],
    ['empty lines', long('\n')],
    ['opening quotation marks', long('«')],
    ['straight quotation marks', long('"')],
    ['a mark and emphasis', `"${long('*')}`],
    ['quotations that nobody closes', long('"a\n\n')],
    ['elided articles', long("l'")],
    ['rules', long('---\n')],
    ['lists', long('- a\n')],
    ['lists in lists', long('- ')],
    ['quotes in quotes', long('> ')],
    ['brackets', long('[')],
    ['backticks', long('a`b``')],
    ['addresses that nobody closes', long('<http://')],
    ['tables', `| a | b |\n|---|---|\n${long('| a | b |\n')}`],
    ['comments that nobody closes', long('<!--')],
    ['dates', long('16 November 2009, ')],
    ['figures', long('1')],
    ['characters of two halves', long('\uD83D\uDE00')],
  ])('%s, and says as much of it as of little', async (_, body) => {
    const few = new Set(await rulesIn(body.slice(0, 3000)));
    const many = new Set(await rulesIn(body));
    expect([...many].sort()).toEqual([...few].sort());
  });
});
