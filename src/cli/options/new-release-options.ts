/** What the command line says about a new release, checked word by word before anything is asked or written. */
import type { CommandOption, Invocation, OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { displayCase } from '../../model/dateline-case.ts';
import { defaultType } from '../../model/make-release.ts';
import { didYouMean, PressError } from '../../model/press-error.ts';
import { quoted } from '../../model/quoting.ts';
import type { Status } from '../../model/release.ts';
import type { Repository } from '../../model/repository.ts';
import { answerDate, answerEmbargo, type Today } from '../../operations/answer-moments.ts';
import { answerTerms } from '../../operations/answer-terms.ts';
import { closingNamed } from '../../operations/release-body.ts';
import { nearest } from '../../text/nearest.ts';
import { facetWords, listOption } from './selection-options.ts';

/** What is given is known to be usable; what is undefined was not given. An empty list or text was given as empty. */
export interface GivenAnswers {
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly places: readonly string[] | undefined;
  /** Front-matter key of a facet → ids; facets that were not given are missing. */
  readonly terms: ReadonlyMap<string, readonly string[]>;
  readonly summary: string | undefined;
  readonly status: Status | undefined;
  readonly lang: string;
  readonly type: string;
  readonly embargo: string | undefined;
  readonly slug: string | undefined;
  /** Name of the closing paragraph; false for none. */
  readonly boilerplate: string | false | undefined;
  readonly body: string | undefined;
}

/** A release that begins withdrawn would be no release. */
export const newStatuses = ['draft', 'approved', 'published', 'hold'] as const;

const about = 'About the release:';

export const newReleaseOptions: readonly CommandOption[] = [
  { flags: '--title <text>', summary: 'headline, if it is not given as TITLE', group: about },
  {
    flags: '--date <day>',
    summary: 'day of issue: 2009-11-16, today, tomorrow, or a moment with offset',
    group: about,
  },
  { flags: '--place <city>', summary: 'city of the dateline; repeat it for several', group: about, repeatable: true },
  { flags: '--lang <tag>', summary: "language of the text; without it the newsroom's", group: about },
  { flags: '--type <type>', summary: 'kind of release; without it a press release', group: about },
  { flags: '--embargo <moment>', summary: 'not public before: 2026-03-08T09:00:00+01:00', group: about },
  { flags: '--summary <text>', summary: 'two or three plain sentences', group: about },
  { flags: '--status <status>', summary: 'without it: draft', choices: newStatuses, group: about },
  { flags: '--body <file>', summary: 'text of the release (Markdown); «-» is standard input', group: about },
  { flags: '--slug <name>', summary: 'name in file and address; without it made from the title', group: about },
  {
    flags: '--boilerplate <name>',
    summary: 'closing paragraph from press.yaml; without it the only one there is',
    group: about,
  },
  { flags: '--no-boilerplate', summary: 'no closing paragraph', group: about },
];

/** Reads the options. Rejects with a PressError for the first value that cannot be used. */
export async function givenAnswers(
  invocation: Invocation,
  repository: Repository,
  today: Today,
): Promise<GivenAnswers> {
  const { options, environment } = invocation;
  const lang = textOption(options, 'lang') ?? repository.settings.language;
  const date = textOption(options, 'date');
  const embargo = textOption(options, 'embargo');
  const boilerplate = boilerplateFrom(options);
  if (typeof boilerplate === 'string') closingNamed(repository.settings, boilerplate, lang);
  const answeredDate = date === undefined ? undefined : answerDate(date, today);
  return {
    title: titleFrom(invocation),
    date: answeredDate,
    places: options['place'] === undefined ? undefined : placesFrom(listOption(options, 'place')),
    terms: termsFrom(options, repository, answeredDate?.slice(0, 10)),
    summary: textOption(options, 'summary'),
    status: newStatuses.find((status) => status === options['status']),
    lang,
    type: typeFrom(options, repository),
    embargo: embargo === undefined ? undefined : answerEmbargo(embargo, today),
    slug: textOption(options, 'slug'),
    boilerplate,
    body: await bodyFrom(options, environment),
  };
}

/** Cities as they are spelt in running text, empty ones left out. */
export function placesFrom(words: readonly string[]): string[] {
  const cities = words.map((word) => displayCase(word.trim())).filter((city) => city !== '');
  return [...new Set(cities)];
}

function titleFrom({ arguments: [argument], options }: Invocation): string | undefined {
  const option = textOption(options, 'title');
  if (argument === undefined || option === undefined || argument === option) return (option ?? argument)?.trim();
  throw new PressError('usage', `The release has two titles: ${quoted(argument)} and ${quoted(option)}.`, {
    hint: 'Give one of them.',
  });
}

function termsFrom(
  options: OptionValues,
  { taxonomy }: Repository,
  day: string | undefined,
): Map<string, readonly string[]> {
  const terms = new Map<string, readonly string[]>();
  for (const [name, words] of facetWords(options, taxonomy.facets.values())) {
    const facet = taxonomy.facets.get(name);
    if (facet !== undefined) terms.set(facet.property, answerTerms(taxonomy, { facet, words, day }));
  }
  return terms;
}

function typeFrom(options: OptionValues, repository: Repository): string {
  const type = textOption(options, 'type') ?? defaultType;
  if (repository.releaseSchema(type) !== undefined) return type;
  const types = repository.releaseTypes();
  throw new PressError('usage', `${quoted(type)} is not a type of release here.`, {
    hint: didYouMean(nearest(type, types)) ?? `The types are ${types.join(', ')}.`,
  });
}

function boilerplateFrom(options: OptionValues): string | false | undefined {
  const value = options['boilerplate'];
  return typeof value === 'string' || value === false ? value : undefined;
}

/** The text behind `--body`; undefined without it. Rejects with a PressError for one that is not UTF-8. */
export async function bodyFrom(options: OptionValues, { files, stdin }: Environment): Promise<string | undefined> {
  const name = textOption(options, 'body');
  if (name === undefined) return undefined;
  const bytes = name === '-' ? await stdin() : files.read(name);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PressError('unreadable-file', `«${name}» is not UTF-8 text.`, {
      hint: 'Save it as UTF-8, then run the command again.',
    });
  }
}

function textOption(options: OptionValues, key: string): string | undefined {
  const value = options[key];
  return typeof value === 'string' ? value : undefined;
}
