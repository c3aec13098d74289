/** The pages of this folder, read by the importers. */
import { readFileSync } from 'node:fs';
import { pageHtml } from '../../src/importers/page-html.ts';
import { pageText } from '../../src/importers/page-text.ts';
import type { ImportSource, SourceRelease } from '../../src/model/importer.ts';

/** A page of `tests/importers/pages/`. */
export function page(name: string): ImportSource {
  const bytes = readFileSync(new URL(`pages/${name}`, import.meta.url));
  return { name, bytes, text: bytes.toString('utf8') };
}

/** A page of `tests/importers/templates/`: the forms that institutions' sites have. */
export function template(name: string): ImportSource {
  const bytes = readFileSync(new URL(`templates/${name}`, import.meta.url));
  return { name, bytes, text: bytes.toString('utf8') };
}

/** Text as if it were a file. */
export function source(text: string, name = 'page'): ImportSource {
  return { name, bytes: Buffer.from(text), text };
}

/** The one release of a page in HTML. */
export function readHtml(from: ImportSource | string): SourceRelease {
  return only(pageHtml.read(typeof from === 'string' ? source(from) : from));
}

/** The one release of a page as text. */
export function readText(from: ImportSource | string): SourceRelease {
  return only(pageText.read(typeof from === 'string' ? source(from) : from));
}

function only(releases: readonly SourceRelease[]): SourceRelease {
  const [release, other] = releases;
  if (release === undefined || other !== undefined)
    throw new Error(`${releases.length} releases where one was expected`);
  return release;
}
