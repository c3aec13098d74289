/** Front matter in JSON, as Hugo and Eleventy have it. */
import type { ReadKeys } from './written-keys.ts';

/** The keys of a block, with or without its outer braces; undefined for what is no JSON. */
export function readJsonKeys(block: string): ReadKeys | undefined {
  const data = parsed(block) ?? parsed(`{${block}}`);
  if (data === undefined) return undefined;
  const keys = Object.entries(data).map(([key, value]: [string, unknown]) => ({ key, value, line: undefined }));
  return { keys, changed: [], stray: [] };
}

function parsed(text: string): object | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : undefined;
  } catch {
    return undefined;
  }
}
