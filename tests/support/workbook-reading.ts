/** Workbooks as outside judges read them. */
import { strFromU8, unzipSync } from 'fflate';
import { XmlDocument } from 'libxml2-wasm';
import { readSheet } from 'read-excel-file/node';

/** What a reader finds in a cell: a day is a moment at midnight UTC. */
export type ReadCell = string | number | boolean | Date | null;

/** Rows of the sheet, the heading among them, as a reader sees them that knows nothing of press. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadCell[][]> {
  return (await readSheet(Buffer.from(bytes), { trim: false })) as ReadCell[][];
}

/** Parts of the workbook by their paths, each well-formed XML: throws where one is not. */
export function workbookTexts(bytes: Uint8Array): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    XmlDocument.fromBuffer(content).dispose();
    parts.set(path, strFromU8(content));
  }
  return parts;
}
