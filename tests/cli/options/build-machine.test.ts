import { describe, expect, it } from 'vitest';
import { isGithubActions, prefixInCheckout, wantsRedaction } from '../../../src/cli/options/build-machine.ts';
import type { OptionValues } from '../../../src/model/command.ts';
import type { Environment } from '../../../src/model/environment.ts';

type Variables = Readonly<Record<string, string>>;

const surroundings = (variables: Variables): Pick<Environment, 'variable'> => ({ variable: (name) => variables[name] });

describe('isGithubActions', () => {
  it.each([
    [{ GITHUB_ACTIONS: 'true' }, true],
    [{ GITHUB_ACTIONS: 'false' }, false],
    [{ CI: 'true' }, false],
  ])('of %j is %j', (variables: Variables, is) => {
    expect(isGithubActions(surroundings(variables))).toBe(is);
  });
});

describe('prefixInCheckout', () => {
  it.each([
    [{ GITHUB_WORKSPACE: '/builds/site' }, 'newsroom/press/'],
    [{ CI_PROJECT_DIR: '/builds/site/' }, 'newsroom/press/'],
    [{ GITHUB_WORKSPACE: '/builds/site/newsroom/press' }, ''],
    [{ GITHUB_WORKSPACE: '/builds/site/newsroom/press/releases' }, ''],
    [{ GITHUB_WORKSPACE: '/builds/other' }, ''],
    [{ GITHUB_WORKSPACE: 'site' }, ''],
    [{}, ''],
  ])('in %j is %j', (variables: Variables, prefix) => {
    expect(prefixInCheckout('/builds/site/newsroom/press', surroundings(variables))).toBe(prefix);
  });

  it('takes a folder whose name begins with dots for one', () => {
    expect(prefixInCheckout('/builds/..press', surroundings({ GITHUB_WORKSPACE: '/builds' }))).toBe('..press/');
  });
});

describe('wantsRedaction', () => {
  const wants = (options: OptionValues, outIsTerminal: boolean, payload: unknown): boolean => {
    const read = (): Uint8Array => new TextEncoder().encode(JSON.stringify(payload));
    const variables = surroundings({ GITHUB_ACTIONS: 'true', GITHUB_EVENT_PATH: '/event.json' });
    return wantsRedaction(options, { ...variables, outIsTerminal, files: { read } } as unknown as Environment);
  };
  const open = { repository: { private: false, visibility: 'public' } };

  it('leaves a terminal alone unless it is asked for', () => {
    expect(wants({}, true, open)).toBe(false);
    expect(wants({ redactUnpublished: true }, true, open)).toBe(true);
    expect(wants({}, false, open)).toBe(true);
    expect(wants({ redactUnpublished: false }, false, open)).toBe(false);
  });
});
