/** Posts as archives of real institutions have them, and stranger ones, each with what must come out of it. */
import fc from 'fast-check';

export interface OddPost {
  readonly path: string;
  readonly text: string;
  /** On one line, as a headline stands in a release. */
  readonly title: string;
  /** Words that readers must find in the text. */
  readonly words: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

const word = fc.constantFrom(
  'Board',
  'statement',
  '«форум»',
  '“quoted”',
  'l’Arménie',
  'наблюдатели',
  '2019',
  'A&B',
  'council',
  '–',
  'الانتخابات',
  '選挙',
  'naïve',
  'O’Brien',
  '(closed)',
  '100%',
  '#5',
  '@press',
  'a*b',
  'x_y_z',
  'back\\slash',
  '$5',
  'co-operation',
  '…',
  '🙂',
);
const words = fc.array(word, { minLength: 1, maxLength: 9 });
const day = fc.record({
  year: fc.integer({ min: 1995, max: 2025 }),
  month: fc.integer({ min: 1, max: 12 }),
  date: fc.integer({ min: 1, max: 28 }),
});

const two = (value: number): string => String(value).padStart(2, '0');

/** A title, as several hands write it in YAML. */
function titleLines(title: string, form: number): string {
  const single = `'${title.replaceAll("'", "''")}'`;
  const double = `"${title.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  const blank = title.indexOf(' ', Math.floor(title.length / 2));
  const broken = (quoted: string): string =>
    blank === -1
      ? quoted
      : quoted.replace(title.slice(blank + 1, blank + 4), (rest) => rest).replace(/ (?=\S+$)/, '\n');
  return (
    [
      `title: ${single}`,
      `title: ${double}`,
      `title: >-\n  ${title}`,
      `title: ${broken(single)}`,
      `title: |-\n  ${title}`,
      `"title" : ${double}`,
    ][form % 6] ?? ''
  );
}

const fences = fc.constantFrom(
  ['---', '---'],
  ['---  ', '--- '],
  ['\uFEFF---', '---'],
  ['\n\n---', '---'],
  ['--- \t', '...'],
  ['<!--\n---', '---'],
  ['---yaml', '----'],
);
const extraLines = fc.subarray([
  'layout: post',
  'comments: true',
  'tags:\n- one\n- two',
  'categories: [a, b]',
  'description: Note: a colon',
  'author: "Somebody',
  'excerpt: @all',
  'tags:\n\t- tabbed',
  'layout: post',
  'image: {{ site.baseurl }}/a.png',
  'links: []',
  'weird key: 1',
  '__proto__: x',
  'constructor: y',
  'permalink: null',
  'url: /a b/c.html',
  'lang: fr',
  'params:\n  x: 1',
  'aliases: [/old, "/older/"]',
  '# a remark',
  'sitemap:\n  exclude: yes',
]);

interface Piece {
  readonly text: string;
  readonly words: readonly string[];
}

const piece = fc.oneof(
  words.map((list): Piece => ({ text: list.join(' ').replace(/^[#@$–…0-9(*-]/, 'Z$&'), words: [] })),
  fc.constantFrom<Piece>(
    { text: '<p>Inside <b>bold</b> words</p>', words: ['Inside', 'bold', 'words'] },
    { text: '<table><tr><td>Cellone</td><td>Celltwo</td></tr></table>', words: ['Cellone', 'Celltwo'] },
    { text: '<script>steal()</script>', words: [] },
    { text: '<div class="x">\n\nMarkdown **inside** it\n\n</div>', words: ['Markdown', 'inside'] },
    { text: '- item one\n- item <i>two</i><br>\n  more', words: ['item', 'two', 'more'] },
    { text: '{% include video.html id="x" %}', words: [] },
    { text: '[Link]({{ site.baseurl }}/files/a.pdf) text', words: ['Link', 'text'] },
    { text: 'Before <!-- a note --> after', words: ['Before', 'after'] },
    { text: '```\n<b>code</b> {{ x }}\n```', words: ['code'] },
    { text: 'Text{:.lead}\n{: .note}', words: ['Text'] },
    { text: '> quoted <em>words</em>\n> go on', words: ['quoted', 'words'] },
    { text: '<iframe src="https://v.example/1"></iframe>', words: [] },
    { text: 'A < B and C > D, <placeholder> too', words: ['placeholder'] },
    { text: '<ul>\n<li>First\n<li>Second\n</ul>', words: ['First', 'Second'] },
    { text: '| a | b |\n|---|---|\n| one<br>two | <b>three</b> |', words: ['one', 'two', 'three'] },
    { text: '</div></p></td>stray', words: ['stray'] },
    { text: '<a href="javascript:x()">Press</a> <img src=x onerror=y> here', words: ['Press', 'here'] },
  ),
);

const fileName = fc.record({ words, long: fc.boolean(), form: fc.nat(4) });

/** One odd post; its number keeps its name apart from all others. */
export const oddPost = (number: number): fc.Arbitrary<OddPost> =>
  fc
    .record({
      words,
      day,
      fences,
      extraLines,
      form: fc.nat(5),
      pieces: fc.array(piece, { minLength: 1, maxLength: 6 }),
      fileName,
      hasDate: fc.boolean(),
      crlf: fc.boolean(),
    })
    .map((odd): OddPost => {
      const dayText = `${odd.day.year}-${two(odd.day.month)}-${two(odd.day.date)}`;
      const title = `${odd.words.join(' ')} ${number}`;
      const [opening = '', closing = ''] = odd.fences;
      const lines = [titleLines(title, odd.form), ...(odd.hasDate ? [`date: ${dayText}`] : []), ...odd.extraLines];
      const body = odd.pieces.map(({ text }) => text).join('\n\n');
      const text = `${opening}\n${lines.join('\n')}\n${closing}\n${body}\n`;
      const name = odd.fileName.words
        .join(' ')
        .replace(/[/\\]/g, '-')
        .slice(0, odd.fileName.long ? 200 : 40);
      const longName = odd.fileName.long ? name.padEnd(190, ' long name') : name;
      return {
        path: `${['--odd', '_posts', 'a b', '“folder”', '-x'][odd.fileName.form] ?? ''}/${dayText}-${number} ${longName.trim()}.md`,
        text: odd.crlf ? text.replaceAll('\n', '\r\n') : text,
        title,
        words: odd.pieces.flatMap((each) => each.words),
        day: dayText,
      };
    });
