import { describe, expect, it } from 'vitest';
import { secondBlock } from '../../src/repository/second-block.ts';

const found = (text: string): string | undefined => {
  const fault = secondBlock(text, 0);
  return fault === undefined ? undefined : text.slice(fault.start, fault.end);
};

describe('a second block of front matter', () => {
  it.each([
    ['embargo: 2099-01-01T00:00:00Z\n---\nText.\n', 'embargo'],
    ['\n\ntitle: a\nEmbargo_until: x\r\n---\r\n', 'Embargo_until'],
    ['# remark\nlist:\n- a\n  b\nstatus: draft\n---   \n', 'status'],
    ['эмбарго_до: завтра\n---\n', 'эмбарго_до'],
    ['embargo :\n---', 'embargo'],
    ['"embargo": 2099-01-01T00:00:00Z\n---\n', 'embargo'],
    ["title: a\n'status': draft\n---\n", 'status'],
    ['Contact for the press: Desk\nEmbargo until: tomorrow\n---\n', 'Embargo until'],
    ['embargo:\tx\n \tb\nstatus: draft\n---\t\n', 'embargo'],
    ['_embargo.until-2: x\n---\n', '_embargo.until-2'],
    [`embargo${'_'.repeat(34)}: x\n---\n`, `embargo${'_'.repeat(34)}`],
    [`${'a: b\n'.repeat(58)}embargo: x\n---\n`, 'embargo'],
  ])('is found: %j', (text, key) => {
    expect(found(text)).toBe(key);
  });

  it('is told where its first such key stands, with a way out', () => {
    const text = '---\nembargo: x\n---\na: b\nstatus: draft\nembargo: y\n---\n';
    expect(secondBlock(text, 19)).toEqual({
      rule: 'front-matter',
      start: 24,
      end: 30,
      message: 'The front matter ends above, so «status» is text here, and holds nothing back.',
      hint: 'Take out the «---» that closes the front matter too early; or take these lines out of the text.',
    });
  });

  it.each([
    'BAKU - Text.\n\nembargo: x\n---\n',
    'embargo: x\n\nText about it.\n---\n',
    'embargo: x\n',
    'embargo: x\n----\n',
    'embargo: x\n ---\n',
    'embargo:x\n---\n',
    'embargo: x\n-a\n---\n',
    'embargo: x\nText - of # it\n---\n',
    'embargo: x\n«a»: b\n---\n',
    '"embargo: x\n---\n',
    '"embargo\': x\n---\n',
    `embargo${'_'.repeat(35)}: x\n---\n`,
    `${'a: b\n'.repeat(59)}embargo: x\n---\n`,
    'Venue: Baku\n---\nembargo: x\n',
    'https://example.org/embargo\n---\n',
    `${'a: b\n'.repeat(70)}embargo: x\n---\n`,
    '',
  ])('is not seen in a text: %j', (text) => {
    expect(found(text)).toBeUndefined();
  });
});
