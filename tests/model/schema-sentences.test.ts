import { describe, expect, it } from 'vitest';
import { explainViolation, valueAt } from '../../src/model/schema-sentences.ts';
import type { SchemaViolation } from '../../src/model/schema-violation.ts';

const data = {
  title: '',
  empty: null,
  size: 'big',
  digits: '12',
  list: ['a', 'a'],
  map: { b: 'c' },
  long: `${'x'.repeat(80)}\nmore`,
  contacts: [{ nam: 'x' }],
  2020: { labl: 1 },
};
const told = (violation: Partial<SchemaViolation>): ReturnType<typeof explainViolation> =>
  explainViolation({ path: [], keyword: 'type', params: {}, ...violation }, data);

describe('a violation in words', () => {
  it.each<[Partial<SchemaViolation>, string]>([
    [{ path: ['title'], keyword: 'minLength' }, 'The value of «title» is an empty text.'],
    [{ path: ['empty'] }, 'The value of «empty» is empty.'],
    [{ path: ['size'], params: { type: 'integer' } }, '«size» must be a whole number, not «big».'],
    [{ path: ['list'], params: { type: 'string' } }, '«list» must be text, not a list.'],
    [
      { path: ['map'], params: { type: ['string', 'array'] } },
      '«map» must be text or a list, not a group of «key: value» lines.',
    ],
    [{ path: ['size'], params: { type: 'exotic' } }, '«size» must be exotic, not «big».'],
    [{ path: ['size'], keyword: 'enum' }, '«big» is not a value that «size» takes.'],
    [{ path: ['size'], keyword: 'const' }, '«big» is not a value that «size» takes.'],
    [{ path: ['size'], keyword: 'pattern' }, '«big» is not a value that «size» takes.'],
    [
      { path: ['long'], keyword: 'maxLength', params: { limit: 9 } },
      'The value of «long» has 85 characters; at most 9 are allowed.',
    ],
    [{ path: ['list'], keyword: 'minItems', params: { limit: 3 } }, 'The list «list» needs at least 3 of them.'],
    [{ path: ['list'], keyword: 'maxItems', params: { limit: 1 } }, 'The list «list» has more than 1 items.'],
    [{ path: ['list'], keyword: 'uniqueItems' }, 'The list «list» names the same thing twice.'],
    [{ path: ['map'], keyword: 'maxProperties', params: { limit: 0 } }, '«map» has more than 0 entries.'],
    [{ path: ['map'], keyword: 'minProperties', params: { limit: 2 } }, '«map» needs at least 2 «key: value» line.'],
    [{ path: ['list', 1], keyword: 'pattern' }, '«a» is not a value that «list[2]» takes.'],
    [{ path: ['long'], keyword: 'pattern' }, `«${'x'.repeat(60)}…» is not a value that «long» takes.`],
  ])('%j', (violation, message) => {
    expect(told(violation)).toMatchObject({ path: violation.path, atKey: false, message });
  });

  it('points at the second of two equal items', () => {
    expect(told({ path: ['list'], keyword: 'uniqueItems', params: { i: 1, j: 0 } })).toEqual({
      path: ['list', 1],
      atKey: false,
      message: '«a» stands in «list» a second time.',
      hint: 'Take one of the two out, or write what was meant.',
    });
  });

  it('counts characters as the schema does, not halves of them', () => {
    const violation = { path: ['face'], keyword: 'maxLength', params: { limit: 1 } };
    expect(explainViolation(violation, { face: '😀😀' }).message).toBe(
      'The value of «face» has 2 characters; at most 1 are allowed.',
    );
  });

  it.each<[Partial<SchemaViolation>, string | undefined]>([
    [{ path: ['size'], keyword: 'pattern', params: { pattern: '^[a-f]+$' } }, 'It cannot hold «i». In cm.'],
    [{ path: ['size'], keyword: 'pattern', params: { pattern: '^[a-z]{9}$' } }, 'In cm.'],
    [{ path: ['long'], keyword: 'pattern', params: { pattern: '^[a-z]+$' } }, 'It cannot hold a line break. In cm.'],
    [{ path: ['digits'], params: { type: 'integer' } }, 'Take the quotes off. In cm.'],
    [{ path: ['size'], params: { type: 'integer' } }, 'In cm.'],
    [
      { path: ['size'], params: { type: ['string', 'array'] } },
      'In cm. A list stands in brackets, as in [one, two], or has «- » before each item.',
    ],
    [{ path: ['empty'], params: { type: 'array' } }, 'In cm.'],
  ])('shows the way out of %j', (violation, hint) => {
    expect(told({ description: 'In cm.', ...violation }).hint).toBe(hint);
  });

  it('names what is missing, and where', () => {
    expect(told({ keyword: 'required', params: { missingProperty: 'id' }, description: 'The identity.' })).toEqual({
      path: [],
      atKey: false,
      message: 'The key «id» is missing.',
      hint: 'The identity.',
    });
    expect(told({ path: ['contacts', 0], keyword: 'required', params: { missingProperty: 'name' } })).toEqual({
      path: ['contacts', 0],
      atKey: false,
      message: 'The key «name» is missing in «contacts[1]».',
    });
    expect(told({ path: ['2020'], keyword: 'required', params: { missingProperty: 'label' } }).message).toBe(
      'The key «label» is missing in «2020».',
    );
  });

  it.each(['additionalProperty', 'unevaluatedProperty'])(
    'names a key that is not known, and what may have been meant: %s',
    (param) => {
      expect(
        told({ path: ['contacts', 0], keyword: 'x', params: { [param]: 'nam' }, known: ['name', 'role'] }),
      ).toEqual({
        path: ['contacts', 0, 'nam'],
        atKey: true,
        message: 'The key «nam» is not known here.',
        hint: 'Did you mean «name»?',
      });
      expect(told({ keyword: 'x', params: { [param]: 'zzz' } })).not.toHaveProperty('hint');
    },
  );

  it('names a name that cannot be one', () => {
    expect(
      told({
        path: ['map'],
        keyword: 'propertyNames',
        params: { propertyName: 'Topic' },
        description: 'Small letters.',
      }),
    ).toEqual({
      path: ['map', 'Topic'],
      atKey: true,
      message: '«Topic» cannot be a name in «map».',
      hint: 'Small letters.',
    });
  });

  it('lists the values that are allowed, else says what the schema says', () => {
    expect(told({ path: ['size'], keyword: 'enum', params: { allowedValues: ['draft', 5] } }).hint).toBe(
      'It takes «draft», «5».',
    );
    expect(told({ path: ['size'], keyword: 'pattern', description: 'A number.' }).hint).toBe('A number.');
  });
});

describe('the value at a path', () => {
  it.each<[readonly (string | number)[], unknown]>([
    [[], data],
    [['list', 1], 'a'],
    [['map', 'b'], 'c'],
    [['2020', 'labl'], 1],
    [['list', 5], undefined],
    [['size', 'length'], undefined],
    [['map', 'toString'], undefined],
    [['empty', 'x'], undefined],
  ])('%j', (path, value) => {
    expect(valueAt(data, path)).toBe(value);
  });
});
