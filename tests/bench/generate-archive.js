/**
 * Writes an archive of releases for measuring: the same count and kind give the same bytes on every machine.
 *
 *     node tests/bench/generate-archive.js FOLDER COUNT [plain|messy]
 *
 * `plain` is an archive as press itself writes it, without findings. `messy` is one of many hands: the same releases in every style of
 * YAML, with line ends of two systems, byte-order marks, comments, drafts, embargoes, translations, and about one file in ten with a
 * mistake.
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { bodyOf, titleOf, translatedBody } from './generated-texts.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FIRST_YEAR = 1997;
const LAST_YEAR = 2025;

/** Makes `folder` a repository with `count` releases. */
export function generateArchive(folder, count, kind = 'plain') {
  mkdirSync(folder, { recursive: true });
  for (const name of ['schemas', 'taxonomy.yaml', 'press.yaml'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const words = vocabulary();
  const random = randomFrom(20_261_130 + count);
  let year = 0;
  let original;
  for (let index = 0; index < count; index++) {
    const drawn = releaseOf(index, { count, random, words });
    const release = kind === 'messy' && original !== undefined && random(15) === 0 ? translationOf(original) : drawn;
    if (release.year !== year) mkdirSync(join(folder, `releases/${release.year}`), { recursive: true });
    year = release.year;
    original = release === drawn ? drawn : undefined;
    writeFileSync(join(folder, `releases/${year}/${release.id}.md`), written(release, { kind, random, index }));
  }
}

/** A linear congruential generator (Numerical Recipes): a whole number below `below`. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What the shipped vocabulary offers: terms without an end, and places with the office that works there. */
function vocabulary() {
  const { facets } = parse(readFileSync(join(root, 'taxonomy.yaml'), 'utf8'));
  return {
    fields: Object.keys(facets.field.terms),
    countries: [
      'austria',
      'georgia',
      'moldova',
      'serbia',
      'albania',
      'kazakhstan',
      'uzbekistan',
      'poland',
      'finland',
      'malta',
    ],
    places: [
      ['Vienna', 'secretariat'],
      ['Warsaw', 'odihr'],
      ['The Hague', 'hcnm'],
    ],
  };
}

const months = 'January February March April May June July August September October November December'.split(' ');

function releaseOf(index, { count, random, words }) {
  const day = Math.floor((index / count) * (LAST_YEAR - FIRST_YEAR + 1) * 336);
  const year = FIRST_YEAR + Math.floor(day / 336);
  const month = Math.floor((day % 336) / 28);
  const inMonth = (day % 28) + 1;
  const [place, source] = pick(words.places, random);
  const date = `${year}-${two(month + 1)}-${two(inMonth)}`;
  const slug = `${place.toLowerCase().replaceAll(' ', '-')}-${index}`;
  return {
    year,
    id: `${date}-${slug}`,
    date,
    dateline: `${place.toUpperCase()}, ${inMonth} ${months[month]} ${year}`,
    place,
    source,
    title: titleOf(index, random),
    fields: several(words.fields, 1 + random(3), random),
    countries: several(words.countries, 1 + random(2), random),
    body: bodyOf(random),
  };
}

/** The same release in Russian. It was made of another state of the text, so it is out of date. */
function translationOf(original) {
  const digest = `sha256:${'0'.repeat(64)}`;
  return {
    ...original,
    id: `${original.id}.ru`,
    lang: 'ru',
    title: `По-русски: ${original.title}`,
    body: translatedBody,
    translationOf: [`translationOf: { id: ${original.id}, digest: "${digest}" }`],
  };
}

function written(release, { kind, random, index }) {
  const plain = lines(release, { fields: `fields: [${release.fields.join(', ')}]`, status: 'published' });
  return kind === 'messy' ? messy(release, { random, index }) : plain;
}

function lines(release, { fields, status, title = release.title, extra = [], dateline = release.dateline }) {
  return [
    '---',
    `id: ${release.id}`,
    `title: ${title}`,
    `date: ${release.date}`,
    `place: ${release.place}`,
    `source: ${release.source}`,
    fields,
    `countries: [${release.countries.join(', ')}]`,
    ...extra,
    ...(release.translationOf ?? []),
    `lang: ${release.lang ?? 'en'}`,
    `status: ${status}`,
    '---',
    `${dateline} – ${release.body}`,
    '',
  ].join('\n');
}

/** One of many hands: a style, and now and then something that is wrong. */
function messy(release, { random, index }) {
  const styles = [
    `fields: [${release.fields.join(', ')}]`,
    `fields:\n${release.fields.map((term) => `  - ${term}`).join('\n')}`,
    `fields:\n${release.fields.map((term) => `- "${term}" # see the minutes`).join('\n')}`,
    `fields: [\n  ${release.fields.join(',\n  ')}\n]`,
  ];
  const title = [release.title, `"${release.title}"`, `>-\n  ${release.title.replace(' ', '\n  ')}`][random(3)];
  const oddity = oddities[random(10 * oddities.length)];
  const text = lines(release, {
    fields: styles[random(styles.length)],
    title,
    status: ['published', 'published', 'published', 'draft', 'hold'][random(5)],
    extra: [
      ...(random(20) === 0 ? ['embargo: "2999-01-01T00:00:00+01:00"'] : []),
      ...(random(8) === 0 ? ['# checked twice'] : []),
    ],
  });
  const mark = random(12) === 0 ? '\uFEFF' : '';
  const ended = index % 9 === 0 ? text.replaceAll('\n', '\r\n') : text;
  return mark + (oddity === undefined ? ended : oddity(ended));
}

const oddities = [
  (text) => text.replace('fields:', 'feilds:'),
  (text) => text.replace('status: published', 'status: publised'),
  (text) => text.replace(/date: (\d{4})-\d\d-\d\d/, 'date: $1-02-30'),
  (text) => text.replace('lang: en', 'lang: english'),
  (text) => text.replace('countries: [', 'countries: [atlantis, '),
  (text) => text.replace('place: ', 'place: "'),
  (text) => text.replace('source: ', 'source: nobody-'),
  (text) => text.replace(' – ', ' – <script>alert(1)</script> '),
  (text) => text.replace('title: ', 'title: Update: '),
  (text) => text.replace(/\n---\r?\n(?=[A-Z])/, '\n'),
];

function several(list, count, random) {
  const chosen = new Set();
  while (chosen.size < count) chosen.add(pick(list, random));
  return [...chosen];
}

function pick(list, random) {
  return list[random(list.length)];
}

function two(number) {
  return String(number).padStart(2, '0');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, count, kind] = process.argv.slice(2);
  if (folder === undefined || !(Number(count) > 0)) {
    process.stderr.write('node tests/bench/generate-archive.js FOLDER COUNT [plain|messy]\n');
    process.exitCode = 2;
  } else generateArchive(folder, Number(count), kind);
}
