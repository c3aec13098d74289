/** Addresses by which outputs of press name terms: `https://press.example.org/fields/elections`. */

/** The last two parts of an address: a key of front matter and an id, if press wrote it. */
export function termAddress(uri: string): { readonly property: string; readonly id: string } | undefined {
  const [, property, coded] = /\/([a-z][a-z0-9-]{0,60})\/([^/?#]{1,200})$/.exec(uri.slice(-300)) ?? [];
  const id = coded === undefined ? undefined : decoded(coded);
  return property === undefined || id === undefined ? undefined : { property, id };
}

/** The last part of the address of a list of terms: `fields`; undefined where it is no name of one. */
export function listAddress(uri: string): string | undefined {
  return /\/([a-z][A-Za-z0-9-]{0,60})\/?$/.exec(uri.slice(-100))?.[1];
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
