/**
 * The constructs of the YAML specification, version 1.2.2, in its order: one text of our own for each of its examples, in the words of front
 * matter. Whatever the fast reader makes of one, in whichever place it stands, the exact reader makes the same of it.
 */
import { describe, expect, it } from 'vitest';
import { compareReaders } from '../support/two-yaml-readers.ts';
import { specificationCases } from '../support/yaml-specification-cases.ts';

/** A text where it may stand in front matter: alone, under a key, under two, in a list, as the value of a line, between others. */
function placings(text: string): string[] {
  const indented = (by: string): string => text.replaceAll(/^(?=.)/gm, by);
  return [
    text,
    `${text}\n`,
    text.replaceAll('\n', '\r\n'),
    `title: Baku\n${text}\nlang: en`,
    `extra:\n${indented('  ')}\nlang: en\n`,
    `extra:\n  deeper:\n${indented('    ')}`,
    `extra:\n- ${indented('  ').trimStart()}\n- last`,
    `extra:\n  - ${indented('    ').trimStart()}`,
    `extra: ${text}`,
    `extra: ${indented(' ').trimStart()}\nlang: en`,
    `extra: [${text}]`,
    `extra: {key: ${text}, other: b}`,
    `extra: "${text}"`,
    `extra: '${text}'`,
    `extra: >-\n${indented('  ')}\nlang: en`,
    `extra: |-\n${indented('  ')}`,
  ];
}

describe('the examples of the specification', () => {
  it.each(specificationCases)('%s: %s', (_, __, text) => {
    for (const placed of placings(text)) compareReaders(placed);
  });

  it('are read by the fast reader now and then, and declined now and then', () => {
    const outcomes = specificationCases.flatMap(([, , text]) => placings(text).map(compareReaders));
    const agreed = outcomes.filter((outcome) => outcome === 'agreed').length;
    expect(agreed).toBeGreaterThan(150);
    expect(outcomes.length - agreed).toBeGreaterThan(150);
  });

  it('are all there', () => {
    const counts = { 2: 28, 5: 14, 6: 29, 7: 24, 8: 22, 9: 6, 10: 9 };
    const numbers = Object.entries(counts).flatMap(([chapter, count]) =>
      Array.from({ length: count }, (_, index) => `${chapter}.${index + 1}`),
    );
    expect([...new Set(specificationCases.map(([number]) => number))]).toEqual(numbers);
  });
});
