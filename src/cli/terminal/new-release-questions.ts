/** Asks for what the command line did not say about a new release, in the order in which a press officer thinks of it. */
import type { Ask } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import type { Status } from '../../model/release.ts';
import type { Repository } from '../../model/repository.ts';
import type { Facet, Taxonomy } from '../../model/taxonomy.ts';
import { labelOf } from '../../model/term-names.ts';
import { answerDate, type Today } from '../../operations/answer-moments.ts';
import { answerTerms } from '../../operations/answer-terms.ts';
import { draftName } from '../../operations/draft.ts';
import { closingsIn } from '../../operations/release-body.ts';
import { termChoices } from '../../operations/term-choices.ts';
import { newStatuses, placesFrom, type GivenAnswers } from '../options/new-release-options.ts';
import { isUsable } from './usable.ts';

/** Answers that are enough to make a release. */
export interface CompleteAnswers extends GivenAnswers {
  readonly title: string;
  readonly date: string;
  readonly places: readonly string[];
  readonly status: Status;
}

export interface Questioning {
  readonly ask: Ask;
  readonly repository: Repository;
  readonly today: Today;
}

/** Asks for everything that is missing. Rejects with Interrupted when the person leaves. */
export async function askForTheRest(
  given: GivenAnswers,
  { ask, repository, today }: Questioning,
): Promise<CompleteAnswers> {
  const { settings } = repository;
  const title = given.title ?? (await ask.text({ message: 'Title', check: isSomething })).trim();
  const date =
    given.date ??
    answerDate(
      await ask.text({
        message: 'Date of issue',
        initial: today.today,
        check: isUsable((words) => answerDate(words, today)),
      }),
      today,
    );
  const slug = await freeSlug({ title, date, slug: given.slug }, ask, repository);
  const places =
    given.places ??
    placesFrom((await ask.text({ message: 'City of the dateline (several: divide them by /)' })).split('/'));
  const terms = await askForTerms({ ...given, date }, { ask, repository, today });
  const summary =
    given.summary ?? (await ask.text({ message: 'Summary, two or three sentences (may stay empty)' })).trim();
  const boilerplate = given.boilerplate ?? (await askForClosing(closingsIn(settings, given.lang), ask));
  const status = given.status ?? (await askForStatus(ask, given.body !== undefined));
  return { ...given, title, date, slug, places, terms, summary, boilerplate, status };
}

/** The facets in the order of asking: the author first, because much follows from it. */
export function facetsToAsk(taxonomy: Taxonomy): Facet[] {
  const facets = [...taxonomy.facets.values()];
  return [...facets.filter(({ judged }) => judged === 'author'), ...facets.filter(({ judged }) => judged !== 'author')];
}

async function askForTerms(
  given: GivenAnswers & { readonly date: string },
  { ask, repository, today }: Questioning,
): Promise<Map<string, readonly string[]>> {
  const { taxonomy, settings } = repository;
  const day = given.date.slice(0, 10);
  const terms = new Map<string, readonly string[]>();
  for (const facet of facetsToAsk(taxonomy)) {
    const known = given.terms.get(facet.property);
    // Now that the date is known, an author may turn out not to have existed then.
    if (known !== undefined) terms.set(facet.property, answerTerms(taxonomy, { facet, words: known, day }));
    else
      terms.set(
        facet.property,
        await askForFacet(facet, { ask, taxonomy, view: { day, today: today.today, lang: settings.language, terms } }),
      );
  }
  return terms;
}

interface FacetQuestion {
  readonly ask: Ask;
  readonly taxonomy: Taxonomy;
  readonly view: Parameters<typeof termChoices>[2];
}

async function askForFacet(facet: Facet, { ask, taxonomy, view }: FacetQuestion): Promise<readonly string[]> {
  const { choices, implied } = termChoices(taxonomy, facet, view);
  if (choices.length === 0) return [];
  const label = labelOf(facet.label, view.lang);
  const message = facet.required ? label : `${label} (may stay empty)`;
  return ask.pick({
    message,
    choices,
    many: facet.multiple,
    required: facet.required,
    initial: facet.multiple ? implied : [],
  });
}

/** A name that is free; asked for only when the title gives none, or one that is taken. */
async function freeSlug(
  answers: { readonly title: string; readonly date: string; readonly slug: string | undefined },
  ask: Ask,
  repository: Repository,
): Promise<string | undefined> {
  const check = (slug: string | undefined): true | string =>
    isUsable(() => {
      const { path } = draftName({ ...answers, slug }, repository.settings.releases);
      if (repository.exists(path))
        throw new PressError('already-there', `«${path}» exists already.`, { hint: 'Choose another name.' });
    })('');
  if (answers.slug !== undefined || check(undefined) === true) return answers.slug;
  return ask.text({ message: 'Name of the file and in the address', check });
}

async function askForClosing(names: readonly string[], ask: Ask): Promise<string | false | undefined> {
  if (names.length < 2) return undefined;
  const choices = names.map((name) => ({ value: name, label: name, words: [] }));
  const [name] = await ask.pick({
    message: 'Closing paragraph (may stay empty)',
    choices,
    many: false,
    required: false,
  });
  return name ?? false;
}

const statusWords: Readonly<Record<(typeof newStatuses)[number], string>> = {
  draft: 'being written',
  approved: 'cleared, but not issued',
  published: 'issued: public once its date and any embargo are reached',
  hold: 'stopped for now',
};

/** What has no text yet cannot be cleared or issued. */
async function askForStatus(ask: Ask, hasText: boolean): Promise<Status> {
  const possible = hasText ? newStatuses : newStatuses.filter((status) => status === 'draft' || status === 'hold');
  const choices = possible.map((status) => ({
    value: status,
    label: status,
    words: [],
    description: statusWords[status],
  }));
  const [chosen] = await ask.pick({ message: 'Status', choices, many: false, required: true, initial: ['draft'] });
  return newStatuses.find((status) => status === chosen) ?? 'draft';
}

function isSomething(answer: string): true | string {
  return answer.trim() !== '' || 'A release needs a title.';
}
