/** One release as a page for the terminal: what it is, above what it says. */
import { terminalSafe } from '../../text/terminal-safe.ts';
import { wrapLine } from '../../text/wrap.ts';
import type { ClearedRelease, HoldReason } from '../../model/embargo.ts';
import type { Environment } from '../../model/environment.ts';
import type { Repository } from '../../model/repository.ts';
import { labelledTerms, labelOf } from '../../model/term-names.ts';
import { dayOf } from '../../model/condition.ts';

const widestText = 88;

export interface PageContext {
  readonly environment: Pick<Environment, 'paint' | 'width'>;
  readonly repository: Pick<Repository, 'taxonomy' | 'settings'>;
  /** `YYYY-MM-DD` of the run. */
  readonly today: string;
}

/** The page, ending with a line break. */
export function renderRelease(release: ClearedRelease, context: PageContext): string {
  const { paint, width } = context.environment;
  const wrap = (text: string): string[] => wrapLine(terminalSafe(text), Math.min(width, widestText));
  const held = release.unpublished.map((reason) => paint.warn(`Not public: ${reasonWords(reason, release)}`));
  const facts = factsOf(release, context).flatMap(([name, value]) => {
    const [first = '', ...more] = wrap(`${name}: ${value}`);
    return [paint.quiet(first.slice(0, name.length + 1)) + first.slice(name.length + 1), ...more];
  });
  const corrections = release.corrections.flatMap(({ date, kind, note }) =>
    wrap(`${kind}, ${date}: ${note}`).map(paint.warn),
  );
  const body = release.body
    .trim()
    .split('\n')
    .flatMap((line) => wrap(line.replace(/\r$/, '')));
  const parts = [held, wrap(release.title).map(paint.strong), facts, corrections, body];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

function factsOf(release: ClearedRelease, { repository, today }: PageContext): [string, string][] {
  const { taxonomy, settings } = repository;
  const view = { mode: 'current', lang: settings.language, today } as const;
  const facets = [...taxonomy.facets.values()].map((facet): [string, string] => {
    const terms = labelledTerms(release.terms.get(facet.property) ?? [], facet.property, {
      taxonomy,
      view,
      day: dayOf(release),
    });
    return [labelOf(facet.label, settings.language), terms.map((term) => term.label).join(', ')];
  });
  const facts: [string, string][] = [
    ['Date', release.date?.text ?? ''],
    ['Place', release.places.join(', ')],
    ...facets,
    ['Language', release.lang],
    ['Type', release.type],
    ['Summary', release.summary ?? ''],
    ['Address', settings.baseUrl === undefined ? release.permalink : new URL(release.permalink, settings.baseUrl).href],
    ['Id', release.id],
    ['File', release.path],
  ];
  return facts.filter(([, value]) => value !== '');
}

function reasonWords(reason: HoldReason, { date, embargo }: ClearedRelease): string {
  switch (reason.kind) {
    case 'unreadable-clock':
      return 'the clock or the time zone of this run cannot be read.';
    case 'status':
      return `its status is «${reason.status}».`;
    case 'no-date':
      return 'it has no date.';
    case 'date':
      return `its date, ${date?.text ?? ''}, is not reached.`;
    case 'embargo':
      return `embargoed until ${terminalSafe(String(embargo))}.`;
    case 'unreadable-embargo':
      return 'its embargo cannot be read as a moment, and what cannot be read is closed.';
    case 'suspect-key':
      return `its key «${terminalSafe(reason.key)}» looks like a misspelled embargo or status.`;
  }
}
