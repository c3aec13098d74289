import { describe, expect, it } from 'vitest';
import { misreadingOf } from '../../src/text/yaml-misread.ts';

describe('what other readers of YAML make of a plain text', () => {
  it.each(['y', 'Yes', 'TRUE', 'true', 'on', 'On'])('%s is yes', (text) => {
    expect(misreadingOf(text)).toEqual({ as: 'truth', value: true });
  });

  it.each(['n', 'NO', 'no', 'False', 'off'])('%s is no', (text) => {
    expect(misreadingOf(text)).toEqual({ as: 'truth', value: false });
  });

  it.each([
    '0042',
    '0o17',
    '0x1F',
    '0b101',
    '1_000',
    '1,000',
    '.5',
    '1e3',
    '1.10',
    '1.',
    '+5',
    '-0',
    '.inf',
    '.NaN',
    '6.02e+23',
    '12345678901234567',
  ])('%s is another number, or one that is written otherwise', (text) => {
    expect(misreadingOf(text)).toEqual({ as: 'number' });
  });

  it.each(['12:30', '1:02:03', '-9:15', '190:20:30.15'])('%s is a number of minutes', (text) => {
    expect(misreadingOf(text)).toEqual({ as: 'time' });
  });

  it.each([
    '',
    '2009',
    '0',
    '-7',
    '2.5',
    '0.05',
    '2009-11-16',
    '2009-11-16T09:30:00+04:00',
    '1.2.3',
    '12:60',
    '12:30 h',
    'Norway',
    'noon',
    'yes.',
    '+',
    '.',
    '-',
    '_',
    'e3',
    '0x',
    'v1',
    '10.0.0.1',
    'a'.repeat(100),
    '1'.repeat(100),
  ])('«%s» stays what it is', (text) => {
    expect(misreadingOf(text)).toBeUndefined();
  });
});
