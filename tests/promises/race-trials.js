/**
 * Races between processes of the program as it is shipped: several commands at once, and an editor among them.
 *
 *     node tests/promises/race-trials.js [--rounds 1] [--seed N] [--people 20] [--only new,refactor,editor,readers,import,cache,signals]
 *
 * `--rounds` multiplies how often each race is run: 1 is what the tests do, 100 what is done before a version goes out; `--people` is how many
 * make a release at once. Prints a line of
 * figures; ends with 1 when anything was lost, mixed, torn, or told wrongly, and with a line for each such case.
 */
import { spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    people: { type: 'string', default: '20' },
    only: { type: 'string', default: 'new,refactor,editor,readers,import,cache,signals' },
  },
});
const rounds = Number(values.rounds);
const random = generator(Number(values.seed));
const project = fileURLToPath(new URL('../../', import.meta.url));
const program = join(project, 'bin/press.js');
const scratch = mkdtempSync(join(tmpdir(), 'press-races-'));
const figures = new Map();
const faults = [];

const races = {
  new: newReleases,
  refactor: refactors,
  editor: editing,
  readers: reading,
  import: importing,
  cache: remembering,
  signals: interrupting,
};
try {
  for (const name of values.only.split(',')) await races[name](rounds);
  const told = [...figures].map(([name, count]) => `${count} ${name}`).join(', ');
  process.stdout.write(`seed ${values.seed}: ${told}; ${faults.length} faults\n`);
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** Many who make a release at once: of the same name one, of different names all. */
async function newReleases(times) {
  const people = Number(values.people);
  const enough = ['--date', '2026-07-06', '--source', 'odihr', '--field', 'youth'];
  for (let round = 0; round < times; round += 1) {
    const cwd = folder({}, 'shipped');
    const make = (title, at) => press(['new', title, ...enough, '--summary', `From number ${at}.`], cwd);
    const same = await together(people, (at) => make('Race', at));
    const made = same.filter(({ status }) => status === 0);
    const text = readFileSync(join(cwd, 'releases/2026/2026-07-06-race.md'), 'utf8');
    require(made.length === 1, `${made.length} of ${people} made the same release`);
    require(text.includes(`From number ${same.indexOf(made[0])}.`), 'the release is not the one of its maker');
    for (const each of same) requireSentence(each, [0, 2]);
    const different = await together(people, (at) => make(`Number ${at}`, at));
    for (const [at, each] of different.entries()) {
      requireSentence(each, [0, 2]);
      const isThere = readdirSync(join(cwd, 'releases/2026')).includes(`2026-07-06-number-${at}.md`);
      require(isThere === (each.status === 0), `number ${at}: status ${each.status}, and ${isThere ? 'a' : 'no'} file`);
      // Whoever waited for five seconds in vain is told so; a busy machine has such people.
      if (each.status !== 0) require(each.err.includes('has been changing'), `refused: ${each.err}`);
      count(each.status === 0 ? 'different releases made at once' : 'told to come again', 1);
    }
    count(`times ${people} made the same release at once, and one did`, made.length);
    requireTidy(cwd);
    done(cwd);
  }
}

/** Two refactorings of the same files: neither loses what the other did. */
async function refactors(times) {
  const lines = ['rename water waters', 'rename soil soils', 'merge air --into nature', 'label birds Fowl'];
  for (let round = 0; round < 2 * times; round += 1) {
    const cwd = folder(archive(3));
    const first = random(lines.length);
    const pair = [lines[first], lines[(first + 1 + random(lines.length - 1)) % lines.length]];
    const ends = await together(2, async (at) => {
      await pause(random(40));
      return press(['taxonomy', ...pair[at].split(' ')], cwd);
    });
    for (const [at, end] of ends.entries()) {
      requireSentence(end, [0, 2]);
      const isThere = hasHappened(cwd, pair[at]);
      require(isThere ===
        (end.status === 0), `«${pair[at]}» ended with ${end.status}, and is ${isThere ? '' : 'not '}there`);
    }
    require((await press(['validate'], cwd)).status === 0, `«${pair.join('», «')}»: the archive is broken`);
    count('pairs of refactorings', 1);
    requireTidy(cwd);
    done(cwd);
  }
}

function hasHappened(cwd, line) {
  const taxonomy = readFileSync(join(cwd, 'taxonomy.yaml'), 'utf8');
  const texts = textsIn(cwd);
  const all = (word) => texts.every((text) => new RegExp(`[[ ]${word}[\\],]`).test(text));
  const none = (word) => texts.every((text) => !new RegExp(`[[ ]${word}[\\],]`).test(text));
  if (line.startsWith('rename water')) return taxonomy.includes('formerIds: [water]') && all('waters') && none('water');
  if (line.startsWith('rename soil')) return taxonomy.includes('formerIds: [soil]') && all('soils') && none('soil');
  if (line.startsWith('merge air')) return taxonomy.includes('replacedBy: [nature]') && all('nature') && none('air');
  return taxonomy.includes('Fowl');
}

/** Somebody saves a file while it is being refactored: what they saved stays, or their text is what was refactored. */
async function editing(times) {
  for (let round = 0; round < 2 * times; round += 1) {
    const cwd = folder(archive(12));
    const path = join(cwd, `releases/2010/2010-03-04-r${random(12)}.md`);
    const mark = `Edited in round ${round}.`;
    const text = `${readFileSync(path, 'utf8')}${mark}\n`;
    const refactoring = press(['taxonomy', 'rename', 'water', 'waters'], cwd);
    // The command needs most of its time to start and to read.
    await pause(random(700));
    if (round % 2 === 0) writeFileSync(path, text);
    else {
      writeFileSync(`${path}.part~`, text);
      renameSync(`${path}.part~`, path);
    }
    const end = await refactoring;
    requireSentence(end, [0, 1, 2]);
    const now = readFileSync(path, 'utf8');
    const isKept = now.includes(mark);
    require(isKept, `an edit is lost (status ${end.status}): ${end.err}`);
    const untouched = textsIn(cwd).filter((each) => !each.includes(mark));
    const isWhole = (word) => untouched.every((each) => new RegExp(`[[ ]${word}[\\],]`).test(each));
    require(isWhole('waters') || isWhole('water'), `a mix (status ${end.status}): ${end.err}`);
    require(end.status === 2 ? isWhole('water') : isWhole('waters'), `status ${end.status}, but ${untouched[0]}`);
    count('edits during a refactoring', 1);
    if (end.status !== 0) count('of them told as a conflict or refused', 1);
    requireTidy(cwd, ['.press/conflicts']);
    done(cwd);
  }
}

/** Others read while files change: all old, all new, or a sentence and status 2. */
async function reading(times) {
  const files = archive(60);
  const used = [
    ['validate'],
    ['export', '-f', 'json'],
    ['export', '-f', 'csv', '-o', 'out.csv'],
    ['list', '-f', 'json'],
  ];
  const cwd = folder(files);
  await press(['taxonomy', 'rename', 'water', 'waters'], cwd);
  const answer = async (place, args) => {
    const end = await press(args, place);
    const out = args.includes('-o') && end.status === 0 ? readFileSync(join(place, 'out.csv'), 'utf8') : end.out;
    return { ...end, out };
  };
  const fresh = await together(used.length, (at) => answer(cwd, used[at]));
  await press(['taxonomy', 'undo'], cwd);
  const old = await together(used.length, (at) => answer(cwd, used[at]));
  let isNew = false;
  for (let round = 0; round < 2 * times; round += 1) {
    const change = isNew ? ['taxonomy', 'undo'] : ['taxonomy', 'rename', 'water', 'waters'];
    rmSync(join(cwd, 'out.csv'), { force: true });
    const changing = press(change, cwd);
    const answers = await together(used.length, async (at) => {
      await pause(random(500));
      return answer(cwd, used[at]);
    });
    const changed = await changing;
    requireSentence(changed, [0]);
    isNew = !isNew;
    for (const [at, each] of answers.entries()) {
      requireSentence(each, [0, 2]);
      const isWhole = [old[at], fresh[at]].some(({ out, status }) => out === each.out && status === each.status);
      require(isWhole ||
        each.status === 2, `«${used[at].join(' ')}» saw a mix, status ${each.status}: ${each.out.slice(0, 400)}`);
      count('readings during a change', 1);
      if (each.status === 2) count('of them refused', 1);
    }
  }
  requireTidy(cwd);
  done(cwd);
}

/** Two who bring in sources of which some are the same: each release is there once. */
async function importing(times) {
  for (let round = 0; round < times; round += 1) {
    const cwd = folder(archive(2));
    for (const [name, from, to] of [
      ['one', 0, 20],
      ['two', 10, 30],
    ])
      for (let at = from; at < to; at += 1)
        write(join(cwd, `../sources-${name}/s${at}.md`), release(`s${at}`, `Source ${at}`));
    const ends = await together(2, async (at) => {
      await pause(random(60));
      return press(['import', `../sources-${at === 0 ? 'one' : 'two'}`], cwd);
    });
    for (const end of ends) requireSentence(end, [0, 1, 2]);
    const titles = textsIn(cwd).map((text) => /^title: (.*)$/m.exec(text)?.[1] ?? '');
    require(new Set(titles).size ===
      titles.length, `a release came in twice: ${ends.map(({ err }) => err).join('\n')}`);
    const expected = new Set();
    if (ends[0].status !== 2) for (let at = 0; at < 20; at += 1) expected.add(`Source ${at}`);
    if (ends[1].status !== 2) for (let at = 10; at < 30; at += 1) expected.add(`Source ${at}`);
    for (const title of expected) require(titles.includes(title), `«${title}» was brought in, and is not there`);
    require(titles.length === expected.size + 2, `${titles.length} releases where ${expected.size + 2} should be`);
    require(ends.some(
      ({ status }) => status !== 2,
    ), `both imports were refused: ${ends.map(({ err }) => err).join('\n')}`);
    count('pairs of imports', 1);
    requireTidy(cwd);
    rmSync(join(cwd, '../sources-one'), { recursive: true });
    rmSync(join(cwd, '../sources-two'), { recursive: true });
    done(cwd);
  }
}

/** Ten who ask and two who change, in an archive that is remembered: every answer is one that was true while it was asked for. */
async function remembering(times) {
  const cwd = folder(archive(520));
  const titles = [0, 0];
  for (let round = 0; round < times; round += 1) {
    const before = [...titles];
    const writers = together(2, async (who) => {
      const path = join(cwd, `releases/2010/2010-03-04-r${who}.md`);
      for (let step = 0; step < 3; step += 1) {
        await pause(random(300));
        titles[who] += 1;
        writeFileSync(`${path}~`, release(`r${who}`, `Version ${titles[who]} `));
        renameSync(`${path}~`, path);
      }
    });
    const readers = await together(10, async (at) => {
      await pause(random(400));
      const from = [...titles];
      const end = await press(at % 2 === 0 ? ['list', '-f', 'json'] : ['validate'], cwd);
      return { ...end, from, to: [...titles], at };
    });
    await writers;
    for (const { from, to, at, ...end } of readers) {
      requireSentence(end, [0]);
      if (at % 2 === 1) require(end.out === '520 releases, nothing wrong.\n', `validate said ${end.out}`);
      else {
        const listed = JSON.parse(end.out);
        require(listed.length === 520, `${listed.length} releases were listed`);
        for (const who of [0, 1]) {
          const title = listed.find(({ id }) => id === `r${who}`)?.title ?? '';
          const version = Number(/Version (\d+)/.exec(title)?.[1] ?? 0);
          require(from[who] <= version &&
            version <= to[who], `«${title}» between ${from[who]} and ${to[who]} (${before[who]})`);
        }
      }
      count('answers from an archive that is remembered', 1);
    }
    const strays = readdirSync(join(cwd, '.press/cache')).filter((name) => name !== 'archive');
    require(strays.length === 0, `left in the cache: ${strays.join(', ')}`);
  }
  require(readdirSync(join(cwd, '.press/cache')).includes('archive'), 'nothing was remembered');
  done(cwd);
}

/** A signal at any moment: all or nothing, at the latest after recovery, and the status of the signal unless all was done before. */
async function interrupting(times) {
  const lines = [
    ['new', 'Title', '--date', '2026-07-06', '--topic', 'water', '--summary', 'S.'],
    ['import', '../sources'],
    ['taxonomy', 'rename', 'water', 'waters'],
    ['export', '-f', 'json', '-o', 'out.json'],
  ];
  for (let round = 0; round < times; round += 1)
    for (const line of lines) {
      const signal = random(2) === 0 ? 'SIGINT' : 'SIGTERM';
      const [before, after] = [folder(archive(20)), folder(archive(20))];
      for (const cwd of [before, after])
        for (let at = 0; at < 12; at += 1) write(join(cwd, `../sources/s${at}.md`), release(`s${at}`, `Source ${at}`));
      const old = filesOf(before);
      const begun = performance.now();
      await press(line, after);
      const duration = Math.ceil(performance.now() - begun);
      const end = await press(line, before, (child) => void pause(random(duration)).then(() => child.kill(signal)));
      const number = signal === 'SIGINT' ? 130 : 143;
      // Before the program has said what is to be done at a signal, the system ends it, and the shell makes the same number of it.
      require([0, number, signal].includes(
        end.status,
      ), `«${line.join(' ')}» ended with ${end.status} at ${signal}: ${end.err}`);
      require(!/\n\s+at |press itself/.test(end.err), `«${line.join(' ')}» crashed at ${signal}: ${end.err}`);
      await press(['recover'], before);
      const [now, fresh] = [filesOf(before), filesOf(after)];
      require(now === fresh ||
        (now === old && end.status !== 0), `«${line.join(' ')}» is half done at ${signal}, status ${end.status}`);
      count(now === fresh ? 'signals behind the change' : 'signals before it', 1);
      requireTidy(before);
      done(before);
      done(after);
    }
}

/** The files of the archive, and what was made beside them. */
function filesOf(cwd) {
  const names = readdirSync(cwd, { recursive: true })
    .filter((name) => /^(?!\.press(?:\/|$)).*\.[a-z]+$/.test(name))
    .toSorted();
  return JSON.stringify(
    names.map((name) => [name, statSync(join(cwd, name)).isFile() ? readFileSync(join(cwd, name), 'utf8') : '']),
  );
}

function release(id, title = `Release ${id}`) {
  return `---\nid: ${id}\ntitle: ${title}\ndate: 2010-03-04\ntopics: [water, soil, air]\nstatus: published\n---\nVIENNA, 4 March 2010 - water and soil.\n`;
}

function archive(size) {
  const taxonomy =
    'version: 1\nfacets:\n  topic:\n    property: topics\n    multiple: true\n    terms:\n      water: {label: Water}\n      soil: {label: Soil}\n' +
    '      air: {label: Air}\n      nature: {label: Nature}\n      birds: {label: Birds}\n';
  const releases = Array.from({ length: size }, (_, at) => [`releases/2010/2010-03-04-r${at}.md`, release(`r${at}`)]);
  return { 'taxonomy.yaml': taxonomy, ...Object.fromEntries(releases) };
}

function folder(files, from) {
  const above = mkdtempSync(join(scratch, 'trial-'));
  const cwd = join(above, 'repository');
  mkdirSync(cwd);
  if (from === 'shipped')
    for (const part of ['taxonomy.yaml', 'press.yaml', 'schemas', 'releases'])
      cpSync(join(project, part), join(cwd, part), { recursive: true });
  for (const [path, text] of Object.entries(files)) write(join(cwd, path), text);
  return cwd;
}

function done(cwd) {
  rmSync(dirname(cwd), { recursive: true, force: true });
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function textsIn(cwd) {
  const top = join(cwd, 'releases');
  const names = readdirSync(top, { recursive: true }).filter((name) => name.endsWith('.md'));
  return names.map((name) => readFileSync(join(top, name), 'utf8'));
}

function press(args, cwd, whenStarted = () => undefined) {
  const child = spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  whenStarted(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve({ args, out, err, status: status ?? signal }));
  });
}

function together(number, work) {
  return Promise.all(Array.from({ length: number }, (_, at) => work(at)));
}

/** One of the statuses, and where it is not 0 a sentence that ends. */
function requireSentence({ args, status, err }, statuses) {
  require(statuses.includes(status), `«press ${args.join(' ')}» ended with ${status}: ${err}`);
  require(!/\n\s+at |press itself/.test(err), `«press ${args.join(' ')}» crashed: ${err}`);
  if (status === 2) require(/^press: .*\.\n/m.test(err), `no sentence: ${err}`);
}

/** Nothing is left but what belongs there. */
function requireTidy(cwd, allowed = []) {
  const strays = readdirSync(cwd, { recursive: true }).filter(
    (name) => /\.tmp$|~$|\.press.(?:lock|tx.)/.test(name) && !allowed.some((start) => name.startsWith(start)),
  );
  require(strays.length === 0, `left behind: ${strays.join(', ')}`);
}

function count(name, number) {
  figures.set(name, (figures.get(name) ?? 0) + number);
}

function require(holds, fault) {
  if (!holds) faults.push(fault);
}

/** Whole numbers from 0 up to a bound; the same ones for the same seed (mulberry32). */
function generator(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
