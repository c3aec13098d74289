/** Front matter as different hands write it: the same keys in mixed styles, orders, line ends, with comments between. */
import fc from 'fast-check';

/** What stands in the file for one key, with comments and blank lines above it. */
export interface WrittenKey {
  readonly key: string;
  /** With its line break. */
  readonly lines: string;
}

export interface StyledFrontMatter {
  readonly keys: readonly WrittenKey[];
  readonly text: string;
}

const correction = { date: '2026-01-02', kind: 'update', note: 'N: 1 # 2' };

/** Ways to write a text, by the text in quotes. */
function texts(word: string): string[] {
  return [
    ` ${word}\n`,
    ` "${word}"\n`,
    `   '${word}'   # why\n`,
    `\n  ${word}\n`,
    ` >-\n  ${word}\n`,
    ` |-\n  ${word}\n\n`,
    ` # above\n  ${word}\n`,
  ];
}

const nothing = ['\n', '   \n', ' # none yet\n', ' ~\n', ' null # none\n', ' # one\n  # two\n'];

const styles: ReadonlyMap<string, readonly string[]> = new Map([
  ['id', [' x\n']],
  ['title', [' A title\n', ' >-\n  A title\n  # no comment\n\n', ' "A: title"\n', ' A title\n  that goes on\n']],
  ['date', [' 2026-01-05\n', ' "2026-01-05"\n', " '2026-01-05T09:00:00+01:00' # noon\n"]],
  ['status', [...texts('published'), ...nothing]],
  [
    'embargo',
    [...texts('2026-03-08T09:00:00+01:00'), ...nothing, ' ""\n', ' [a, b]\n', '\n  - a\n  - b\n', '\n  a: b\n'],
  ],
  ['updated', [' 2026-01-06\n', ...texts('2026-01-06T10:00:00Z'), ...nothing]],
  ['contacts', ['\n  - name: A\n    email: a@example.org\n', ' []\n', '\n- name: "#"\n']],
  ['summary', [' |\n  Text\n  # no comment\n', ' >\n  Text\n\n  more\n', ' T # why\n']],
  ['lang', [' en\n', ' "en" # here\n']],
  [
    'corrections',
    [
      ...nothing,
      ' []\n',
      ' [ ] # none\n',
      ' [\n  ]\n',
      ...['', '  '].flatMap((indent) => [
        `\n${indent}- date: 2026-01-02\n${indent}  kind: update\n${indent}  note: "N: 1 # 2"\n`,
        `\n${indent}# first\n${indent}-   kind: update # why\n${indent}    note: >-\n${indent}      N: 1\n${indent}      # 2\n${indent}    date: 2026-01-02\n${indent}# after\n\n`,
        `\n${indent}-\n${indent}  note: 'N: 1 # 2'\n${indent}  kind: update\n${indent}  date: 2026-01-02\n`,
        `\n${indent}- ${JSON.stringify(correction)}\n`,
        `\n${indent}- {date: 2026-01-02, kind: update, note: "N: 1 # 2"} # why\n`,
      ]),
      ` [${JSON.stringify(correction)}]\n`,
      ' [{date: 2026-01-02, kind: update, note: "N: 1 # 2"},] # why\n',
      ' [\n    {date: 2026-01-02, kind: update, note: "N: 1 # 2"} # why\n  ]\n',
    ],
  ],
]);

const between = fc.constantFrom('', '', '', '# a remark\n', '\n', '# two\n# remarks\n');

function written(key: string): fc.Arbitrary<WrittenKey> {
  const name = fc.constantFrom(`${key}:`, `${key}:`, `${key} :`, `"${key}":`);
  return fc
    .tuple(between, name, fc.constantFrom(...(styles.get(key) ?? [])))
    .map(([above, label, value]) => ({ key, lines: `${above}${label}${value}` }));
}

/** Every key at most once; `id` is always there. The text is a whole file. */
export const styledFrontMatter: fc.Arbitrary<StyledFrontMatter> = fc
  .shuffledSubarray([...styles.keys()].filter((key) => key !== 'id'))
  .chain((keys) => fc.tuple(...['id', ...keys].map(written)))
  .chain((keys) => fc.tuple(fc.constant(keys), fc.boolean(), fc.constantFrom('', '\uFEFF'), fc.constantFrom('', '\n')))
  .map(([keys, isWindows, mark, end]) => {
    const ended = (text: string): string => (isWindows ? text.replaceAll('\n', '\r\n') : text);
    const lines = keys.map((each) => ({ key: each.key, lines: ended(each.lines) }));
    const block = lines.map((each) => each.lines).join('');
    return { keys: lines, text: `${mark}${ended('---\n')}${block}${ended(`---\nText.\n\n---\nstatus: no${end}`)}` };
  });
