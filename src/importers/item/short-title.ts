/** A headline as long as a release may have one. */
const MOST_CHARACTERS = 300;

/** The headline, cut behind a word where it is too long, and what became of the rest. */
export function shortTitle(title: string): { readonly value: string; readonly changed: readonly string[] } {
  if (title.length <= MOST_CHARACTERS) return { value: title, changed: [] };
  const room = title.slice(0, MOST_CHARACTERS - 1);
  const blank = room.lastIndexOf(' ');
  const kept = (blank > MOST_CHARACTERS / 2 ? room.slice(0, blank) : room).toWellFormed().replace(/\uFFFD$/, '');
  const rest = title.slice(kept.length).trim().slice(0, 200);
  return {
    value: `${kept}…`,
    changed: [`The headline has ${title.length} characters and was cut; it goes on «${rest}».`],
  };
}
