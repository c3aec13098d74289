import { describe, expect, it } from 'vitest';
import { isChangeWaiting } from '../../src/repository/journal/is-waiting.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

describe('a change that waits', () => {
  it('has a record of its own name, and nothing else keeps commands from reading', () => {
    expect(isChangeWaiting(scratchFolder())).toBe(false);
    expect(isChangeWaiting(scratchFolder({ '.press/tx/0123456789ab.commit': '' }))).toBe(true);
    for (const name of ['b.commit', '0123456789ab.json', '0123456789AB.commit', 'x0123456789ab.commit'])
      expect(isChangeWaiting(scratchFolder({ [`.press/tx/${name}`]: '' })), name).toBe(false);
  });
});
