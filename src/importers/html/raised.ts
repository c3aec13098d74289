const characters: ReadonlyMap<string, string> = new Map(
  [...'0123456789+-−n'].map((plain, at) => [plain, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ'][at] ?? plain] as const),
);

/** Digits as raised characters; undefined for anything that has none for all of it. */
export function raised(digits: string): string | undefined {
  const signs = [...digits].map((sign) => characters.get(sign));
  return /\d/.test(digits) && signs.every((sign) => sign !== undefined) ? signs.join('') : undefined;
}
