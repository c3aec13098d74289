import { expect, it } from 'vitest';
import { jsonObject, scriptSafeJson } from '../../../src/formats/rendering/json-text.ts';

const risky = '\u007F\u009F\u061C\u200E\u200F\u2028\u2029\u202A\u202E\u2066\u2069';
const escaped = [...risky].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');

it('keeps the order of keys, also of numbers, and escapes what a terminal or an editor would act on', () => {
  const text = jsonObject([
    ['b', risky],
    ['1', [null, '"']],
  ]);
  expect(text).toBe(`{"b":"${escaped}","1":[null,"\\""]}`);
  expect(JSON.parse(text)).toEqual({ b: risky, 1: [null, '"'] });
});

it('can be ended by nothing in a script', () => {
  const value = { a: `</script>&&<<!--${risky}` };
  const text = scriptSafeJson(value);
  expect(text).toBe(`{"a":"\\u003c/script\\u003e\\u0026\\u0026\\u003c\\u003c!--${escaped}"}`);
  expect(JSON.parse(text)).toEqual(value);
});
