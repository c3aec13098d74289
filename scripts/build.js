/**
 * Makes dist/: a tiny entry, one chunk with what nearly every run needs, and chunks for the rest, every dependency inside. An
 * installed press needs no other package, and starts in little more than the time that Node itself takes.
 *
 * Few files, because each costs a look-up; but nothing big that a run may not need, because reading code costs, too.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const outdir = `${root}dist/cli`;

/** What `validate`, `list` and `export` run through: these and all that they import at once are the core chunk. */
const everyRun = [
  'run.ts',
  'dispatch.ts',
  'commands/validate.ts',
  'commands/export.ts',
  'commands/list.ts',
  '../repository/open.ts',
  '../rules/index.ts',
  '../reporters/pretty.ts',
  '../formats/list.ts',
].map((path) => fileURLToPath(new URL(`../src/cli/${path}`, import.meta.url)));

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
writeFileSync(`${root}dist/THIRD-PARTY-LICENCES.txt`, licences(seen));

async function bundleProgram() {
  const bundle = await rolldown({
    input: { main: `${root}src/cli/main.ts` },
    cwd: root,
    platform: 'node',
    plugins: [{ name: 'late-packages', resolveId: late }, noteModules],
  });
  let core;
  const inCore = (id, context) => (core ??= staticClosure(everyRun, context)).has(id);
  const groups = [
    // What the entry itself needs: «--version» is answered without the core.
    { name: 'entry', test: /(?:cli\/version\.ts|model\/press-error\.ts|package\.json)$/, priority: 2 },
    { debugName: 'core', name: (id, context) => (inCore(id, context) ? 'core' : null), priority: 1 },
  ];
  await bundle.write({
    dir: outdir,
    format: 'esm',
    minify: true,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups },
  });
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
