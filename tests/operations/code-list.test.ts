import { describe, expect, it } from 'vitest';
import { readCodeList } from '../../src/operations/code-list.ts';

const codes = (text: string, kind: 'iso3166' | 'medtop'): string => [...readCodeList(text, kind)].join(' ');

describe('a list of country codes', () => {
  it.each([
    ['one a line', 'FI\nNO\n', 'FI NO'],
    ['with names behind', 'FI Finland\r\nNO\tNorway\r\n', 'FI NO'],
    ['with remarks', '# ISO 3166-1\n\nFI  Finland\n', 'FI'],
    ['a table', 'name,alpha-2,alpha-3,code\nFinland,FI,FIN,246\n"Korea, Republic of","KR","KOR",410\n', 'FI KR'],
    ['a table with semicolons and a byte-order mark', '\uFEFFCode;Land\nFI;Finnland\nNO;Norwegen', 'FI NO'],
    ['JSON objects', '[{"name":"Finland","alpha-2":"FI","alpha-3":"FIN"},{"alpha-2":"NO"}]', 'NO FI'],
    ['JSON by code', '{"FI":"Finland","NO":"Norway"}', 'FI NO'],
    ['JSON of codes alone', '["FI","NO"]', 'NO FI'],
    ['nothing', '', ''],
    ['something else', 'Finland\nfi\nFIN\n', ''],
    ['broken JSON', '["FI",', ''],
  ])('%s', (_, text, found) => expect(codes(text, 'iso3166')).toBe(found));
});

describe('a list of media topics', () => {
  it.each([
    ['one a line', 'medtop:20000574\nmedtop:05000000 education\n', 'medtop:20000574 medtop:05000000'],
    ['numbers alone, quoted', '"20000574","Elections"\n', 'medtop:20000574'],
    ['addresses', 'http://cv.iptc.org/newscodes/mediatopic/20000574\n', 'medtop:20000574'],
    ['too short', 'medtop:2000574\n', ''],
    [
      'the form of the IPTC, where some are retired',
      JSON.stringify({
        '@context': {},
        conceptSet: [
          { uri: 'http://cv.iptc.org/newscodes/mediatopic/20000574', qcode: 'medtop:20000574', prefLabel: { en: 'x' } },
          { qcode: 'medtop:20000001', retired: '2020-01-01T00:00:00+00:00' },
        ],
      }),
      'medtop:20000574',
    ],
  ])('%s', (_, text, found) => expect(codes(text, 'medtop')).toBe(found));

  it('may be nested however deep', () => {
    const deep = `${'['.repeat(5000)}"medtop:20000574"${']'.repeat(5000)}`;
    expect(codes(deep, 'medtop')).toBe('medtop:20000574');
  });
});
