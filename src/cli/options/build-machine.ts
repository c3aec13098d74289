/** What a machine that runs builds says about itself (docs.github.com, «Variables reference»; docs.gitlab.com, «Predefined CI/CD variables»). */
import { isAbsolute, relative, sep } from 'node:path';
import type { OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import { withoutOrders } from '../../text/build-log.ts';

/** Whether what is printed goes into a log of GitHub Actions. */
export function isGithubActions({ variable }: Pick<Environment, 'variable'>): boolean {
  return variable('GITHUB_ACTIONS') === 'true';
}

/** Where the checkout begins that a code host shows, absolute; undefined outside of builds. */
function checkoutOf({ variable }: Pick<Environment, 'variable'>): string | undefined {
  return variable('GITHUB_WORKSPACE') ?? variable('CI_PROJECT_DIR');
}

/** The path from the top of the checkout to a repository that is a folder of it, with `/` at its end; empty otherwise. */
export function prefixInCheckout(root: string, environment: Pick<Environment, 'variable'>): string {
  const checkout = checkoutOf(environment);
  if (checkout === undefined || !isAbsolute(checkout)) return '';
  const inside = relative(checkout, root);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return '';
  return `${inside.split(sep).join('/')}/`;
}

/**
 * Whether findings of releases that are not public lose their text: as the person says, else wherever GitHub runs the build, unless it
 * says that the repository is private, because whoever sees a repository sees its logs. Somebody at a terminal may see everything.
 */
export function wantsRedaction(options: OptionValues, environment: Environment): boolean {
  const asked = options['redactUnpublished'];
  if (typeof asked === 'boolean') return asked;
  return !environment.outIsTerminal && isGithubActions(environment) && !isSaidToBePrivate(environment);
}

/** By the payload of the event that began the build. What cannot be read, or says nothing, does not say «private». */
function isSaidToBePrivate(environment: Environment): boolean {
  const repository = property(eventPayload(environment), 'repository');
  const visibility = property(repository, 'visibility');
  if (visibility === 'public' || property(repository, 'private') === false) return false;
  return property(repository, 'private') === true || visibility === 'private' || visibility === 'internal';
}

function eventPayload({ variable, files }: Environment): unknown {
  const path = variable('GITHUB_EVENT_PATH');
  if (path === undefined) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(files.read(path)));
  } catch (error) {
    if (error instanceof PressError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function property(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

/**
 * For commands whose very answer is what is not public. Throws PressError where it would go into a log that others may read
 * (`wantsRedaction`).
 */
export function refusePublicLog(command: string, environment: Environment): void {
  if (!wantsRedaction({}, environment)) return;
  throw new PressError('not-public', `«press ${command}» names what is not public, and others may read this log.`, {
    hint: 'Run it on your own computer, or where GitHub says that the repository is private.',
  });
}

/** Text for people as it may go into a log: where GitHub runs the build, without what its runner would obey. */
export function loggable(text: string, environment: Pick<Environment, 'variable'>): string {
  return isGithubActions(environment) ? withoutOrders(text) : text;
}
