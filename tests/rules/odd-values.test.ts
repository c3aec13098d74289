/** A key may hold anything: no rule falls over a group, a list of lists or nothing where a text is wanted. */
import { describe, expect, it } from 'vitest';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { validate } from '../../src/operations/validate.ts';
import { rules } from '../../src/rules/index.ts';
import { smallRepository } from '../fuzz/small-repository.ts';
import { levelsWith, testNow } from './example-repository.ts';

const repository = await smallRepository();
const levels = levelsWith(...rules.map(({ id }) => id));
const keys =
  'id title date place source fields countries status embargo updated slug lang type summary contacts attachments related aliases ' +
  'corrections translationOf boilerplate image keywords origin permalink nobody Embargo draft';
// The last ones are declined by the fast reader, and so are read by the exact one, whose groups have no prototype.
const values = [
  '{}',
  '[]',
  '[[]]',
  '[{}]',
  '{a: {b: c}}',
  '[[a], {b: c}]',
  '~',
  '""',
  '!x',
  '{"a": "b"}',
  '["a", {"b": ["c"]}]',
  '\n  ? a\n  : b',
  '\n  "a": {}\n',
];

describe.each(keys.split(' '))('«%s»', (key) => {
  it.each(values)('may hold %j', (value) => {
    for (const extra of [undefined, '"é"']) {
      const text = sampleRelease({ [key]: value, ...(extra === undefined ? {} : { '"note"': extra }) });
      const unsaved = [repository.manuscriptFrom(samplePath, Buffer.from(text))];
      const { diagnostics } = validate(repository, { rules, levels, unsaved, paths: [samplePath], now: testNow });
      expect(diagnostics.every(({ message }) => !message.includes('[object'))).toBe(true);
    }
  });
});
