/**
 * A language tag in its canonical case and form (BCP 47), as feeds and pages write it: `EN-gb` becomes `en-GB`, `mo` becomes
 * `ro`. Undefined for a text that is no tag.
 */
export function canonicalLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The language of a tag without script and region, in small letters (RFC 5646 §2.2.1): `sr-Latn` is `sr`; the text itself when it has none. */
export function primaryLanguage(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}
