import type { MatchRelation, Term } from '../../model/taxonomy.ts';

const TOPIC = /^medtop:([0-9]{8})$/;

// A text about the term is about these, too: they mean the same, nearly the same, or more. Not so a narrower or a related topic.
const IMPLIED: readonly MatchRelation[] = ['exactMatch', 'closeMatch', 'broadMatch'];

/** Codes of eight digits of the IPTC media topics that a text with these terms is about, each once. */
export function mediaTopicsOf(terms: Iterable<Term>): string[] {
  const codes = new Set<string>();
  for (const { match } of terms) {
    for (const topic of IMPLIED.flatMap((relation) => match.get(relation) ?? [])) {
      const [, code] = TOPIC.exec(topic) ?? [];
      if (code !== undefined) codes.add(code);
    }
  }
  return [...codes];
}
