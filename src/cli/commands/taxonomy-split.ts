import type { Command, Invocation } from '../../model/command.ts';
import type { Ask } from '../../model/environment.ts';
import type { Manuscript } from '../../model/manuscript.ts';
import { PressError } from '../../model/press-error.ts';
import type { Objection } from '../../model/refactoring.ts';
import type { Repository } from '../../model/repository.ts';
import type { Refactored } from '../../operations/refactor/plan.ts';
import { refusal } from '../../operations/refactor/refusal.ts';
import { split, type SplitWish } from '../../operations/refactor/split.ts';
import { refactorDetails, refactorOptions, termWords } from '../options/refactor-options.ts';
import { planOn, refactorWith, requiredOption, valuesOf } from '../refactor.ts';

/** `press taxonomy split`: a term becomes several. */
export const taxonomySplit: Command = {
  name: 'taxonomy split',
  writes: true,
  summary: 'Make several terms of one, and move each release to where its other terms say.',
  details: [
    'The new terms have to be there; «press taxonomy add» makes them. --by says which releases go where: country=azerbaijan:elections takes those on Azerbaijan, or on anything under it, to elections. A release that several rules are about gets all of their terms. What no rule is about goes to --else, or is asked for with --ask; without either nothing is changed.',
    refactorDetails,
  ],
  arguments: [{ name: 'term', ...termWords, variadic: false }],
  options: [
    { flags: '--into <terms>', summary: 'the new terms, with a comma between' },
    { flags: '--by <rules>', summary: 'FACET=TERM:TARGET, several with a comma between', repeatable: true },
    { flags: '--else <term>', summary: 'where every other release goes' },
    { flags: '--ask', summary: 'ask about every other release' },
    ...refactorOptions,
  ],
  examples: [
    {
      line: 'taxonomy split democratization --into elections,good-governance --by source=odihr:elections --else good-governance -n',
      summary: 'everything that would change',
    },
  ],
  async run(invocation) {
    const wish = wishFrom(invocation);
    return refactorWith(invocation, split(wish).purpose, (repository) => planAsking(invocation, repository, wish));
  },
};

function wishFrom(invocation: Invocation): SplitWish {
  const [term = ''] = invocation.arguments;
  requiredOption(invocation, 'into', 'Name the new terms: --into elections,good-governance.');
  const otherwise = invocation.options['else'];
  if (typeof otherwise === 'string' && invocation.options['ask'] === true)
    throw new PressError(
      'usage',
      'Either --else or --ask: both say what becomes of the releases that no rule is about.',
    );
  return {
    term,
    into: String(invocation.options['into'])
      .split(',')
      .map((words) => words.trim()),
    by: valuesOf(invocation, 'by', true),
    otherwise: typeof otherwise === 'string' ? otherwise : undefined,
    answers: new Map(),
  };
}

/** The plan; a person is asked about the releases that no rule is about, where that is wanted. */
async function planAsking(invocation: Invocation, repository: Repository, wish: SplitWish): Promise<Refactored> {
  const verb = split(wish);
  const plan = await planOn(invocation, repository, verb);
  if (plan.kind !== 'unmatched') return plan;
  const { ask } = invocation.environment;
  if (invocation.options['ask'] !== true || ask === undefined)
    throw refusal(verb.purpose, [...nobody(invocation), ...plan.releases.map(unmatched)]);
  const answers = new Map<string, readonly string[]>();
  for (const release of plan.releases) answers.set(release.path, await placed(ask, release, wish));
  return planOn(invocation, repository, split({ ...wish, answers }));
}

function nobody({ options }: Invocation): Objection[] {
  if (options['ask'] !== true)
    return [
      {
        what: 'For these releases --by does not say which one of the terms they get.',
        wayOut: 'Add rules, --else or --ask:',
      },
    ];
  return [{ what: 'Nobody can be asked here.', wayOut: 'Add rules to --by, or --else, for these releases:' }];
}

function unmatched({ path }: Manuscript): Objection {
  return { what: path, wayOut: '' };
}

async function placed(ask: Ask, { path, data }: Manuscript, { into }: SplitWish): Promise<readonly string[]> {
  const title = data?.['title'];
  const choices = into.map((value) => ({ value, label: value, words: [] }));
  const message = `${typeof title === 'string' ? title : path} (${path})`;
  return ask.pick({ message, choices, many: false, required: true });
}
