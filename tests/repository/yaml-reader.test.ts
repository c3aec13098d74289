import { describe, expect, it } from 'vitest';
import { readFrontMatter } from '../../src/repository/front-matter-reader.ts';
import { parseInTime } from '../../src/repository/parse-yaml.ts';
import { OutOfTime, withinTime } from '../../src/repository/stopwatch.ts';
import { readYaml } from '../../src/repository/yaml-reader.ts';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('the exact reader', () => {
  it('counts places from where the text begins in its file', () => {
    const { faults } = readYaml('a: b\na: c\n', 100);
    expect(faults).toMatchObject([{ start: 105, end: 106, related: [{ start: 100, end: 101 }] }]);
    expect(readYaml('a: b', 100).locate(['a'], 'value')).toEqual({ start: 103, end: 104 });
    expect(readYaml('- x', 100).faults).toMatchObject([{ start: 100, end: 103 }]);
  });

  it('leaves numbers and truth to whoever knows what they are meant to be, with their spelling', () => {
    const reading = readYaml('a: 1984\nb: [0x1F, true, text]\nc: {d: 1e3}\ne: .inf', 0);
    expect(plain(reading.data)).toEqual({ a: 1984, b: [31, true, 'text'], c: { d: 1000 }, e: null });
    expect(reading.untexted.map(({ path, source }) => [path.join('.'), source])).toEqual([
      ['a', '1984'],
      ['b.0', '0x1F'],
      ['b.1', 'true'],
      ['c.d', '1e3'],
      ['e', '.inf'],
    ]);
    for (const { source, set } of reading.untexted) set(source);
    expect(plain(reading.data)).toEqual({ a: '1984', b: ['0x1F', 'true', 'text'], c: { d: '1e3' }, e: '.inf' });
  });

  it('gives the values of flow pairs, of keys that are no text, and of empty documents', () => {
    expect(plain(readYaml('a: [b: c, d]\n2020: e\ntrue: f\nnull: g', 0).data)).toEqual({
      2020: 'e',
      a: [{ b: 'c' }, 'd'],
      true: 'f',
      null: 'g',
    });
    for (const text of ['', '# nothing', '---\n', '\n\n'])
      expect(readYaml(text, 0), text).toMatchObject({ faults: [], untexted: [] });
    expect(readYaml('', 0).locate(['a'], 'value')).toBeUndefined();
  });

  it('says everything that is wrong with a text that the parser takes', () => {
    const { faults } = readYaml('a: *x\nb: &y c\n__proto__: d\n? e\n: f\na: g', 0);
    expect(faults.map(({ start, rule }) => `${rule} ${start}`)).toEqual([
      'front-matter 3',
      'front-matter 9',
      'front-matter 14',
      'front-matter 29',
      'duplicate-key 35',
    ]);
  });
});

describe('a text that would keep the parser busy for minutes', () => {
  it('is given up in time', () => {
    const { data, faults } = readYaml(`a: "x\\t"\nb: ${']'.repeat(1_000_000)}`, 7);
    expect(data).toBeUndefined();
    expect(faults).toMatchObject([
      { rule: 'size-limit', start: 7, end: 7, message: 'The YAML that begins here takes too long to read.' },
    ]);
    expect(parseInTime('a: b')?.toJS()).toEqual({ a: 'b' });
  });

  it('or find no room on the stack is given up, too', () => {
    const text = `fields: [${'a: '.repeat(30_000)}]`;
    expect(parseInTime(text)).toBeUndefined();
    expect(readYaml(text, 0).faults).not.toEqual([]);
  });

  it('gets time that is measured, and no more', () => {
    expect(withinTime(1000, () => 5)).toBe(5);
    expect(() =>
      withinTime(20, () => {
        for (;;);
      }),
    ).toThrow(OutOfTime);
    expect(() =>
      withinTime(1000, () => {
        throw new RangeError('its own');
      }),
    ).toThrow(new RangeError('its own'));
    expect(withinTime(1000, () => withinTime(1000, () => 'inside'))).toBe('inside');
  });
});

describe('the block between two fences', () => {
  it('is read with places of its file', () => {
    const reading = readFrontMatter('a: b\nc: d\n', 4);
    expect(plain(reading.data)).toEqual({ a: 'b', c: 'd' });
    expect(reading.locate(['c'], 'value')).toEqual({ start: 12, end: 13 });
    expect(readFrontMatter('a: b\na: c\n', 4).faults).toMatchObject([{ start: 9 }]);
  });

  it.each(['', '\n', '# x\n', '\n# x\n\n'])('%j holds nothing, and is no one else’s nothing', (block) => {
    const reading = readFrontMatter(block, 4);
    expect(reading.faults).toEqual([]);
    expect(Object.keys(reading.data ?? { no: 'data' })).toEqual([]);
    expect(reading.locate(['a'], 'value')).toBeUndefined();
  });

  it('is read anew each time: the same broken block is broken again', () => {
    for (const _ of [1, 2, 3])
      expect(readFrontMatter('a: [\n', 4)).toMatchObject({ data: undefined, faults: [{ rule: 'front-matter' }] });
  });

  it.each(['!!js/function "x"', '!!js/regexp /x/', 'js: process.exit(1)'])('runs nothing: %s', (value) => {
    expect(() => readFrontMatter(`a: ${value}\n`, 4)).not.toThrow();
  });
});
