/** What would be added to a vocabulary, a line for each thing. */
import type { LabelText, TermEntries } from '../model/generated/taxonomy-file.ts';
import type { Addition } from './vocabulary-additions.ts';

/** `+ field/water: Water`, `+ field/elections label (ru): Выборы`, `+ field/elections alias: voting`. */
export function tellAdditions(additions: readonly Addition[]): string[] {
  return additions.flatMap((addition) => {
    switch (addition.kind) {
      case 'facet':
        return [`+ ${addition.facet}: a new facet`, ...termLines(addition.facet, addition.entry.terms, '')];
      case 'terms':
        return termLines(
          addition.facet,
          addition.terms,
          addition.under === undefined ? '' : `, under ${addition.under.id}`,
        );
      case 'labels':
        return [...addition.labels].map(
          ([lang, text]) => `+ ${addition.term.facet}/${addition.term.id} label (${lang}): ${text}`,
        );
      case 'aliases':
        return addition.aliases.map((alias) => `+ ${addition.term.facet}/${addition.term.id} alias: ${words(alias)}`);
    }
  });
}

export interface AdditionCounts {
  readonly terms: number;
  readonly labels: number;
  readonly aliases: number;
  /** Terms that are new, and terms that get something. */
  readonly concerned: number;
}

/** How many terms, labels and words there are. */
export function countAdditions(additions: readonly Addition[]): AdditionCounts {
  const counts = { terms: 0, labels: 0, aliases: 0 };
  const others = new Set<object>();
  for (const addition of additions) {
    if (addition.kind === 'labels') counts.labels += addition.labels.size;
    else if (addition.kind === 'aliases') counts.aliases += addition.aliases.length;
    else counts.terms += countTerms(addition.kind === 'facet' ? addition.entry.terms : addition.terms);
    if ('term' in addition) others.add(addition.term);
  }
  return { ...counts, concerned: counts.terms + others.size };
}

function countTerms(terms: TermEntries): number {
  return Object.values(terms).reduce((count, { narrower }) => count + 1 + countTerms(narrower ?? {}), 0);
}

function termLines(facet: string, terms: TermEntries, where: string): string[] {
  return Object.entries(terms).flatMap(([id, { label, narrower }]) => [
    `+ ${facet}/${id}: ${label === undefined ? id : words(label)}${where}`,
    ...termLines(facet, narrower ?? {}, `, under ${id}`),
  ]);
}

function words(text: LabelText): string {
  return typeof text === 'string' ? text : Object.values(text).join(' / ');
}
