/**
 * Writes the TypeScript types of the files that people edit, out of their JSON Schemas.
 *
 *   node scripts/generate-types.js           writes src/model/generated/*.ts
 *   node scripts/generate-types.js --check   writes nothing; exit status 1 when a file is missing or stale
 *
 * Each entry of a schema's `$defs` becomes a type of its own, apart from plain texts and lists. The
 * schemas say far more than types can (patterns, lengths, if and else), so everything that is not a shape
 * or a description is left out before the generator sees it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from 'json-schema-to-typescript';

const PROJECT = new URL('../', import.meta.url);
const COMMENT_WIDTH = 110;
const CODE_WIDTH = 120;

/** Schema file, file to write, type of the whole, and names where the definition's own would say too little. */
const targets = [
  {
    schema: 'schemas/release.schema.json',
    output: 'release-front-matter',
    root: 'ReleaseFrontMatter',
    names: { status: 'ReleaseStatus' },
  },
  {
    schema: 'schemas/taxonomy.schema.json',
    output: 'taxonomy-file',
    root: 'TaxonomyFile',
    names: { terms: 'TermEntries', label: 'LabelText', description: 'DescriptionText' },
  },
  {
    schema: 'schemas/press.schema.json',
    output: 'settings-file',
    root: 'SettingsFile',
    names: { boilerplate: 'BoilerplateText' },
  },
];

/** Keywords that make a shape; all others only narrow the values in it. */
const SHAPE = ['type', 'enum', 'const', 'required', 'additionalProperties'];

const style = { bracketSpacing: true, printWidth: CODE_WIDTH, singleQuote: true, trailingComma: 'all' };

/** Text of one generated file. */
async function typesOf({ schema: path, root, names }) {
  const schema = JSON.parse(await readFile(new URL(path, PROJECT), 'utf8'));
  const naming = { definitions: schema.$defs, names };
  const parts = [`// Generated from ${path} by scripts/generate-types.js`];
  parts.push(await declaration(root, schema, naming));
  for (const [key, definition] of Object.entries(schema.$defs)) {
    if (!isInlined(definition)) parts.push(await declaration(typeName(key, naming), definition, naming));
  }
  return `${parts.join('\n\n')}\n`;
}

/** One `export interface` or `export type`. */
async function declaration(name, schema, naming) {
  const options = { additionalProperties: true, bannerComment: '', ignoreMinAndMaxItems: true, style };
  const text = await compile(shapeOf(schema, naming), name, options);
  return text.trim().replace(/\/\*\*\n *\* ([^\n]*)\n *\*\//g, '/** $1 */');
}

function shapeOf(schema, naming) {
  if (schema.$ref !== undefined) return { ...shapeOfReference(schema.$ref, naming), ...comment(schema) };
  const shape = comment(schema);
  for (const keyword of SHAPE) if (schema[keyword] !== undefined) shape[keyword] = schema[keyword];
  if (schema.items !== undefined) shape.items = withoutComment(shapeOf(schema.items, naming));
  if (schema.properties !== undefined) {
    shape.properties = mapValues(schema.properties, (property) => shapeOf(property, naming));
  }
  if (typeof schema.additionalProperties === 'object') {
    shape.additionalProperties = withoutComment(shapeOf(schema.additionalProperties, naming));
  }
  return shape;
}

/** `#/$defs/contact` is `ContactEntry`; plain texts and lists stand for themselves. */
function shapeOfReference(reference, naming) {
  const key = reference.replace('#/$defs/', '');
  const definition = naming.definitions[key];
  if (definition === undefined) throw new Error(`${reference} is no definition of the same file.`);
  return isInlined(definition) ? shapeOf(definition, naming) : { tsType: typeName(key, naming) };
}

function isInlined({ type, enum: values }) {
  return type === 'array' || (type === 'string' && values === undefined);
}

/** What stands in a file is an `Entry`, so that nobody takes it for the checked thing of the same name. */
function typeName(key, { definitions, names }) {
  const suffix = definitions[key].type === 'object' ? 'Entry' : '';
  return names[key] ?? `${key.charAt(0).toUpperCase()}${key.slice(1)}${suffix}`;
}

function comment({ description }) {
  return description === undefined ? {} : { description: wrapped(description) };
}

function withoutComment(shape) {
  const bare = { ...shape };
  delete bare.description;
  return bare;
}

function wrapped(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = `${lines.at(-1)} ${word}`.trimStart();
    if (line.length <= COMMENT_WIDTH) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.join('\n');
}

function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

async function isFresh(file, text) {
  return (await readFile(file, 'utf8').catch(() => undefined)) === text;
}

async function main(check) {
  for (const target of targets) {
    const path = `src/model/generated/${target.output}.ts`;
    const file = new URL(path, PROJECT);
    const text = await typesOf(target);
    if (await isFresh(file, text)) continue;
    if (check) {
      process.stderr.write(`${path} is stale. Run «node scripts/generate-types.js».\n`);
      process.exitCode = 1;
    } else {
      await mkdir(fileURLToPath(new URL('./', file)), { recursive: true });
      await writeFile(file, text);
    }
  }
}

await main(process.argv.includes('--check'));
