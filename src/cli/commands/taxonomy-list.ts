import type { Command } from '../../model/command.ts';
import { termRecord } from '../../model/term-record.ts';
import { facetArgument, todayIn } from '../options/term-argument.ts';
import { jsonText } from '../terminal/json-output.ts';
import { termLine } from '../terminal/term-line.ts';

/** `press taxonomy list`: every term on a line. */
export const taxonomyList: Command = {
  name: 'taxonomy list',
  summary: 'List the terms, one a line.',
  arguments: [{ name: 'facet', summary: 'one facet only: field, country …', required: false, variadic: false }],
  options: [{ flags: '--format <format>', summary: 'text or json', choices: ['text', 'json'] }],
  examples: [
    { line: 'taxonomy list field', summary: 'the fields of work with their ids' },
    { line: 'taxonomy list --format json', summary: 'the whole vocabulary, for a program' },
  ],
  async run({ arguments: [name], options, environment }) {
    const repository = await environment.repository();
    const { taxonomy } = repository;
    const terms = facetArgument(taxonomy, name).flatMap((facet) => [...facet.terms.values()]);
    if (options['format'] === 'json') {
      await environment.out(jsonText(terms.map((term) => termRecord(taxonomy, term))));
      return 0;
    }
    const view = { taxonomy, today: todayIn(repository, environment), paint: environment.paint };
    for (const term of terms) await environment.out(`${termLine(term, view)}\n`);
    return 0;
  },
};
