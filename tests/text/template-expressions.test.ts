import { describe, expect, it } from 'vitest';
import { templateExpressionsIn } from '../../src/text/template-expressions.ts';

const found = (text: string): [string, string][] =>
  [...templateExpressionsIn(text, 0, text.length)].map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('instructions of site builders', () => {
  it.each([
    [
      'a {{ b }} c {{d}}',
      [
        ['output', '{{ b }}'],
        ['output', '{{d}}'],
      ],
    ],
    [
      '{% if x %}y{%- endif -%}',
      [
        ['tag', '{% if x %}'],
        ['tag', '{%- endif -%}'],
      ],
    ],
    [
      '{{< x >}}{{% y %}}',
      [
        ['shortcode', '{{< x >}}'],
        ['shortcode', '{{% y %}}'],
      ],
    ],
    ['{{ a\n b }}', [['output', '{{ a\n b }}']]],
    ['{{ a\n\n b }}', [['output', '{{']]],
    [
      '{{ a {% b %}',
      [
        ['output', '{{'],
        ['tag', '{% b %}'],
      ],
    ],
    ['{{', [['output', '{{']]],
    ['{', []],
    ['{ { a } } {b} 5 % }', []],
  ])('in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('stand within the stretch that is asked about', () => {
    expect([...templateExpressionsIn('{{a}} {{b}} {{c}}', 5, 13)].map(({ start, end }) => [start, end])).toEqual([
      [6, 11],
    ]);
  });

  it('are found in one walk', () => {
    expect(found('{{'.repeat(50_000))).toHaveLength(50_000);
  });
});
