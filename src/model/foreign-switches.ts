/** Keys with which other systems keep a text in: where nobody can be sure that one lets it out, the release waits for a person. */
import type { FrontMatter } from './manuscript.ts';
import { suspectKeysIn } from './suspect-keys.ts';

// Written without signs and capitals, as they are compared.
const keptInBy = 'deleted trashed internal scheduled headless password postpassword archived unlisted private hidden';
const letOutBy = 'live online active enabled';
const saysHow =
  'poststatus pubstatus workflow workflowstate workflowstatus moderationstate moderation reviewstatus unpublishon expireon embargoed build';

const YES = /^(?:true|yes|1|on)$/i;
const NO = /^(?:false|no|0|off|none)?$/i;
const switches: ReadonlyMap<string, RegExp> = new Map([
  ...keptInBy.split(' ').map((name) => [name, NO] as const),
  ...letOutBy.split(' ').map((name) => [name, YES] as const),
]);
const never: ReadonlySet<string> = new Set(saysHow.split(' '));

/** Whether a key that press does not know, or one in the group under it, may say that the text is not out. */
export function mayKeepIn(key: string, value: unknown): boolean {
  const data: FrontMatter = { [key]: value };
  if (suspectKeysIn(data, () => false).length > 0) return true;
  return entriesOf(key, value).some(([name, each]) => isSwitchedOff(name, each));
}

/** The key, and what stands in it. */
function entriesOf(key: string, value: unknown): [string, unknown][] {
  const isGroup = typeof value === 'object' && value !== null && !Array.isArray(value);
  return [[key, value], ...(isGroup ? Object.entries(value) : [])];
}

function isSwitchedOff(key: string, value: unknown): boolean {
  const name = key.toLowerCase().replace(/[^a-z]/g, '');
  if (never.has(name)) return true;
  const fine = switches.get(name);
  return fine !== undefined && !fine.test(String(value ?? '').trim());
}
