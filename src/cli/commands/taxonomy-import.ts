import type { Command, ExitStatus, Invocation, OptionValues } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { quotedList } from '../../model/quoting.ts';
import type { Repository } from '../../model/repository.ts';
import { termOf } from '../../model/taxonomy.ts';
import type { Environment } from '../../model/environment.ts';
import type { ReadingRemark } from '../../model/vocabulary-format.ts';
import { chooseFacets, type ChosenFacets, type NamedFacet } from '../../operations/import-facets.ts';
import { taxonomyFileOf } from '../../operations/import-vocabulary.ts';
import { vocabularyText } from '../../operations/read-vocabulary.ts';
import { taxonomyText } from '../../operations/taxonomy-text.ts';
import { tellRemarks } from '../../operations/tell-losses.ts';
import { counted } from '../../text/counted.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { vocabularyFormats } from '../../vocabulary-formats/index.ts';
import { addToVocabulary } from '../add-to-vocabulary.ts';
import { formatOfSource } from '../options/vocabulary-format-option.ts';
import { jsonText } from '../terminal/json-output.ts';

/** `press taxonomy import`: a vocabulary from elsewhere. */
export const taxonomyImport: Command = {
  name: 'taxonomy import',
  writes: true,
  summary: 'Bring in a vocabulary: SKOS as Turtle or JSON-LD, or a table.',
  details: [
    'Where there is no taxonomy.yaml one is made; -o writes one to another place, to look at. Into a vocabulary that exists come terms, labels in more languages and other words for terms, as they are missing. What is there stays as it is, a word that means one term never comes to mean two, and «press taxonomy undo» takes it back.',
    'A scheme becomes a facet, a concept a term. Ids are notations, else the last parts of addresses, never labels. How releases use a facet (property, multiple, required, judged) no such file says: look at taxonomy.yaml afterwards. Nothing is fetched from the web.',
    'A table has a row of headings, «id» and «label.en» among them, and a term on each row below. Exit status 1 when something that belongs to a term did not come in.',
  ],
  arguments: [{ name: 'file', summary: 'the vocabulary, or - for standard input', required: true, variadic: false }],
  options: [
    {
      flags: '--from <format>',
      summary: 'what the file is (default: recognised)',
      choices: [...vocabularyFormats.keys()],
    },
    { flags: '--facet <name>', summary: 'only this facet of the file; or the name for the only one' },
    { flags: '--lang <tag>', summary: 'language of words that name none (default: the main one here, or en)' },
    { flags: '-o, --output <file>', summary: 'write a taxonomy file of its own, whole or not at all' },
    { flags: '--raw-cells', summary: 'take no apostrophe off cells that look like formulas' },
    {
      flags: '--format <format>',
      summary: 'text, or json for what was read, added and left out',
      choices: ['text', 'json'],
    },
    { flags: '-n, --dry-run', summary: 'print what would change, write nothing' },
    { flags: '-y, --yes', summary: 'change it without asking; nobody is asked in a script' },
  ],
  examples: [
    { line: 'taxonomy import vocabulary.ttl --dry-run', summary: 'what would be added' },
    {
      line: 'taxonomy import topics.csv --facet topic -o topics.yaml',
      summary: 'a table, as a taxonomy file to look at',
    },
  ],
  run,
};

async function run(invocation: Invocation): Promise<ExitStatus> {
  const { options } = invocation;
  const repository = await repositoryIfAny(invocation);
  const { chosen, remarks, format } = await read(invocation, repository);
  if (typeof options['output'] === 'string' || repository === undefined) {
    const written = await writeNew(chosen.facets, invocation);
    return report({ format, facets: chosen.facets, remarks, ...written }, invocation);
  }
  const added = await addToVocabulary(chosen.facets, invocation);
  const outcome = { format, facets: chosen.facets, product: [], path: 'taxonomy.yaml', added: added.lines };
  return report({ ...outcome, remarks: [...remarks, ...added.remarks] }, invocation);
}

/** Undefined where the person stands in none and named none. */
async function repositoryIfAny({ options, environment }: Invocation): Promise<Repository | undefined> {
  try {
    return await environment.repository();
  } catch (error) {
    const isNone = error instanceof PressError && error.code === 'no-repository' && options['repo'] === undefined;
    if (isNone) return undefined;
    throw error;
  }
}

interface Reading {
  readonly chosen: ChosenFacets;
  readonly remarks: readonly ReadingRemark[];
  readonly format: string;
}

async function read(
  { arguments: [name = '-'], options, environment }: Invocation,
  repository: Repository | undefined,
): Promise<Reading> {
  const bytes = name === '-' ? await environment.stdin() : environment.files.read(name);
  const text = vocabularyText(name, bytes);
  const format = await formatOfSource(options, name, text);
  const language = languageFrom(options) ?? repository?.taxonomy.languages[0] ?? 'en';
  const source = await format.read({ name, text, language, rawCells: options['rawCells'] === true });
  const isOwnFile = typeof options['output'] === 'string';
  const chosen = chooseFacets(source, {
    facet: typeof options['facet'] === 'string' ? options['facet'] : undefined,
    knows: (facet, id) => {
      const known = isOwnFile ? undefined : repository?.taxonomy.facets.get(facet);
      return known !== undefined && termOf(known, id) !== undefined;
    },
  });
  return { chosen, remarks: [...source.remarks, ...chosen.remarks], format: format.id };
}

function languageFrom({ lang }: OptionValues): string | undefined {
  if (typeof lang !== 'string') return undefined;
  if (/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(lang)) return lang;
  throw new PressError('usage', `«${lang}» is no language tag.`, { hint: 'Write it as in --lang ru or --lang en-GB.' });
}

interface Written {
  /** Paths, or what would be. */
  readonly product: readonly string[];
  readonly path: string;
}

/** A taxonomy file of its own, at the place that is named, or as the taxonomy.yaml of this folder. */
async function writeNew(facets: readonly NamedFacet[], { options, environment }: Invocation): Promise<Written> {
  const text = taxonomyText(taxonomyFileOf(facets));
  const foundation = await environment.foundation('.');
  foundation.checkTaxonomy(text);
  const names = quotedList(
    facets.map(({ name }) => name),
    'and',
  );
  environment.say(
    terminalSafe(
      `How releases use a facet no such file says: look at property, multiple, required and judged of ${names}.`,
    ),
  );
  const { output } = options;
  const isDry = options['dryRun'] === true;
  if (typeof output === 'string') return writeTo(output, text, { environment, isDry });
  if (isDry)
    return {
      product: text
        .trimEnd()
        .split('\n')
        .map((line) => `+${line}`),
      path: 'taxonomy.yaml',
    };
  foundation.apply({ purpose: 'press taxonomy import', changes: [{ kind: 'create', path: 'taxonomy.yaml', text }] });
  return { product: ['taxonomy.yaml'], path: 'taxonomy.yaml' };
}

async function writeTo(
  path: string,
  text: string,
  { environment, isDry }: { readonly environment: Environment; readonly isDry: boolean },
): Promise<Written> {
  if (path === '-') return { product: text.trimEnd().split('\n'), path };
  if (isDry) return { product: [`${(await environment.files.compare(path, [text])).padEnd(6)} ${path}`], path };
  await environment.files.write(path, [text]);
  return { product: [path], path };
}

interface Outcome extends Written {
  readonly format: string;
  readonly facets: readonly NamedFacet[];
  readonly remarks: readonly ReadingRemark[];
  /** What came into a vocabulary that exists. */
  readonly added?: readonly string[];
}

async function report(
  outcome: Outcome,
  { arguments: [name = '-'], options, environment }: Invocation,
): Promise<ExitStatus> {
  const { format, facets, remarks, product } = outcome;
  if (options['format'] === 'json') await environment.out(jsonText(recordOf(outcome, name)));
  else for (const line of product) await environment.out(`${terminalSafe(line)}\n`);
  const terms = facets.reduce((count, facet) => count + facet.terms.length, 0);
  const source = name === '-' ? 'standard input' : terminalSafe(name);
  environment.say(`${counted(terms, 'term')} in ${counted(facets.length, 'facet')} of ${source} read, as ${format}.`);
  for (const line of tellRemarks(remarks)) environment.say(terminalSafe(line));
  const needsPerson = remarks.some((remark) => remark.needsPerson);
  if (needsPerson) environment.warn('Not everything came in: see above.');
  return needsPerson ? 1 : 0;
}

function recordOf({ format, facets, remarks, path, added }: Outcome, source: string): object {
  const read = facets.map(({ name, property, terms }) => ({ name, property, terms: terms.length }));
  return { version: 1, source, format, facets: read, path, added: added ?? [], remarks };
}
