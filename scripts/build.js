/**
 * Makes dist/: a tiny entry, one chunk with what nearly every run needs, and chunks for the rest, every dependency inside. An
 * installed press needs no other package, and starts in little more than the time that Node itself takes.
 *
 * Few files, because each costs a look-up; but nothing big that a run may not need, because reading code costs, too.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { lateProse } from './late-prose.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = `${root}dist/cli`;

const source = (path) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** What the three commands run through that are run most. What two of them share is the core; the rest is a chunk for each. */
const parts = {
  core: ['cli/run.ts', 'cli/dispatch.ts', 'repository/open.ts'].map(source),
  judging: ['cli/commands/validate.ts', 'rules/index.ts', 'reporters/pretty.ts'].map(source),
  choosing: ['cli/commands/export.ts', 'cli/commands/list.ts', 'formats/list.ts'].map(source),
};

/**
 * What a run needs only when something is out of the ordinary, though it is imported by statement: src/cli/loading/chunk-loader.ts loads a
 * chunk whose name begins with `late-` when something of it is used.
 */
const seldom = [
  ['late-slips', /src\/repository\/(?:yaml-(?!reader)|plain-yaml|fence-|compose-release)/],
  ['late-zones', /node_modules\/temporal-|src\/text\/zoned-time\.ts/],
  ['late-schema', /src\/model\/(?:schema-(?:fixes|proposals|sentences)|list-edits|date-repair)/],
  ['late-query', /src\/model\/query/],
  [
    'late-memory',
    /src\/repository\/cache\/(?:by-content|content-stamps|compared-rows|fact-(?:columns|reader|writer)|growing-column|list-columns|memory-file|sections|text-table)/,
  ],
  ['late-drawing', /src\/reporters\/drawing\/|node_modules\/get-east-asian-width/],
];

/** Packages that src/repository/lazy-packages.ts loads by `require` when they are needed, if ever. */
const latePackages = ['yaml', 'gray-matter'];

rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
const seen = new Set();

/** Remembers the modules of a bundle, for the list of licences. */
const noteModules = {
  name: 'note-modules',
  moduleParsed: ({ id }) => void seen.add(id),
};

await bundleProgram();
for (const name of latePackages) await bundleLatePackage(name);
await bundleStart(digestOfBundle());
writeFileSync(`${root}dist/THIRD-PARTY-LICENCES.txt`, licences(seen));

async function bundleProgram() {
  const bundle = await rolldown({
    input: { main: `${root}src/cli/main.ts` },
    cwd: root,
    platform: 'node',
    preserveEntrySignatures: 'allow-extension',
    plugins: [{ name: 'late-packages', resolveId: late }, lateProse, noteModules],
  });
  let division;
  const partOf = (id, context) => (division ??= dividedParts(context)).get(id) ?? null;
  const groups = [
    // What the entry itself needs: «--version» and «--help» are answered without the core.
    {
      name: 'entry',
      test: /(?:cli\/(?:version|command-groups|options\/globals)\.ts|model\/press-error\.ts|package\.json)$/,
      priority: 3,
    },
    ...seldom.map(([name, test]) => ({ name, test, priority: 2 })),
    { debugName: 'parts', name: partOf, priority: 1 },
  ];
  await bundle.write({
    dir: outdir,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    codeSplitting: { groups, includeDependenciesRecursively: false },
  });
}

/** To which part each module belongs. */
function dividedParts(context) {
  const [core, judging, choosing] = [parts.core, parts.judging, parts.choosing].map((ids) =>
    staticClosure(ids, context),
  );
  const division = new Map();
  for (const id of new Set([...core, ...judging, ...choosing])) {
    const isShared = core.has(id) || (judging.has(id) && choosing.has(id));
    division.set(id, isShared ? 'core' : judging.has(id) ? 'judging' : 'choosing');
  }
  return division;
}

/** The modules themselves and everything that they import by statement. */
function staticClosure(ids, context) {
  const closure = new Set();
  const queue = [...ids];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (closure.has(id)) continue;
    closure.add(id);
    queue.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return closure;
}

async function bundleLatePackage(name) {
  // gray-matter holds an `eval` for fences of other languages; front-matter-reader.ts refuses them all before it is reached.
  const bundle = await rolldown({
    input: { [name]: name },
    cwd: root,
    platform: 'node',
    checks: { eval: false },
    plugins: [noteModules],
  });
  await bundle.write({
    dir: `${outdir}/late`,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].cjs',
    exports: 'auto',
  });
}

/** What `bin/press.js` loads, by Node's own `require`: it loads the rest. */
async function bundleStart(digest) {
  const bundle = await rolldown({
    input: { start: `${root}src/cli/loading/start.ts` },
    cwd: root,
    platform: 'node',
    transform: { define: { BUNDLE: JSON.stringify(digest) } },
  });
  await bundle.write({ dir: outdir, format: 'cjs', minify: true, entryFileNames: '[name].cjs' });
}

/** So that code kept for one bundle is never taken for another's. */
function digestOfBundle() {
  const hash = createHash('sha256');
  for (const name of readdirSync(outdir, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = `${outdir}/${name}`;
    if (path.endsWith('.cjs')) hash.update(`${name}\n`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function late(id, importer) {
  const isLate = latePackages.includes(id) && importer?.endsWith('lazy-packages.ts');
  return isLate ? { id: `./late/${id}.cjs`, external: true } : null;
}

/** The licence of every package whose code is in the bundle. */
function licences(modules) {
  const packages = new Map();
  for (const id of modules) {
    const match = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id);
    if (match !== null) packages.set(match[2], `${match[1]}/`);
  }
  const texts = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, folder]) => licenceOf(name, folder));
  return `The program in this folder holds code of these packages.\n\n${texts.join('\n')}`;
}

function licenceOf(name, folder) {
  const { version, license } = JSON.parse(readFileSync(`${folder}package.json`, 'utf8'));
  const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'LICENCE', 'license', 'license.md', 'License', 'LICENSE-MIT'];
  const file = names.find((each) => existsSync(folder + each));
  const text =
    file === undefined ? 'The package states its licence in package.json only.\n' : readFileSync(folder + file, 'utf8');
  return `${'='.repeat(80)}\n${name} ${version} (${license})\n\n${text.trim()}\n`;
}
