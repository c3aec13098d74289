/** The releases that name a term which changes, each edited and read again. */
import { facetValues, termMeant } from '../../model/facet-words.ts';
import { itemEdits, replacedItems, type ItemReplacements } from '../../model/item-edits.ts';
import { bodyOf, type DataPath, type Manuscript } from '../../model/manuscript.ts';
import type { Shift } from '../../model/refactoring.ts';
import type { Repository } from '../../model/repository.ts';
import { isSameData } from '../../model/same-data.ts';
import { termOf, type Taxonomy, type Term } from '../../model/taxonomy.ts';
import { spliced } from '../../text/spliced.ts';
import type { EditedText } from '../edit-data-file.ts';

export interface FollowingReleases {
  readonly edited: readonly EditedText[];
  /** Which of them, and how they will read. */
  readonly after: readonly Manuscript[];
  /** Their front matter is written in a way that press cannot edit. */
  readonly notByLines: readonly string[];
  /** Nobody knows which terms they are to have. */
  readonly unmatched: readonly Manuscript[];
  /** They cannot be read, and hold the term as a word or might hold it. */
  readonly unreadable: readonly string[];
}

export interface FollowingOptions {
  readonly repository: Repository;
  readonly taxonomy: Taxonomy;
  readonly shift: Shift;
}

/** Reads every release once, but for those of which earlier runs have learned that they have none of the terms. */
export function followingReleases({ repository, taxonomy, shift }: FollowingOptions): FollowingReleases {
  const edited: EditedText[] = [];
  const after: Manuscript[] = [];
  const [notByLines, unreadable]: [string[], string[]] = [[], []];
  const unmatched: Manuscript[] = [];
  const words = idsIn(shift);
  for (const manuscript of mayHave({ repository, taxonomy, shift })) {
    if (manuscript.data === undefined || manuscript.faults.length > 0) {
      if (mayMention(manuscript, { taxonomy, shift, words })) unreadable.push(manuscript.path);
      continue;
    }
    const concerned = shiftedItems(manuscript, { taxonomy, shift });
    if (concerned.size === 0) continue;
    const targets = shift.targetsIn(manuscript);
    if (targets === undefined) {
      unmatched.push(manuscript);
      continue;
    }
    const change = edit(manuscript, replacements(manuscript, targets, { taxonomy, shift, concerned }), {
      repository,
      shift,
    });
    if (change === undefined) notByLines.push(manuscript.path);
    else {
      edited.push(change.edited);
      after.push(change.after);
    }
  }
  return { edited, after, notByLines, unmatched, unreadable };
}

/** Whatever is edited is read, also where it is known what stands in it. */
function* mayHave({ repository, taxonomy, shift }: FollowingOptions): Generator<Manuscript> {
  const memory = repository.memory();
  if (memory === undefined) return yield* repository.manuscripts();
  for (const file of memory.survey()) {
    const terms = file.row === undefined ? undefined : memory.facts(file.row, file.path).release?.terms;
    const words = terms?.get(shift.facet.property) ?? [];
    const isWithout =
      terms !== undefined && words.every((word) => shiftedTerm(word, [], { taxonomy, shift }) === undefined);
    if (!isWithout) yield memory.read(file);
  }
}

interface Meaning {
  readonly taxonomy: Taxonomy;
  readonly shift: Shift;
}

/** The items under the facet's key that mean a term which changes. */
function shiftedItems({ data = {} }: Manuscript, { taxonomy, shift }: Meaning): Map<number, Term> {
  const found = new Map<number, Term>();
  facetValues(data, shift.facet).forEach(({ value, path }, index) => {
    const term = typeof value === 'string' ? shiftedTerm(value, path, { taxonomy, shift }) : undefined;
    if (term !== undefined) found.set(index, term);
  });
  return found;
}

/** The term that words mean, if it is one that changes. */
function shiftedTerm(words: string, path: DataPath, { taxonomy, shift }: Meaning): Term | undefined {
  const { facet, terms, isOfIds } = shift;
  const term = isOfIds ? termOf(facet, words) : termMeant({ facet, words, path }, taxonomy);
  return term !== undefined && terms.has(term) ? term : undefined;
}

/** What comes in the place of each item: a term that stands there already, or came before, does not come again. */
function replacements(
  { data = {} }: Manuscript,
  targets: readonly string[],
  { taxonomy, shift, concerned }: Meaning & { readonly concerned: ReadonlyMap<number, Term> },
): ItemReplacements {
  const { facet } = shift;
  const known = new Set(
    facetValues(data, facet).flatMap(({ value, path }, index) =>
      typeof value !== 'string' || concerned.has(index)
        ? []
        : (termMeant({ facet, words: value, path }, taxonomy)?.id ?? []),
    ),
  );
  const by = new Map<number, readonly string[]>();
  for (const index of concerned.keys()) {
    const fresh = targets.filter((id) => !known.has(id));
    fresh.forEach((id) => known.add(id));
    by.set(index, fresh);
  }
  return by;
}

/** The release with its list changed and nothing else; undefined where it cannot be edited. */
function edit(
  manuscript: Manuscript,
  by: ItemReplacements,
  { repository, shift }: Pick<FollowingOptions, 'repository' | 'shift'>,
): { readonly edited: EditedText; readonly after: Manuscript } | undefined {
  const { path, digest, text, data = {} } = manuscript;
  const { property } = shift.facet;
  const edits = itemEdits(manuscript, [property], by);
  if (edits === undefined) return undefined;
  const after = repository.manuscriptFrom(path, new TextEncoder().encode(spliced(text, edits)));
  const meant = { ...data, [property]: listAfter(data[property], by) };
  const isSound = after.faults.length === 0 && isSameData(after.data, meant) && bodyOf(after) === bodyOf(manuscript);
  return isSound ? { edited: { path, digest, text, edits }, after } : undefined;
}

function listAfter(value: unknown, by: ItemReplacements): unknown {
  if (Array.isArray(value)) return replacedItems(value, by);
  const ids = by.get(0) ?? [];
  return ids.length === 1 ? ids[0] : ids;
}

/** Every id that means the terms. */
function idsIn({ terms }: Shift): string[] {
  return [...terms].flatMap(({ id, formerIds }) => [id, ...formerIds]);
}

/** Whether a file that cannot be relied on uses a term, or nobody can say. */
function mayMention(manuscript: Manuscript, meaning: Meaning & { readonly words: readonly string[] }): boolean {
  if (manuscript.data !== undefined) return shiftedItems(manuscript, meaning).size > 0;
  if (manuscript.text.trim() === '') return manuscript.faults.some(({ rule }) => unseen.has(rule));
  const { start, end } = manuscript.block;
  const text = end > start ? manuscript.text.slice(start, end) : manuscript.text;
  return meaning.words.some((word) => hasWord(text, word));
}

const unseen: ReadonlySet<string> = new Set(['encoding', 'size-limit', 'file-kind']);

/** Whether an id stands in a text by itself. */
function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!isIdSign(text.charAt(at - 1)) && !isIdSign(text.charAt(at + word.length))) return true;
  }
  return false;
}

function isIdSign(sign: string): boolean {
  return /[a-z0-9_-]/i.test(sign);
}
