/** The largest of any number of numbers, or the least that it shall be. `Math.max(...many)` ends the program where there are very many. */
export function largest(numbers: Iterable<number>, least: number): number {
  let most = least;
  for (const number of numbers) if (number > most) most = number;
  return most;
}
