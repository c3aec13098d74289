/** The page about limits: what a person can meet stands here with its words, the numbers stand in the code alone. */
import { readdirSync, readFileSync } from 'node:fs';
import { root } from '../support/session.ts';

/** A limit that press tells people of. */
export interface Limit {
  readonly what: string;
  /** File under src/, and the constant in it: `NAME`, or `name.key` for one of several in an object. */
  readonly file: string;
  readonly constant: string;
  readonly unit?: 'bytes' | 'ms';
  readonly why: string;
  /** What press says, with «…» where something is filled in. */
  readonly says: string;
  /** File under src/ where that stands, when it is another one. */
  readonly saidIn?: string;
}

const memory = 'What is held in memory has to fit, whatever is in it.';
const hang = 'Parsers that nest take minutes over a few kilobytes.';

export const limits: readonly Limit[] = [
  {
    what: 'A release',
    file: 'repository/read-file.ts',
    constant: 'fileLimits.release',
    unit: 'bytes',
    why: 'No release is that long; the size is asked before anything is read.',
    says: '…; the limit is …',
  },
  {
    what: 'taxonomy.yaml, press.yaml, each schema',
    file: 'repository/read-file.ts',
    constant: 'fileLimits.data',
    unit: 'bytes',
    why: 'Every command reads them.',
    says: '…; the limit is …',
  },
  {
    what: 'Front matter',
    file: 'text/front-matter.ts',
    constant: 'frontMatterLimits.bytes',
    unit: 'bytes',
    why: 'A block that was never closed would be the whole file.',
    says: 'The front matter that begins here has no end within … lines or … KiB.',
    saidIn: 'repository/fence-words.ts',
  },
  {
    what: 'Lines of front matter',
    file: 'text/front-matter.ts',
    constant: 'frontMatterLimits.lines',
    why: 'The same.',
    says: 'The front matter that begins here has no end within … lines or … KiB.',
    saidIn: 'repository/fence-words.ts',
  },
  {
    what: 'Levels of YAML',
    file: 'repository/yaml-prescan.ts',
    constant: 'yamlLimits.depth',
    why: hang,
    says: 'The values are nested too deeply.',
    saidIn: 'repository/yaml-sentences.ts',
  },
  {
    what: 'Time for YAML that the fast reader declines',
    file: 'repository/parse-yaml.ts',
    constant: 'PATIENCE.milliseconds',
    unit: 'ms',
    why: 'Texts may choke a parser in ways that nobody has thought of. A long text gets more.',
    says: 'The YAML that begins here takes too long to read.',
    saidIn: 'repository/yaml-sentences.ts',
  },
  {
    what: 'Time for a schema',
    file: 'repository/compile-schemas.ts',
    constant: 'PATIENCE_MILLISECONDS',
    unit: 'ms',
    why: 'Ten definitions that refer to each other ten times take years.',
    says: 'it takes too long; look for definitions that refer to each other again and again',
  },
  {
    what: 'Time for judging taxonomy.yaml or press.yaml',
    file: 'repository/data-file.ts',
    constant: 'PATIENCE_MILLISECONDS',
    unit: 'ms',
    why: 'A validator that looks for everything can find the same thing again and again.',
    says: 'So much is wrong that judging it takes too long.',
  },
  {
    what: 'Characters of a pattern in a schema',
    file: 'repository/compile-schemas.ts',
    constant: 'LONGEST_PATTERN',
    why: 'Patterns run on an engine whose time grows with the text alone, and with the pattern.',
    says: 'a pattern has … characters; the limit is …',
  },
  {
    what: 'Folders below releases/',
    file: 'repository/find-releases.ts',
    constant: 'DEEPEST_FOLDER',
    why: 'Nobody files that deep, and the walk ends.',
    says: 'The folder lies too deep: press does not look into it.',
    saidIn: 'repository/open.ts',
  },
  {
    what: 'Findings of a file',
    file: 'operations/validate-findings.ts',
    constant: 'mostFindings',
    why: 'Nobody reads more, and the first ones explain the others.',
    says: '… more findings of this file are not shown.',
  },
  {
    what: 'Results in a SARIF report',
    file: 'reporters/sarif.ts',
    constant: 'MOST_RESULTS',
    why: 'GitHub takes no more.',
    says: 'The report holds the … most serious findings; … are left out, because code scanning shows no more.',
  },
  {
    what: 'Part of a text that rules look at',
    file: 'model/judged-part.ts',
    constant: 'LONGEST',
    unit: 'bytes',
    why: 'What is longer is no prose, and would keep everybody waiting.',
    says: 'The text goes on for more than 1 MiB, and what stands behind this place was not looked at.',
    saidIn: 'operations/validate-judge.ts',
  },
  {
    what: 'Characters of a query',
    file: 'model/query-tokens.ts',
    constant: 'LONGEST_QUERY',
    why: 'A query is typed.',
    says: 'The query has … characters; the limit is ….',
  },
  {
    what: 'Levels of a query',
    file: 'model/query.ts',
    constant: 'DEEPEST_QUERY',
    why: 'Each level is a call in the program.',
    says: 'The query is nested too deeply.',
  },
  {
    what: 'A page, or another source that is one release',
    file: 'operations/bring-in-bytes.ts',
    constant: 'largestPage',
    unit: 'bytes',
    why: memory,
    says: '«…» is larger than … MiB.',
  },
  {
    what: 'A table, a list or a feed',
    file: 'importers/record/largest-archive.ts',
    constant: 'largestArchive',
    unit: 'bytes',
    why: memory,
    says: '«…» is larger than … MiB.',
    saidIn: 'operations/bring-in-bytes.ts',
  },
  {
    what: 'Elements of a page',
    file: 'importers/html/parse-html.ts',
    constant: 'MOST_ELEMENTS',
    why: 'Unclosed formatting makes the standard’s algorithm copy elements over and over.',
    says: '«…» has more than … elements.',
  },
  {
    what: 'Levels of XML',
    file: 'importers/xml/read-xml.ts',
    constant: 'DEEPEST',
    why: 'No feed nests deeper.',
    says: 'its elements nest more than … deep',
  },
  {
    what: 'Levels of JSON',
    file: 'importers/record/json-scan.ts',
    constant: 'DEEPEST',
    why: 'The engine’s parser calls itself for each.',
    says: 'is nested more than … levels deep',
  },
  {
    what: 'Entries of a feed',
    file: 'importers/feed/feed-item.ts',
    constant: 'MOST_ITEMS',
    why: memory,
    says: '«…» has more than … items.',
  },
  {
    what: 'A code list',
    file: 'cli/options/code-lists.ts',
    constant: 'LARGEST_LIST',
    unit: 'bytes',
    why: memory,
    says: '…; the limit is …',
    saidIn: 'repository/read-file.ts',
  },
  {
    what: 'Standard input of an audit',
    file: 'cli/commands/audit.ts',
    constant: 'MOST_STDIN_BYTES',
    unit: 'bytes',
    why: memory,
    says: '…; the limit is …',
    saidIn: 'repository/read-file.ts',
  },
  {
    what: 'Bytes that an audit unpacks of one file',
    file: 'repository/unpack.ts',
    constant: 'unpackLimits.bytes',
    unit: 'bytes',
    why: 'A packed file of a kilobyte can hold gigabytes. What was not looked at is told, with exit status 2.',
    says: 'unpacks to so much more than its own size that press does not look into it to its end.',
  },
  {
    what: 'Entries of a ZIP that an audit looks at',
    file: 'repository/zip-entries.ts',
    constant: 'MOST_ENTRIES',
    why: 'The same.',
    says: 'holds more files than press looks into.',
  },
  {
    what: 'Bytes of a file name that press writes',
    file: 'repository/target-place.ts',
    constant: 'LONGEST_NAME',
    why: 'Most file systems have room for 255, and temporary names have to fit as well.',
    says: '«…» in «…» is no name that every computer can hold.',
  },
  {
    what: 'Waiting for another command',
    file: 'repository/lock-waiting.ts',
    constant: 'LOCK_PATIENCE_MILLISECONDS',
    unit: 'ms',
    why: 'Changes take a moment; whoever hangs for longer should be named.',
    says: 'Another command is changing this repository.',
  },
  {
    what: 'Changes of the vocabulary that can be taken back',
    file: 'repository/journal/undo-folder.ts',
    constant: 'MOST_KEPT',
    why: 'Older ones are in version control.',
    says: 'There is nothing to take back.',
    saidIn: 'cli/commands/taxonomy-undo.ts',
  },
  {
    what: 'Rows of a workbook',
    file: 'formats/xlsx.ts',
    constant: 'MOST_ROWS',
    why: 'The file format has no more.',
    says: 'A sheet has room for … releases under its heading, and these are ….',
  },
];

/** Any constant that bounds something, wherever it stands: its name says so. */
const BOUND =
  /^(?:export )?const ((?:MOST|LONGEST|DEEPEST|LARGEST|FARTHEST)(?:_[A-Z_]+)?|(?:most|longest|deepest|largest)[A-Z]\w*) = ([\d_ *()]+);/gm;

interface Bound {
  readonly file: string;
  readonly constant: string;
  readonly value: number;
}

/** Every bound in the sources. */
export function boundsInSources(): Bound[] {
  const paths = readdirSync(`${root}src`, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return paths
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .flatMap((file) =>
      [...source(file).matchAll(BOUND)].map(([, constant = '', value = '']) => ({
        file,
        constant,
        value: product(value),
      })),
    );
}

/** The number behind a constant in the code. */
export function numberOf({ file, constant }: Pick<Limit, 'file' | 'constant'>): number {
  const [name = '', key] = constant.split('.');
  const text = source(file);
  const start = text.search(new RegExp(`const ${name}\\b`));
  if (start === -1) throw new Error(`src/${file} has no «${name}».`);
  const found = new RegExp(key === undefined ? '= ([\\d_ *]+)' : `\\b${key}: ([\\d_ *]+)`).exec(text.slice(start));
  if (found === null) throw new Error(`«${constant}» in src/${file} is no number.`);
  return product(found[1] ?? '');
}

export function source(file: string): string {
  return readFileSync(`${root}src/${file}`, 'utf8');
}

function product(text: string): number {
  return text
    .replaceAll('_', '')
    .split('*')
    .reduce((all, factor) => all * Number(factor), 1);
}

/** docs/reference/limits.md. */
export function limitsPage(): string {
  const told = new Set(limits.map(({ file, constant }) => `${file} ${constant}`));
  const rows = limits.map(
    (limit) => `| ${limit.what} | ${shown(limit)} | ${limit.why} | ${limit.says.replaceAll('|', '\\|')} |`,
  );
  const inner = boundsInSources().filter(({ file, constant }) => !told.has(`${file} ${constant}`));
  return `# Limits

<!-- Made from the program by tests/docs/limits.test.ts; UPDATE_GOLDEN=1 makes it anew. -->

Files may be broken, huge or made to do harm. So whatever press reads has a limit, and what passes it is refused with the file and a way out, and not
after a minute. Honest repositories meet none of these.

## What you may be told

| limit | how much | why | what press says |
|---|---|---|---|
${rows.join('\n')}

The schemas have limits of their own, such as 300 characters of a headline: [\`schemas/\`](../../schemas) says which, and so does press where one is passed.

## Inside

Lists in messages are cut, suggestions are looked for among so many words only, rules and importers leave alone what is longer than anything that a person
writes. None of these changes what is public.

| where | constant | how much |
|---|---|---|
${inner.map(({ file, constant, value }) => `| \`src/${file}\` | \`${constant}\` | ${value.toLocaleString('en')} |`).join('\n')}
`;
}

function shown(limit: Limit): string {
  const value = numberOf(limit);
  if (limit.unit === 'ms') return `${value / 1000} s`;
  if (limit.unit !== 'bytes') return value.toLocaleString('en');
  const [size, name] =
    value % 1024 ** 3 === 0 ? [1024 ** 3, 'GiB'] : value % 1024 ** 2 === 0 ? [1024 ** 2, 'MiB'] : [1024, 'KiB'];
  return `${value / size} ${name}`;
}
