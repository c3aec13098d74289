/** `press import`: pages, tables and lists from elsewhere, as releases of this archive. */
import { importers } from '../../importers/index.ts';
import type { Command, ExitStatus, Invocation, OptionValues } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { statuses, type Status } from '../../model/release.ts';
import type { Repository } from '../../model/repository.ts';
import { duplicatePolicies, type DuplicatePolicy } from '../../operations/bring-in-duplicates.ts';
import type { TermAnswers } from '../../operations/bring-in-map.ts';
import type { AnsweredWords } from '../../operations/bring-in-queue.ts';
import { needsPerson } from '../../operations/bring-in-report.ts';
import type { BringInWish } from '../../operations/bring-in-wish.ts';
import type { BroughtIn } from '../../operations/bring-in.ts';
import { counted } from '../../text/counted.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { printChanges, reportsToOut, tell, writeReport } from '../import-report.ts';
import { ImportPlan } from '../import-sources.ts';
import { answersFrom, somebodyToAsk, tellUnused, writeQueue, type WordFiles } from '../import-words.ts';

const lacking = 'What the source does not say:';
const filesAndLinks = 'Files and links:';
const unknownWords = 'Words that the vocabulary does not know:';
const telling = 'What you are told:';

export const importCommand: Command = {
  name: 'import',
  summary: 'Bring in an archive: saved pages, Markdown, feeds, news items, tables.',
  details: [
    'A source is a file, a folder, a pattern such as "posts/**/*.html", or - for standard input. All that can be read come in together, or none does. What the source says is taken, with where it stood; what is unknown is reported and keeps the release a draft; nothing is invented, and nothing is fetched. What is complete, and is not kept in there, comes in as published: --status draft keeps all of it in. A folder is its pages and its Markdown, and of Jekyll, Hugo, Astro or Eleventy the posts; --from says which other files of it are meant.',
    'Words that the vocabulary does not know: --queue writes them into a table, you fill in its column «answer» (a term, several with ; between, or - to leave it out), and --map takes it from there, in the same file: --queue words.csv --map words.csv.',
    'The same source again changes nothing. Where it has changed, --on-duplicate update takes over what is new and keeps what people have changed here since; what both have changed is reported. It publishes no draft: --status published does.',
    'A table has a heading, the keys of a release or the questions of the vocabulary, and a row for each release. It has the text only with «press export -f csv --content full»; JSON holds everything.',
  ],
  arguments: [{ name: 'source', summary: 'file, folder, pattern, or -', required: true, variadic: true }],
  options: [
    { flags: '--from <kind>', summary: 'kind of source (default: recognised)', choices: [...importers.keys()] },
    { flags: '--profile <file>', summary: 'where things stand on the pages of a site (YAML)', repeatable: true },
    { flags: '--raw-cells', summary: 'take no apostrophe off cells that look like formulas' },
    {
      flags: '--on-duplicate <what>',
      summary: 'what is there already and differs (default: fail)',
      choices: duplicatePolicies,
    },
    { flags: '-n, --dry-run', summary: 'print what would change; the archive stays as it is' },
    { flags: '--date <day>', summary: 'date of issue, whatever the source says', group: lacking },
    { flags: '--year <year>', summary: 'year of issue, where the source leaves it out', group: lacking },
    { flags: '--undated', summary: 'what has no date comes in as a draft', group: lacking },
    {
      flags: '--status <status>',
      summary: 'of what is complete and no draft there (default: published)',
      choices: statuses,
      group: lacking,
    },
    { flags: '--lang <tag>', summary: 'language of the text', group: lacking },
    { flags: '--files <dir>', summary: 'where pictures and documents of the site lie', group: filesAndLinks },
    { flags: '--base-url <url>', summary: "the site's address, for links that begin with /", group: filesAndLinks },
    { flags: '--queue <file>', summary: 'write down what nobody knows (CSV)', group: unknownWords },
    { flags: '--map <file>', summary: 'take your answers from such a table', group: unknownWords, repeatable: true },
    { flags: '--ask', summary: 'go through the unknown words now', group: unknownWords },
    { flags: '--report <file>', summary: 'all that was read and left out: .md for people, else JSON', group: telling },
    {
      flags: '--format <format>',
      summary: 'text prints paths, json the report',
      choices: ['text', 'json'],
      group: telling,
    },
  ],
  writes: true,
  examples: [
    { line: 'import page.txt --year 2009', summary: 'One page whose dateline has no year.' },
    { line: 'import saved-pages/ --queue words.csv', summary: 'A folder; what nobody knows is written down for you.' },
    {
      line: 'import saved-pages/ --map words.csv --on-duplicate update --report report.md',
      summary: 'Again, with your answers, and a report to read.',
    },
    { line: 'import old-site/ --dry-run', summary: 'Look at what the posts of another site builder would become.' },
    { line: 'import releases.csv --dry-run', summary: 'Look at what a table would become.' },
    {
      line: 'import feed.xml',
      summary: 'The items of a feed (RSS, Atom, JSON Feed) or of an agency (NewsML-G2, ninjs).',
    },
  ],
  run,
};

async function run({ arguments: names, options, environment }: Invocation): Promise<ExitStatus> {
  const repository = await environment.repository();
  const words = wordFiles(options);
  refuseOneFileForTwo(names, words, options);
  const wish = { ...wishFrom(options), answers: await answersFrom(words, repository.taxonomy, environment) };
  const importing = { names, options, environment, repository };
  const plan = new ImportPlan(importing);
  await plan.ready();
  const answered = options['ask'] === true ? await askFirst({ plan, wish, words }, importing) : [];
  const { changes, report, refusal, asked, remarks } = wish.dryRun
    ? await plan.make(wish)
    : await repository.whileLocked(
        'press import',
        async () => applied(await plan.make(wish), repository),
        environment.signal,
      );
  for (const remark of remarks) environment.say(terminalSafe(remark));
  if (report.summary.sources > names.length) environment.say(`${report.summary.sources} sources were read.`);
  await writeReport(report, options, environment);
  // Thousands of paths would push what a person should read off the screen.
  if (refusal === undefined && !reportsToOut(options))
    await printChanges(changes.changes, { dryRun: wish.dryRun, repository }, environment);
  tell(report, options, environment);
  tellUnused(wish.answers, environment);
  await writeQueue([...answered, ...asked], words, { taxonomy: repository.taxonomy, environment });
  const isNews = report.summary.new + report.summary.updated > 0;
  if (isNews && asked.length > 0 && words.queue === undefined && options['ask'] !== true)
    environment.say(
      `${counted(asked.length, 'word is', 'words are')} unknown: --queue FILE makes a list for your answers, --ask asks now.`,
    );
  if (refusal !== undefined) throw refusal;
  return report.releases.some(needsPerson) || report.unread.length > 0 ? 1 : 0;
}

/** Reading what is there, planning and writing happen under one lock: nobody can take a name in between. */
function applied<Planned extends BroughtIn>(planned: Planned, repository: Repository): Planned {
  if (planned.changes.changes.length > 0) repository.apply(planned.changes);
  return planned;
}

/** A report in the place of a source, or of answers that somebody has given, could not be taken back. */
function refuseOneFileForTwo(names: readonly string[], { maps, queue }: WordFiles, options: OptionValues): void {
  const report = textOption(options, 'report');
  const others = [...names, ...maps, ...(queue === undefined ? [] : [queue])];
  const twice =
    report !== undefined && report !== '-' && others.includes(report) ? report : names.find((name) => name === queue);
  if (twice === undefined) return;
  throw new PressError('usage', `«${twice}» would be written over what it holds.`, {
    hint: 'Give the report and the list of words names of their own.',
  });
}

interface Asking {
  readonly plan: ImportPlan;
  readonly wish: BringInWish & { readonly answers: TermAnswers };
  readonly words: WordFiles;
}

/** Goes through the unknown words before anything is done: nobody has to wait for the lock meanwhile. */
async function askFirst(
  { plan, wish, words }: Asking,
  { environment, repository }: Pick<Invocation, 'environment'> & { readonly repository: Repository },
): Promise<readonly AnsweredWords[]> {
  const ask = somebodyToAsk(environment);
  const { askAboutWords } = await import('../terminal/word-questions.ts');
  const { taxonomy, settings } = repository;
  const { asked } = await plan.make(wish);
  const answered: AnsweredWords[] = [];
  const questions = { ask, taxonomy, lang: settings.language, say: (text: string) => environment.say(text) };
  try {
    for await (const each of askAboutWords(asked, questions)) {
      answered.push(each);
      wish.answers.add({ ...each, origin: 'your answer' });
    }
  } catch (error) {
    // Who leaves in the middle of it has answered some of them.
    const done = new Set(answered.map(({ heading, value }) => `${heading} ${value}`));
    const open = asked.filter(({ heading, value }) => !done.has(`${heading} ${value}`));
    if (answered.length > 0) await writeQueue([...answered, ...open], words, { taxonomy, environment });
    environment.say('Nothing was imported.');
    throw error;
  }
  return answered;
}

function wordFiles(options: OptionValues): WordFiles {
  const maps = options['map'];
  return {
    maps: Array.isArray(maps) ? maps.filter((name) => typeof name === 'string') : [],
    queue: textOption(options, 'queue'),
  };
}

function wishFrom(options: OptionValues): BringInWish {
  const lang = textOption(options, 'lang');
  if (lang !== undefined && !/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/.test(lang)) {
    throw new PressError('usage', `«${lang}» is no language tag.`, {
      hint: 'Write it as in --lang ru or --lang en-GB.',
    });
  }
  return {
    date: textOption(options, 'date'),
    year: textOption(options, 'year'),
    undated: options['undated'] === true,
    // commander let no other words through than the choices of the options above.
    status: textOption(options, 'status') as Status | undefined,
    lang,
    onDuplicate: (textOption(options, 'onDuplicate') ?? 'fail') as DuplicatePolicy,
    files: textOption(options, 'files'),
    baseUrl: baseUrlFrom(options),
    dryRun: options['dryRun'] === true,
  };
}

function baseUrlFrom(options: OptionValues): string | undefined {
  const url = textOption(options, 'baseUrl');
  if (url === undefined || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))) return url;
  throw new PressError('usage', `«${url}» is no address of a site.`, {
    hint: 'Write it as in --base-url https://example.org/.',
  });
}

function textOption(options: OptionValues, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
