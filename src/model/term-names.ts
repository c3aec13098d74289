/** What a term is called: now, on a given day, and with the mark of a body that is no more. */
import { parseCivilDate, parsePartialDate, within, type Period } from '../text/dates.ts';
import { facetOfProperty, termOf, type Localized, type Taxonomy, type Term } from './taxonomy.ts';

/** The mark behind the label of a closed body, by language. */
export const closedMark: ReadonlyMap<string, string> = new Map([
  ['en', '(closed)'],
  ['ru', '(закрыто)'],
]);

/** Text in a language; else in the language it was first given in. */
export function labelOf(label: Localized, lang: string): string {
  const exact = label.get(lang) ?? label.get(lang.split('-')[0] ?? lang);
  if (exact !== undefined) return exact;
  for (const first of label.values()) return first;
  return '';
}

/** Whether the term's body is known to have ended before a day: an `until` of `unknown` says that it did, not when. */
export function hasEnded(term: Term, day: string): boolean {
  const until = term.active?.until;
  if (until === undefined) return false;
  const span = parsePartialDate(until);
  return span === undefined || span === 'unknown' || span.until < day;
}

/** The last name of a term, with the mark of a closed body. */
export function currentLabel(term: Term, view: { readonly lang: string; readonly today: string }): string {
  const label = labelOf(term.label, view.lang);
  if (!hasEnded(term, view.today)) return label;
  return `${label} ${labelOf(closedMark, view.lang)}`;
}

/** What the term was called on a day; the last name where dates cannot decide it. */
export function labelOn(term: Term, day: string, lang: string): string {
  const name = term.names.find((former) => coversForSure(former, day));
  return labelOf(name?.label ?? term.label, lang);
}

function coversForSure(period: Period, day: string): boolean {
  const unbounded = period.from === undefined && period.until === undefined;
  return !unbounded && within(day, period) === true;
}

/** Whether the term's body existed on a day; undefined when its dates cannot decide. */
export function existedOn(term: Term, day: string): boolean | undefined {
  return term.active === undefined ? true : within(day, term.active);
}

/** How to label terms in an output. */
export interface LabelView {
  readonly mode: 'current' | 'as-of';
  readonly lang: string;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
}

/** A term of a release, as an output shows it; an id that the vocabulary does not know is its own label. */
export interface LabelledTerm {
  readonly id: string;
  readonly label: string;
}

/** The terms of one facet of a release, labelled; `day` is the release's date. */
export function labelledTerms(
  ids: readonly string[],
  property: string,
  options: { readonly taxonomy: Taxonomy; readonly view: LabelView; readonly day: string | undefined },
): LabelledTerm[] {
  const facet = facetOfProperty(options.taxonomy, property);
  return ids.map((id) => {
    const term = facet === undefined ? undefined : termOf(facet, id);
    return term === undefined
      ? { id, label: id }
      : { id: term.id, label: viewedLabel(term, options.view, options.day) };
  });
}

function viewedLabel(term: Term, view: LabelView, day: string | undefined): string {
  if (view.mode === 'as-of' && day !== undefined && parseCivilDate(day) !== undefined) {
    return labelOn(term, day, view.lang);
  }
  return currentLabel(term, view);
}
