import type { Command, Invocation } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import type { Repository } from '../../model/repository.ts';
import type { Taxonomy } from '../../model/taxonomy.ts';
import type { Today } from '../../operations/answer-moments.ts';
import { draftRelease, type Draft } from '../../operations/draft.ts';
import { closingNamed, closingsIn, releaseBody } from '../../operations/release-body.ts';
import { givenAnswers, newReleaseOptions, type GivenAnswers } from '../options/new-release-options.ts';
import { todayIn } from '../options/term-argument.ts';
import { editorCommand, openInEditor } from '../terminal/editor.ts';
import { askForTheRest, facetsToAsk, type CompleteAnswers } from '../terminal/new-release-questions.ts';
import { showDraft, writeDraft } from '../write-draft.ts';

/** `press new`: a release that is valid from its first minute. */
export const newRelease: Command = {
  name: 'new',
  summary: 'Make a new release: asks for what is missing, writes the file, prints its path.',
  details: [
    'At a terminal it asks for everything that the command line leaves open, with a search through the vocabulary for its terms. ' +
      'Where nobody can be asked, title, date and the required terms have to be given.',
    'The dateline and the closing paragraph stand in the text from the beginning. A file that exists is never touched.',
  ],
  arguments: [{ name: 'title', summary: 'headline', required: false, variadic: false }],
  options: [
    ...newReleaseOptions,
    { flags: '--edit', summary: 'open the new file in $VISUAL or $EDITOR' },
    { flags: '-n, --dry-run', summary: 'print the file instead of making it' },
  ],
  facets: 'answers',
  writes: true,
  examples: [
    {
      line: 'new "Summer school opens in Osh" --date 2026-07-06 --place Osh --source bishkek --field education',
      summary: 'a draft; at a terminal it asks for the rest',
    },
    {
      line: 'new "Observers begin their course" --date tomorrow --source odihr --field elections --dry-run',
      summary: 'shows the file that would be made',
    },
  ],
  async run(invocation) {
    const { environment, options } = invocation;
    const editor = options['edit'] === true ? editorCommand(process.env) : undefined;
    const repository = await environment.repository();
    const answers = await allAnswers(invocation, repository);
    const draft = draftRelease(
      { ...answers, summary: answers.summary === '' ? undefined : answers.summary, ...bodyOf(answers, repository) },
      repository,
    );
    const place = { repository, environment, wayOut: { ofPath: anotherName, ofName: anotherName } };
    if (options['dryRun'] === true) {
      await showDraft(draft, place);
      return 0;
    }
    await writeDraft(draft, 'press new', place);
    await report(draft, answers, environment);
    if (editor !== undefined) await openInEditor(editor, `${repository.root}/${draft.path}`);
    return 0;
  },
};

const anotherName = 'Choose another name with --slug.';

async function allAnswers(invocation: Invocation, repository: Repository): Promise<CompleteAnswers> {
  const { environment } = invocation;
  const today: Today = { today: todayIn(repository, environment), timezone: repository.settings.timezone };
  const given = await givenAnswers(invocation, repository, today);
  if (environment.ask !== undefined) return askForTheRest(given, { ask: environment.ask, repository, today });
  return requireComplete(given, repository.taxonomy);
}

/** What somebody at a terminal would be asked for and cannot leave empty. Throws PressError naming all options that are missing. */
function requireComplete(given: GivenAnswers, taxonomy: Taxonomy): CompleteAnswers {
  const { title, date } = given;
  const facets = facetsToAsk(taxonomy).filter(
    ({ required, property }) => required && (given.terms.get(property) ?? []).length === 0,
  );
  const missing = [
    title === undefined || title === '' ? 'title' : '',
    date === undefined ? 'date' : '',
    ...facets.map(({ name }) => name),
  ];
  const named = missing.filter((name) => name !== '').map((name) => `--${name}`);
  if (title !== undefined && date !== undefined && named.length === 0) {
    return { ...given, title, date, places: given.places ?? [], status: given.status ?? 'draft' };
  }
  const last = named.pop() ?? '';
  const list = named.length === 0 ? `${last} is` : `${named.join(', ')} and ${last} are`;
  throw new PressError('missing-answer', `${list} missing, and nobody can be asked here.`, {
    hint: 'Give them on the command line; «press taxonomy tree» shows the terms, and «--date today» is understood.',
  });
}

/** The closing paragraph that was chosen, or the only one there is. */
function bodyOf(
  answers: CompleteAnswers,
  { settings }: Repository,
): { readonly body: string; readonly boilerplate: string | undefined } {
  const { lang, boilerplate: chosen, body: written } = answers;
  const [only, another] = closingsIn(settings, lang);
  const name = chosen === false ? undefined : (chosen ?? (another === undefined ? only : undefined));
  const closing = name === undefined ? undefined : closingNamed(settings, name, lang);
  return { body: releaseBody({ ...answers, written, closing }), boilerplate: name };
}

async function report({ path }: Draft, { status, body }: CompleteAnswers, environment: Environment): Promise<void> {
  const shown = environment.files.display(path);
  await environment.out(`${shown}\n`);
  const made = status === 'draft' ? 'The draft is made' : `The release is made, with status «${status}»`;
  environment.say(
    `${made}. ${body === undefined ? 'Write its text, then check it' : 'Check it'} with «press validate ${shown}».`,
  );
}
