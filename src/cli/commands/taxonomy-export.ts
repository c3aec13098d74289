import type { Command, Invocation } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import type { Taxonomy } from '../../model/taxonomy.ts';
import type { VocabularyFormat } from '../../model/vocabulary-format.ts';
import { exportVocabulary, type ExportedVocabulary } from '../../operations/export-vocabulary.ts';
import { tellLosses } from '../../operations/tell-losses.ts';
import { counted } from '../../text/counted.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { vocabularyFormats } from '../../vocabulary-formats/index.ts';
import { facetArgument } from '../options/term-argument.ts';
import { wantedVocabularyFormat } from '../options/vocabulary-format-option.ts';
import { jsonText } from '../terminal/json-output.ts';
import { dryLine } from '../terminal/output-told.ts';

/** `press taxonomy export`: the vocabulary for others. */
export const taxonomyExport: Command = {
  name: 'taxonomy export',
  summary: 'Write the vocabulary for other programs: SKOS as Turtle or JSON-LD, or a table.',
  details: [
    'SKOS is the form in which libraries, archives and linked data exchange vocabularies. Each term has an address made of baseUrl, its facet and its id, the same that feeds and news formats use; it stays when the label changes. The table has a row for each term and opens in a spreadsheet.',
    'What the format cannot hold is listed on stderr, and with --report for programs. «press taxonomy import» reads all three. Exit status 1 when two terms of a facet have one name.',
  ],
  arguments: [{ name: 'facet', summary: 'these facets only: field, country …', required: false, variadic: true }],
  options: [
    {
      flags: '-f, --format <format>',
      summary: 'turtle, jsonld or csv; without it that of the ending behind -o, else turtle',
      choices: [...vocabularyFormats.keys()],
    },
    { flags: '-o, --output <file>', summary: 'write to a file instead of stdout, whole or not at all' },
    { flags: '--base-iri <address>', summary: 'what the addresses of terms begin with, instead of baseUrl' },
    { flags: '--without-notes', summary: 'leave out the remarks for those who look after the vocabulary' },
    { flags: '--report <file>', summary: 'write what the format cannot hold as JSON; - for stdout, with -o' },
    { flags: '--bom', summary: 'table with a byte-order mark, for older spreadsheets' },
    { flags: '--raw-cells', summary: 'table without the guard before cells that begin like a formula' },
    { flags: '-n, --dry-run', summary: 'with -o: say what would change, write nothing' },
  ],
  examples: [
    { line: 'taxonomy export -o vocabulary.ttl --dry-run', summary: 'everything, as SKOS in Turtle' },
    { line: 'taxonomy export field -f jsonld', summary: 'the fields of work, for a website' },
    { line: 'taxonomy export country -f csv', summary: 'the countries, for a spreadsheet' },
  ],
  async run(invocation) {
    const { arguments: names, options, environment } = invocation;
    const format = await wantedVocabularyFormat(options);
    const repository = await environment.repository();
    requirePlaces(invocation);
    const { baseIri } = options;
    const exported = exportVocabulary(repository, format, {
      facets: facetsOf(repository.taxonomy, names),
      base: typeof baseIri === 'string' ? baseIri : undefined,
      withNotes: options['withoutNotes'] !== true,
      rawCells: options['rawCells'] === true,
      bom: options['bom'] === true,
    });
    await write(exported, format, invocation);
    await report(exported, format, invocation);
    return exported.twins.length > 0 ? 1 : 0;
  },
};

/** Those that are named, in the order of the file; all where none is. */
function facetsOf(taxonomy: Taxonomy, names: readonly string[]): ReturnType<typeof facetArgument> {
  const chosen = new Set(names.flatMap((name) => facetArgument(taxonomy, name)));
  return [...taxonomy.facets.values()].filter((facet) => names.length === 0 || chosen.has(facet));
}

function requirePlaces({ options }: Invocation): void {
  const isFile = typeof options['output'] === 'string' && options['output'] !== '-';
  if (options['dryRun'] === true && !isFile)
    throw new PressError('usage', '«--dry-run» goes with -o: without it no file is written.', {
      hint: 'Leave it out, or name a file with -o.',
    });
  if (options['report'] === '-' && !isFile)
    throw new PressError('usage', '«--report -» goes with -o: the vocabulary itself goes to stdout.', {
      hint: 'Name a file for one of the two.',
    });
}

async function write(
  { chunks, terms }: ExportedVocabulary,
  { id }: VocabularyFormat,
  { options, environment }: Invocation,
): Promise<void> {
  const { output } = options;
  if (typeof output !== 'string' || output === '-') return environment.send(chunks);
  if (options['dryRun'] === true)
    return environment.out(dryLine(await environment.files.compare(output, chunks), output));
  await environment.files.write(output, chunks);
  environment.say(`${counted(terms, 'term')} in ${terminalSafe(output)}, as ${id}.`);
}

async function report(
  { losses, twins }: ExportedVocabulary,
  { id }: VocabularyFormat,
  { options, environment }: Invocation,
): Promise<void> {
  const { report: file } = options;
  const text = jsonText({ version: 1, format: id, losses });
  if (file === '-') await environment.out(text);
  else if (typeof file === 'string' && options['dryRun'] !== true) await environment.files.write(file, [text]);
  sayLosses(losses, id, environment);
  for (const terms of twins) {
    const names = terms.map(({ facet, id: term }) => `«${facet}/${term}»`).join(' and ');
    environment.warn(terminalSafe(`${names} have one name: who reads the file cannot tell them apart.`));
  }
}

function sayLosses(losses: ExportedVocabulary['losses'], id: string, environment: Environment): void {
  if (losses.length === 0) return;
  environment.say(`The format ${id} cannot hold all that taxonomy.yaml says:`);
  for (const line of tellLosses(losses)) environment.say(terminalSafe(`  ${line}`));
}
