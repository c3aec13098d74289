import { readdirSync, readFileSync } from 'node:fs';
import { importers } from '../../../src/importers/index.ts';
import type { ImportSource, SourceRelease } from '../../../src/model/importer.ts';
import { decode } from '../../../src/repository/decode.ts';
import { smallRepository } from '../small-repository.ts';
import { refusedOr } from '../refusals.ts';
import { bytesOf, type FuzzTarget } from '../target.ts';

const tests = new URL('../../', import.meta.url);
const repository = await smallRepository();

function filesOf(folder: string, ending: RegExp): Uint8Array[] {
  const names = readdirSync(new URL(folder, tests)).filter((name) => ending.test(name));
  return names.map((name) => readFileSync(new URL(folder + name, tests))).filter(({ length }) => length < 20_000);
}

/** What the reader of front matter makes of a block, as `press import` hands it to importers. */
function readYaml(block: string): ReturnType<NonNullable<ImportSource['readYaml']>> {
  const manuscript = repository.manuscriptFrom('releases/x.md', Buffer.from(`---\n${block}\n---\n`));
  return manuscript.faults.length > 0 ? undefined : manuscript.data;
}

interface SourceKind {
  readonly id: string;
  readonly what: string;
  readonly seeds: readonly Uint8Array[];
  readonly signs: readonly string[];
  readonly cases?: number;
}

/** An importer reads what the decoder lets through; what comes out has no control characters and no address that runs. */
async function importTarget({ id, ...kind }: SourceKind): Promise<FuzzTarget> {
  const load = importers.get(id);
  if (load === undefined) throw new Error(`no importer ${id}`);
  const importer = await load();
  return {
    ...kind,
    id: `import-${id}`,
    judge(input) {
      const text = decode(input);
      if (typeof text !== 'string') return 'refused';
      const source: ImportSource = { name: 'source', bytes: input, text: text.replace(/^\uFEFF/, ''), readYaml };
      importer.recognise(source);
      importer.mistakes?.(source);
      return refusedOr(() => {
        for (const release of importer.read(source)) requireHarmless(release);
        importer.leavesOut?.(source);
      }, /source/);
    },
  };
}

/** Places are looked at when the release is put together. */
function requireHarmless({ title, body, url }: SourceRelease): void {
  const lines = [title?.value, url].filter((value) => value !== undefined);
  for (const line of lines)
    if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(line)) throw new Error(`not one line: ${JSON.stringify(line)}`);
  if (/\]\(\s*(?:javascript|vbscript|data):/i.test(body)) throw new Error(`an address that runs: ${body}`);
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/.test(body))
    throw new Error(`a control character: ${JSON.stringify(body)}`);
}

const table =
  'id,title,date,place,body,fields\na,"A, b",2009-11-16,Baku,"One.\n\nTwo.",elections\nb,B,16/11/2009,,x,\n';
const record = { id: 'a', title: 'A', date: '2009-11-16', place: ['Baku'], body: 'x', contacts: [{ name: 'y' }] };
const post = '---\ntitle: A\ndate: 2009-11-16 10:00:00 +0100\ntags: [a, b]\nlayout: post\n---\nBAKU - Text {{ x }}.\n';

const kinds: readonly SourceKind[] = [
  {
    id: 'page-html',
    what: 'a page in HTML',
    seeds: [...filesOf('importers/pages/', /\.html$/), ...filesOf('importers/templates/', /\.html$/)],
    signs: ['<p>', '</p>', '<div>', '<b>', '<ul><li>', '<table><tr><td>', '<h1>', '<a href="', '<img src=x>', '<svg>', '<base href=x>', '<template>', '<plaintext>', '<meta charset=utf-16>', 'Date:', 'BAKU, 3 June 2009 - '],
    cases: 800,
  },
  {
    id: 'page-text',
    what: 'a page as text',
    seeds: filesOf('importers/pages/', /\.txt$/),
    cases: 2000,
    signs: ['Date:\n', 'Place: ', 'Source:\n', 'Fields of work: ', '\t', '* ', 'BAKU, 3 June 2009 - '],
  },
  { id: 'markdown', what: 'a post of another site builder', seeds: bytesOf(post), cases: 800, signs: ['+++\n', 'draft: true\n', '{% x %}', '{{< x >}}', 'date: ', 'permalink: '] },
  { id: 'csv', what: 'a table', seeds: bytesOf(table, table.replaceAll(',', ';'), table.replaceAll(',', '\t')), signs: ['"', '""', ',', ';', '\t', '\r\n', "'=", '\\;'] },
  { id: 'json', what: 'a list in JSON', seeds: bytesOf(JSON.stringify([record, record])), signs: ['"__proto__":{}', '[', '{"a":', '"\\u0000"'] },
  { id: 'ndjson', what: 'records line by line', seeds: bytesOf(`${JSON.stringify(record)}\n${JSON.stringify(record)}\n`), signs: ['\n', '{}', '[', '"title":null'] },
  {
    id: 'feed',
    what: 'a feed',
    seeds: [...filesOf('importers/feeds/', /site|desk|office/), ...filesOf('golden/formats/', /reference\.(rss|atom|feed\.json|json)$/)],
    signs: ['<item>', '</item>', '<entry>', 'xmlns:x="y"', '<link href="javascript:x"/>', '<pubDate>x</pubDate>', '<content type="xhtml">', '<?xml version="1.1"?>'],
    cases: 800,
  },
  { id: 'newsml-g2', what: 'NewsML-G2', seeds: filesOf('importers/feeds/', /agency/), signs: ['<newsItem>', '<catalog href="http://x"/>', '<inlineXML>', 'xmlns="x"', '<pubStatus qcode="stat:canceled"/>'], cases: 2000 },
  { id: 'ninjs', what: 'ninjs', seeds: filesOf('golden/formats/', /reference\.ninjs/), cases: 600, signs: ['"pubstatus":"canceled"', '"uri":', '"embargoed":', '[', '{'] },
]; // prettier-ignore

export const sources: readonly FuzzTarget[] = await Promise.all(kinds.map(importTarget));
