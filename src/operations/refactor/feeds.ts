/** The saved feeds of press.yaml whose queries name a term that changes. */
import { placeOf } from '../../model/places.ts';
import type { DataText } from '../../model/data-file.ts';
import { PressError } from '../../model/press-error.ts';
import { queryTerms, type QueryTerms } from '../../model/query-terms.ts';
import type { Shift } from '../../model/refactoring.ts';
import { placeInScalar } from '../../model/scalar-places.ts';
import { termOf, type Taxonomy, type Term } from '../../model/taxonomy.ts';
import { lookUp } from '../../model/term-lookup.ts';
import { spliced, type OffsetEdit } from '../../text/spliced.ts';

export interface FollowingFeeds {
  readonly edits: readonly OffsetEdit[];
  /** What press.yaml is to say. */
  readonly meant: unknown;
  readonly count: number;
}

/** Throws PressError `refused` for a query that is written in a way that press cannot edit. */
export function followingFeeds(file: DataText, taxonomy: Taxonomy, shift: Shift): FollowingFeeds {
  const feeds: readonly unknown[] = Array.isArray(file.data['feeds']) ? file.data['feeds'] : [];
  const followed = feeds.map((feed: unknown, index) => follow(file, { feed, index }, { taxonomy, shift }));
  return {
    edits: followed.flatMap(({ edits }) => edits),
    meant: { ...file.data, ...(feeds.length === 0 ? {} : { feeds: followed.map(({ meant }) => meant) }) },
    count: followed.filter(({ edits }) => edits.length > 0).length,
  };
}

interface Followed {
  readonly edits: readonly OffsetEdit[];
  readonly meant: unknown;
}

interface Context {
  readonly taxonomy: Taxonomy;
  readonly shift: Shift;
}

function follow(
  file: DataText,
  { feed, index }: { readonly feed: unknown; readonly index: number },
  context: Context,
): Followed {
  const where: unknown =
    typeof feed === 'object' && feed !== null && Object.hasOwn(feed, 'where') ? Reflect.get(feed, 'where') : undefined;
  if (typeof where !== 'string') return { edits: [], meant: feed };
  const changes = changesOf(where, context);
  const { start, end } = placeOf(file, ['feeds', index, 'where']);
  const source = file.text.slice(start, end);
  const edits = changes.map(({ text, ...place }): OffsetEdit => {
    const there = placeInScalar(source, where, place);
    if (there === undefined) throw unreachable(file, start);
    return { start: start + there.start, end: start + there.end, text };
  });
  return { edits, meant: changes.length === 0 ? feed : { ...Object(feed), where: spliced(where, changes) } };
}

/** The edits of a query; none for one that cannot be read, which no feed is made of. */
function changesOf(query: string, { taxonomy, shift }: Context): OffsetEdit[] {
  return conditionsOf(query, taxonomy)
    .filter(({ facet }) => facet === shift.facet)
    .flatMap((condition) => valueEdits(condition, { taxonomy, shift }));
}

function conditionsOf(query: string, taxonomy: Taxonomy): QueryTerms[] {
  try {
    return queryTerms(query, taxonomy);
  } catch (error) {
    if (error instanceof PressError) return [];
    throw error;
  }
}

/** A value that would stand a second time in its condition goes, with the comma beside it. */
function valueEdits({ values }: QueryTerms, context: Context): OffsetEdit[] {
  const { shift } = context;
  const known = new Set(
    values.flatMap(({ text }) => (isShifted(text, context) ? [] : (meantBy(text, context)?.id ?? []))),
  );
  return values.flatMap((value, index): OffsetEdit[] => {
    if (!isShifted(value.text, context)) return [];
    const fresh = shift.to.filter((id) => !known.has(id));
    fresh.forEach((id) => known.add(id));
    const [before, after] = [values[index - 1], values[index + 1]];
    if (fresh.length > 0) return [{ start: value.at, end: value.end, text: fresh.join(',') }];
    if (before !== undefined) return [{ start: before.end, end: value.end, text: '' }];
    return after === undefined ? [] : [{ start: value.at, end: after.at, text: '' }];
  });
}

function isShifted(words: string, context: Context): boolean {
  const { facet, terms, isOfIds } = context.shift;
  const term = isOfIds ? termOf(facet, words) : meantBy(words, context);
  return term !== undefined && terms.has(term);
}

function meantBy(words: string, { taxonomy, shift }: Context): Term | undefined {
  const [term, another] = lookUp(taxonomy, words, shift.facet.name);
  return another === undefined ? term : undefined;
}

function unreachable({ name, text }: DataText, at: number): PressError {
  const line = text.slice(0, at).split('\n').length;
  return new PressError(
    'refused',
    `${name}:${line}: This query is written in a way that press cannot edit, so nothing was changed.`,
    {
      hint: 'Write it on one line, without escaped characters.',
    },
  );
}
