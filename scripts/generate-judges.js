/**
 * Makes code out of the shipped schemas, so that a run on them compiles nothing: src/repository/generated/shipped-judges.js.
 * The file is made by `npm run build` and before the tests; it is not kept in version control.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import addFormats from 'ajv-formats';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}schemas/`;
const target = `${root}src/repository/generated/shipped-judges.js`;

const prose = new Set(['title', 'description', 'examples']);

const names = [
  ...readdirSync(folder).filter((name) => name.endsWith('.schema.json')),
  ...readdirSync(`${folder}types`).map((name) => `types/${name}`),
].sort();

const texts = new Map(names.map((name) => [name, readFileSync(folder + name, 'utf8').replaceAll('\r\n', '\n')]));

// The same options as src/repository/compile-schemas.ts; tests/repository/schema-shelf.test.ts compares the two.
const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
  allErrors: true,
  ownProperties: true,
  logger: false,
  code: { source: true, esm: true },
});
addFormats(ajv);
for (const [name, text] of texts) ajv.addSchema(withoutProse(JSON.parse(text)), name);

/** A schema without what is written for people: it judges the same and is a third of the size. */
function withoutProse(schema) {
  if (Array.isArray(schema)) return schema.map(withoutProse);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(
    ([key, value]) => !(prose.has(key) && (typeof value === 'string' || Array.isArray(value))),
  );
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutProse(value)]));
}

const exported = Object.fromEntries(names.map((name, index) => [`judge${index}`, name]));
const code = standaloneCode(ajv, exported);
/**
 * How a schema is known again: its length and 64 bits. Not for secrets: whoever changes a schema so that it keeps them gets the shipped one. It
 * is part of the generated code, because loading Node's cryptography takes longer than everything else that is done with the schemas.
 */
function sumOf(text) {
  let first = 0x811c9dc5;
  let second = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second, 31) + unit + (second >>> 24);
  }
  return `${text.length} ${first >>> 0} ${second >>> 0}`;
}

const lists = `
const sums = ${JSON.stringify(Object.fromEntries([...texts].map(([name, text]) => [name, sumOf(text)])))};
${sumOf.toString()}
export function isShipped(name, text) {
  return Object.hasOwn(sums, name) && sums[name] === sumOf(text);
}
export const judges = {${names.map((name, index) => `${JSON.stringify(name)}: judge${index}`).join(', ')}};
`;

mkdirSync(`${root}src/repository/generated`, { recursive: true });
const bundle = await rolldown({
  input: 'virtual:judges',
  cwd: root,
  platform: 'node',
  plugins: [
    {
      name: 'judges',
      resolveId: (id) => (id === 'virtual:judges' ? `${root}judges.js` : null),
      load: (id) => (id === `${root}judges.js` ? code + lists : null),
    },
  ],
});
await bundle.write({ file: target, format: 'esm', comments: false });
