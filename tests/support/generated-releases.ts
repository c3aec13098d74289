/** Releases in every style that people write front matter in, made from a seed: the same seed gives the same releases. */

export interface GeneratedRelease {
  readonly path: string;
  readonly text: string;
  /** What stands before and behind the value of `topics`. */
  readonly head: string;
  readonly tail: string;
  readonly topics: readonly string[];
}

const topics = ['water', 'soil', 'air', 'forests', 'birds'];

/** As many releases, about as many of them with each topic as without; none has a topic twice. */
export function generatedReleases(count: number, seed: number): GeneratedRelease[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, index) => generated(index, random));
}

type Random = (below: number) => number;

/** A linear congruential generator (Numerical Recipes); its upper bits are random enough for styles. */
function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function generated(index: number, random: Random): GeneratedRelease {
  const chosen = topics.filter(() => random(2) === 0).sort(() => random(3) - 1);
  const [first = 'soil', ...more] = chosen;
  const id = `2010-03-04-r${index}`;
  const isTranslation = random(10) === 0;
  const lines = [`id: ${id}${isTranslation ? '.ru' : ''}`, 'title: "A title: with water"', 'date: 2010-03-04'];
  const value = written([first, ...more], random);
  const behind = ['author: north', ...(isTranslation ? ['lang: ru'] : []), '# water stays here', 'status: published'];
  const before = ['---', ...lines, 'topics:'].join('\n');
  const after = ['', ...behind, '---', 'VIENNA, 4 March 2010 - About water, soil and [water].', ''].join('\n');
  const end = random(4) === 0 ? '\r\n' : '\n';
  const mark = random(5) === 0 ? '\uFEFF' : '';
  const ended = (text: string): string => text.replaceAll('\n', end);
  const head = mark + ended(before);
  return {
    path: `releases/${2001 + (index % 20)}/${id}${isTranslation ? '.ru' : ''}.md`,
    text: head + ended(value + after),
    head,
    tail: ended(after),
    topics: [first, ...more],
  };
}

/** A list in one of the styles; a single topic often stands without one. */
function written(list: readonly string[], random: Random): string {
  const quoted = list.map((topic) => ["'", '"', '', ''].map((mark) => mark + topic + mark)[random(4)] ?? topic);
  const [only] = quoted;
  if (quoted.length === 1 && random(2) === 0) return ` ${only ?? ''}${random(3) === 0 ? ' # alone' : ''}`;
  const comments = quoted.map(() => (random(4) === 0 ? ' # a remark' : ''));
  const indent = ' '.repeat(random(3));
  switch (random(4)) {
    case 0:
      return ` [${quoted.join(', ')}]${comments[0] ?? ''}`;
    case 1:
      return `   [ ${quoted.join(' ,')} ]`;
    case 2:
      return ` [\n    ${quoted.map((topic, index) => `${topic},${comments[index] ?? ''}`).join('\n    ')}\n  ]`;
    default:
      return quoted
        .map((topic, index) => `\n${indent}-${' '.repeat(1 + random(2))}${topic}${comments[index] ?? ''}`)
        .join('');
  }
}
