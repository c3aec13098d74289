import type { Command } from '../../model/command.ts';
import { labelOf } from '../../model/term-names.ts';
import type { Facet, Term } from '../../model/taxonomy.ts';
import { termRecord } from '../../model/term-record.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { facetArgument, todayIn } from '../options/term-argument.ts';
import { jsonText } from '../terminal/json-output.ts';
import { termTitle, type TermView } from '../terminal/term-line.ts';

/** `press taxonomy tree`: the vocabulary with what is under what. */
export const taxonomyTree: Command = {
  name: 'taxonomy tree',
  summary: 'Show the vocabulary as a tree.',
  arguments: [{ name: 'facet', summary: 'one facet only: field, country …', required: false, variadic: false }],
  options: [{ flags: '--format <format>', summary: 'text or json', choices: ['text', 'json'] }],
  examples: [{ line: 'taxonomy tree source', summary: 'structures and institutions, closed ones marked' }],
  async run({ arguments: [name], options, environment }) {
    const repository = await environment.repository();
    const { taxonomy } = repository;
    const facets = facetArgument(taxonomy, name);
    if (options['format'] === 'json') {
      await environment.out(
        jsonText(facets.flatMap((facet) => [...facet.terms.values()].map((term) => termRecord(taxonomy, term)))),
      );
      return 0;
    }
    const view = { taxonomy, today: todayIn(repository, environment), paint: environment.paint };
    for (const facet of facets) await environment.out(`${treeOf(facet, view).join('\n')}\n`);
    return 0;
  },
};

function treeOf(facet: Facet, view: TermView): string[] {
  const heading = view.paint.strong(`${terminalSafe(labelOf(facet.label, 'en'))} (--${facet.name})`);
  const top = [...facet.terms.values()].filter((term) => term.broader === undefined);
  return [heading, ...top.flatMap((term) => branch(term, { facet, view, depth: 1 }))];
}

function branch(term: Term, at: { readonly facet: Facet; readonly view: TermView; readonly depth: number }): string[] {
  const below = term.narrower.flatMap((id) => at.facet.terms.get(id) ?? []);
  const line = `${'  '.repeat(at.depth)}${termTitle(term, at.view)}  ${at.view.paint.quiet(term.id)}`;
  return [line, ...below.flatMap((each) => branch(each, { ...at, depth: at.depth + 1 }))];
}
