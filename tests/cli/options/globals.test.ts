import { describe, expect, it } from 'vitest';
import { commandWords, readGlobals } from '../../../src/cli/options/globals.ts';

describe('the folder of -C', () => {
  it.each<[readonly string[], string | undefined]>([
    [[], undefined],
    [['list'], undefined],
    [['-C', 'dir', 'list'], 'dir'],
    [['list', '-C', 'dir'], 'dir'],
    [['list', '-Cdir'], 'dir'],
    [['list', '--repo', 'dir'], 'dir'],
    [['list', '--repo=dir'], 'dir'],
    [['list', '--repo='], ''],
    [['list', '-qC', 'dir'], 'dir'],
    [['list', '-qqCdir'], 'dir'],
    [['list', '-C', 'a', '-C', 'b'], 'b'],
    [['list', '-C'], undefined],
    [['list', '-C', '--'], '--'],
    [['show', '--', '-C', 'dir'], undefined],
    [['show', '--', '--repo=dir'], undefined],
    [['list', '--report', 'dir'], undefined],
    [['list', '-c', 'dir'], undefined],
  ])('in %j is %j', (argv, repo) => {
    expect(readGlobals(argv).repo).toBe(repo);
  });
});

describe('the other options of every command', () => {
  const nothing = { repo: undefined, noColor: false, quiet: false, noInput: false, debug: false };

  it.each<[readonly string[], object]>([
    [[], {}],
    [['list', '-q'], { quiet: true }],
    [['list', '--quiet'], { quiet: true }],
    [['-qCx', 'list'], { quiet: true, repo: 'x' }],
    [['list', '--no-color', '--no-input', '--debug'], { noColor: true, noInput: true, debug: true }],
    [['show', '--', '-q', '--no-color', '--no-input', '--debug'], {}],
    [['list', '--quieter', '--no-colors', '-d'], {}],
  ])('in %j', (argv, found) => {
    expect(readGlobals(argv)).toEqual({ ...nothing, ...found });
  });
});

describe('the words of a command line', () => {
  it.each<[readonly string[], readonly string[]]>([
    [[], []],
    [['list'], ['list']],
    [
      ['-C', 'dir', 'taxonomy', 'find', 'x'],
      ['taxonomy', 'find', 'x'],
    ],
    [['-qC', 'dir', 'list'], ['list']],
    [
      ['-Cdir', 'list', '-f', 'json'],
      ['list', 'json'],
    ],
    [['--repo=dir', 'list'], ['list']],
    [
      ['show', '--', '-x', '-C', 'y'],
      ['show', '-x', '-C', 'y'],
    ],
    [['--', 'list'], ['list']],
    [['list', '-C'], ['list']],
  ])('of %j are %j', (argv, words) => {
    expect(commandWords(argv)).toEqual(words);
  });
});
