import { expect, it } from 'vitest';
import { jsonForSight, xmlForSight } from '../../src/text/sight-escapes.ts';

const deceiving = '\u007F\u009F\u061C\u200E\u200F\u202A\u202E\u2066\u2069';

it('writes what turns and moves other characters as JSON and as XML can', () => {
  const json = jsonForSight(JSON.stringify(deceiving));
  expect(json).toBe('"\\u007F\\u009F\\u061C\\u200E\\u200F\\u202A\\u202E\\u2066\\u2069"');
  expect(JSON.parse(json)).toBe(deceiving);
  expect(xmlForSight(`<a>${deceiving}</a>`)).toBe(
    '<a>&#x007F;&#x009F;&#x061C;&#x200E;&#x200F;&#x202A;&#x202E;&#x2066;&#x2069;</a>',
  );
});

it('leaves everything else alone', () => {
  const plain = 'Ж é\u00A0א\u2028\u2029\u2065\u206A\u200B~';
  expect([jsonForSight(plain), xmlForSight(plain)]).toEqual([plain, plain]);
});
