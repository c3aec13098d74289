/** Terms of other vocabularies: by the short names that taxonomy.yaml uses, and by address. */

/** Short names that press knows, and what stands for them on the web. An address here is a name: nobody opens it. */
const known: ReadonlyMap<string, string> = new Map([['medtop', 'http://cv.iptc.org/newscodes/mediatopic/']]);

const ADDRESS = /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|urn:|tag:|info:)/;

/** `medtop:20000574` as an address; undefined for a short name that nobody can look up. */
export function matchAddress(concept: string): string | undefined {
  if (ADDRESS.test(concept)) return concept;
  const colon = concept.indexOf(':');
  const start = known.get(concept.slice(0, colon));
  return start === undefined ? undefined : start + concept.slice(colon + 1);
}

/** The short name of an address where there is one, else the address itself. */
export function matchName(address: string): string {
  for (const [prefix, start] of known) if (address.startsWith(start)) return `${prefix}:${address.slice(start.length)}`;
  return address;
}
