import type { Command } from '../../model/command.ts';
import type { FormerName, Localized, Term } from '../../model/taxonomy.ts';
import { broaderTerms } from '../../model/taxonomy.ts';
import { labelOf } from '../../model/term-names.ts';
import { termRecord } from '../../model/term-record.ts';
import type { Period } from '../../text/dates.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { namedTerm } from '../../model/named-term.ts';
import { todayIn } from '../options/term-argument.ts';
import { jsonText } from '../terminal/json-output.ts';
import { termTitle, type TermView } from '../terminal/term-line.ts';

/** `press taxonomy show`: everything that the vocabulary knows about a term. */
export const taxonomyShow: Command = {
  name: 'taxonomy show',
  summary: 'Show everything about one term: names and when they held, place in the tree, links.',
  arguments: [{ name: 'term', summary: 'id, any of its words, or facet/id', required: true, variadic: true }],
  options: [{ flags: '--format <format>', summary: 'text or json', choices: ['text', 'json'] }],
  examples: [{ line: 'taxonomy show baku', summary: 'an office that was renamed and closed' }],
  async run({ arguments: words, options, environment }) {
    const repository = await environment.repository();
    const { taxonomy } = repository;
    const term = namedTerm(taxonomy, words.join(' '));
    if (options['format'] === 'json') await environment.out(jsonText([termRecord(taxonomy, term)]));
    else
      await environment.out(
        `${described(term, { taxonomy, today: todayIn(repository, environment), paint: environment.paint }).join('\n')}\n`,
      );
    return 0;
  },
};

function described(term: Term, view: TermView): string[] {
  const facet = view.taxonomy.facets.get(term.facet);
  const above = facet === undefined ? [] : broaderTerms(facet, term).reverse();
  const rows: [string, string][] = [
    ['Term', `${term.facet}/${term.id}`],
    ['Under', above.map((each) => labelOf(each.label, 'en')).join(' › ')],
    [
      'In other languages',
      [...term.label]
        .slice(1)
        .map(([lang, label]) => `${label} (${lang})`)
        .join(', '),
    ],
    ['Existed', term.active === undefined ? '' : periodWords(term.active)],
    ['Earlier names', term.names.map(nameWords).join('; ')],
    ['Roles', term.roles.map(nameWords).join('; ')],
    ['Also found by', term.aliases.map(wordsOf).join(', ')],
    ['Followed by', term.replacedBy.join(', ')],
    ['Usually with', term.implies.join(', ')],
    ['Member of', term.memberOf.map((member) => `${member.term}, ${periodWords(member)}`).join('; ')],
    ['Narrower', term.narrower.join(', ')],
    ['Country code', term.iso3166 ?? ''],
    ['Media topics', [...term.match].map(([relation, codes]) => `${codes.join(', ')} (${relation})`).join('; ')],
    ['Note', term.note ?? ''],
  ];
  const lines = rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${view.paint.quiet(`${name}:`)} ${terminalSafe(value)}`);
  return [view.paint.strong(termTitle(term, view)), ...lines];
}

function nameWords(name: FormerName): string {
  return `${wordsOf(name.label)}, ${periodWords(name)}`;
}

function wordsOf(text: Localized): string {
  return [...text.values()].join(' / ');
}

/** «17 July 2000 – …» would need a language; the dates stand as they are written. */
function periodWords({ from, until }: Period): string {
  if (from === undefined) return until === undefined ? 'undated' : `until ${until}`;
  return until === undefined ? `from ${from}` : `${from} to ${until}`;
}
