import type { Edition } from '../../src/model/edition.ts';
import type { ExportFormat } from '../../src/model/export-format.ts';

/** Everything that a format writes of an edition. */
export function written(format: ExportFormat, edition: Edition): string {
  return [...format.write(edition)].join('');
}
