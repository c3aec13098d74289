/** Which formats tell readers that a release was withdrawn. */
import { exportFormats } from '../../formats/index.ts';

/** Their ids. */
export async function tellingFormats(): Promise<ReadonlySet<string>> {
  const cards = await Promise.all([...exportFormats.values()].map((load) => load()));
  return new Set(cards.filter(({ hasTombstones }) => hasTombstones).map(({ id }) => id));
}
