import { describe, expect, it } from 'vitest';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf } from '../rules/marked-text.ts';

const told = async (text: string): Promise<string[]> =>
  (await findingsOf(text)).map(({ rule, range, message }) => `${range.start.line} ${rule}: ${message}`);

const dateline = 'BAKU, 17 November 2009 - A course opened.';

describe('a remark in the front matter', () => {
  it.each([
    ['on the line', sampleRelease({ fields: '[submarines] # press-ignore unknown-term: agreed' })],
    ['on the line above', sampleRelease({ place: 'Baku\n# press-ignore unknown-term: agreed', source: 'submarines' })],
    [
      'above a list',
      sampleRelease({ place: 'Baku\n# press-ignore unknown-term: agreed', source: undefined }).replace(
        'fields: [elections, education]',
        'source:\n- baku\n- submarines\nfields: [elections]',
      ),
    ],
    [
      'above an indented list with another remark between',
      sampleRelease({ source: 'baku\n# press-ignore unknown-term: agreed\n# and so on', fields: '\n  - submarines' }),
    ],
    [
      'about several rules',
      sampleRelease({
        fields: '[submarines, elections, elections] # press-ignore unknown-term, duplicate-term: agreed',
      }),
    ],
  ])('silences what it stands by: %s', async (_, text) => {
    expect(await told(text)).toEqual([]);
  });

  it('silences at the top what is missing from the whole', async () => {
    const text = sampleRelease({ fields: undefined }).replace(
      '---\n',
      '---\n# press-ignore missing-facet: a note to the desks\n',
    );
    expect(await told(text)).toEqual([]);
    expect(await told(text.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it.each([
    ['the line below it', sampleRelease({ place: 'Baku # press-ignore unknown-term: agreed', source: 'submarines' })],
    ['another rule', sampleRelease({ source: 'submarines # press-ignore hype, duplicate-term: agreed' })],
    ['what gives no reason', sampleRelease({ source: 'submarines # press-ignore unknown-term' })],
    ['what is in a quoted key', sampleRelease({ '"k # press-ignore unknown-term: x"': '1', source: 'submarines' })],
    ['what is in quotes', sampleRelease({ title: '"A # press-ignore unknown-term: x"', source: 'submarines' })],
    [
      'what is in a text of several lines',
      sampleRelease({
        summary: '>-\n  A # press-ignore unknown-term: x\n  # press-ignore unknown-term: x',
        source: 'submarines',
      }),
    ],
    ['a word that only begins like it', sampleRelease({ source: 'submarines # press-ignored unknown-term: agreed' })],
  ])('does not silence %s', async (_, text) => {
    expect((await told(text)).join('\n')).toContain('«submarines» is not a term');
  });

  it('does not silence what decides whether a release may go out, and says so', async () => {
    const found = await told(sampleRelease({ embargo: 'Monday # press-ignore embargo-format: agreed' }));
    expect(found.map((line) => line.split(':')[0])).toEqual(['8 embargo-format', '8 unused-ignore']);
    expect(found[1]).toContain('cannot be silenced');
  });
});

describe('a remark in the text', () => {
  it.each([
    ['on the line', `${dateline} <!-- press-ignore dateline-date: as printed -->\n`],
    ['above the paragraph', `<!-- press-ignore dateline-date: as printed -->\n${dateline}\n`],
    [
      'above it, with a blank line and another remark between',
      `<!-- press-ignore dateline-date: as printed -->\n\n<!-- for the desk -->\n\n${dateline}\n`,
    ],
    ['of several lines', `<!-- press-ignore dateline-date:\n  as printed -->\n${dateline}\n`],
  ])('silences what it stands by: %s', async (_, body) => {
    expect(await told(sampleRelease({}, body))).toEqual([]);
    expect(await told(sampleRelease({}, body).replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('silences at the top of the text what is missing from the whole', async () => {
    const remark = '<!-- press-ignore dateline-missing: an open letter -->';
    const body = 'Dear colleagues, the course has opened.\n\nCome.\n';
    expect(await told(sampleRelease({}, `${remark}\n${body}`))).toEqual([]);
    expect(await told(sampleRelease({}, `\n<!-- for the desk -->\n${remark}\n\n${body}`))).toEqual([]);
    const below = await told(sampleRelease({}, `${body}\n${remark}\nMore.\n`));
    expect(below.map((line) => line.split(':')[0])).toEqual(['1 dateline-missing', '14 unused-ignore']);
  });

  it('counts a thousand times at most', async () => {
    const remark = '<!-- press-ignore hype: x -->';
    const found = await findingsOf(
      sampleRelease({}, `${`${remark} `.repeat(30_000)}\n${`${remark}\n`.repeat(30_000)}`),
    );
    expect(found.length).toBeGreaterThan(50);
  });

  it('does not silence what stands above it, or further below', async () => {
    const remark = '<!-- press-ignore dateline-date: as printed -->';
    for (const body of [`${dateline}\n\n${remark}\n`, `${dateline}\n${remark}\n\nMore.\n`])
      expect((await told(sampleRelease({}, body))).map((line) => line.split(':')[0])).toEqual([
        '10 dateline-date',
        expect.stringContaining('unused-ignore'),
      ]);
  });
});

describe('a remark that silences nothing', () => {
  it.each([
    ['press-ignore unknown-term: agreed', 'There is nothing here for «unknown-term» to say.'],
    ['press-ignore unknwon-term: agreed', '«unknwon-term» is not a rule of press.'],
    ['press-ignore unknown-term', 'A remark without a reason silences nothing.'],
    ['press-ignore unknown-term:', 'A remark without a reason silences nothing.'],
    ['press-ignore', 'This remark does not say which rule it silences.'],
    ['press-ignore : because', 'This remark does not say which rule it silences.'],
  ])('is found: %s', async (remark, message) => {
    expect(await told(sampleRelease({ place: `Baku # ${remark}` }))).toEqual([`5 unused-ignore: ${message}`]);
    const body = `BAKU, 16 November 2009 - A course opened.\n\n<!-- ${remark} -->\nMore.\n`;
    expect(await told(sampleRelease({}, body))).toEqual([`12 unused-ignore: ${message}`]);
  });

  it('suggests the rule that was meant', async () => {
    const [found] = await findingsOf(sampleRelease({ place: 'Baku # press-ignore unknwon-term: x' }));
    expect(found?.hint).toBe('Did you mean «unknown-term»?');
  });

  it('is not found for a rule that could not look at the file', async () => {
    const found = await told(sampleRelease({ status: 'publish', place: 'Baku # press-ignore dateline-place: x' }));
    expect(found.map((line) => line.split(':')[0])).toEqual(['8 schema']);
  });
});
