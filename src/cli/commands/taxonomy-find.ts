import type { Command } from '../../model/command.ts';
import { lookUp } from '../../model/term-lookup.ts';
import { termRecord } from '../../model/term-record.ts';
import { termLine } from '../terminal/term-line.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { jsonText } from '../terminal/json-output.ts';
import { unknownTerm } from '../../model/named-term.ts';
import { facetArgument, todayIn } from '../options/term-argument.ts';

/** `press taxonomy find`: which terms a word means. */
export const taxonomyFind: Command = {
  name: 'taxonomy find',
  summary: 'Find the term that words mean: id, label in any language, former name, alias.',
  details: [
    'Capitals, accents, a leading article and decorations such as «(closed)» make no difference. Several terms may go by one word: all are listed. Exit status 1 when there is none.',
  ],
  arguments: [{ name: 'words', summary: 'what the term is called', required: true, variadic: true }],
  options: [
    { flags: '--facet <facet>', summary: 'look in one facet only' },
    { flags: '--format <format>', summary: 'text or json', choices: ['text', 'json'] },
  ],
  examples: [
    { line: 'taxonomy find Turkey', summary: 'a former name finds the term' },
    { line: 'taxonomy find "OSCE Office in Baku" --format json', summary: 'everything about it, for a program' },
  ],
  async run({ arguments: words, options, environment }) {
    const repository = await environment.repository();
    const { taxonomy } = repository;
    const facet = typeof options['facet'] === 'string' ? facetArgument(taxonomy, options['facet'])[0]?.name : undefined;
    const asked = words.join(' ');
    const found = lookUp(taxonomy, asked, facet);
    if (options['format'] === 'json') await environment.out(jsonText(found.map((term) => termRecord(taxonomy, term))));
    else
      for (const term of found)
        await environment.out(
          `${termLine(term, { taxonomy, today: todayIn(repository, environment), paint: environment.paint })}\n`,
        );
    if (found.length > 0) return 0;
    const { message, hint } = unknownTerm(taxonomy, asked);
    environment.say(terminalSafe(`${message}${hint === undefined ? '' : ` ${hint}`}`));
    return 1;
  },
};
