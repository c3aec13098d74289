import { describe, expect, it } from 'vitest';
import { groupSummaries } from '../../../src/cli/command-groups.ts';
import { commandNames } from '../../../src/cli/commands/index.ts';
import { kindOfRun } from '../../../src/cli/loading/kind-of-run.ts';

describe('the kind of a run', () => {
  it.each(commandNames.map((name) => [name]))('of «%s» is the command', (name) => {
    expect(kindOfRun([...name.split(' '), 'word', '--debug'])).toBe(name.replace(' ', '-'));
  });

  it('of a question of a shell is that, whatever has been typed', () => {
    expect(kindOfRun(['__complete', 'bash', 'sh'])).toBe('__complete');
    expect(kindOfRun(['__complete', 'bash', 'show', '--help'])).toBe('__complete-show');
    expect(kindOfRun(['__complete', 'bash', '../x', ''])).toBe('__complete');
  });

  it.each([['taxonomy --help'], ['validate --help'], ['validate -h'], ['help list'], ['-C somewhere']])(
    'of «%s» is help',
    (line) => {
      expect(kindOfRun(line.split(' '))).toBe('help');
    },
  );

  it.each([
    [[]],
    [['--help']],
    [['help']],
    [['--version']],
    [['-V']],
    [['../../etc/passwd']],
    [['Ähm']],
    [['x'.repeat(50)]],
  ])('is nothing to keep code for: %j', (argv) => {
    expect(kindOfRun(argv)).toBeUndefined();
  });

  it('knows the groups that commands of two words have', () => {
    const groups = commandNames.flatMap((name) => (name.includes(' ') ? [name.split(' ')[0]] : []));
    expect([...groupSummaries.keys()]).toEqual([...new Set(groups)]);
  });
});
