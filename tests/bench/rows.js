/** How each goal of `goals.json` is measured: which two commands are paired, or whose memory is looked at. */
import { eleventy, hugo, plainBuild, remark, velite } from './peers.js';
import { bareNode, caching, catFiles, cold, edited, finding, gitStatus, press, readFiles, walkFiles } from './sides.js';

const feed = ['export', '-f', 'rss'];

/** `above` and `below` are the two sides of a fraction. */
const ratios = {
  read: { above: cold('validate'), below: readFiles },
  'read-caching': { above: caching('validate'), below: readFiles },
  cat: { above: cold('validate'), below: catFiles },
  messy: { above: finding(cold('validate')), below: readFiles, archive: 'messy' },
  'plain-build': { above: plainBuild, below: cold('validate') },
  hugo: { above: hugo, below: cold(...feed) },
  velite: { above: velite, below: cold('validate') },
  remark: { above: remark, below: cold('validate') },
  eleventy: { above: eleventy, below: cold('validate') },
  'warm-git': { above: press('validate'), below: gitStatus },
  'warm-export-git': { above: press('export', '--field', 'elections'), below: gitStatus },
  'warm-walk': { above: press('validate'), below: walkFiles },
  edited: { above: edited('validate'), below: press('validate') },
  content: { above: cold('validate'), below: press('validate', '--cache', 'content') },
  text: { above: cold('list', '--text', 'handbook'), below: readFiles },
};

/** Both sides take milliseconds: more rounds, and a finer clock. */
const starts = {
  'start-version': { above: press('--version'), below: bareNode },
  'start-help': { above: press('--help'), below: bareNode },
  'start-validate': { above: press('validate'), below: bareNode },
  'start-export': { above: press('export', '--field', 'elections'), below: bareNode },
  'start-find': { above: press('taxonomy', 'find', 'Turkey'), below: bareNode },
};

const memories = {
  'memory-validate': cold('validate'),
  'memory-export': cold(...feed),
  'memory-list': cold('list'),
};

/** The same command at 100k and at 10k. */
const growths = {
  'growth-validate': cold('validate'),
  'growth-warm': press('validate'),
  'growth-export': cold(...feed),
  'growth-list': press('list'),
};

/** The way to measure a goal. */
export function rowOf(id) {
  if (Object.hasOwn(ratios, id)) return { kind: 'ratio', ...ratios[id] };
  if (Object.hasOwn(starts, id)) return { kind: 'start', ...starts[id] };
  if (Object.hasOwn(memories, id)) return { kind: 'memory', side: memories[id] };
  if (Object.hasOwn(growths, id)) return { kind: 'growth', side: growths[id] };
  throw new Error(`goals.json has «${id}», and nothing measures it.`);
}
