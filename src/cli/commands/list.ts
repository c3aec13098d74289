import { exportFormats } from '../../formats/index.ts';
import type { Command } from '../../model/command.ts';
import { plainLook } from '../../model/edition.ts';
import { choose } from '../../model/selection.ts';
import { exportReleases } from '../../operations/export.ts';
import { gather } from '../../operations/gather.ts';
import { cacheOption, usesCache } from '../options/cache-option.ts';
import { explainSelection } from '../options/explain-selection.ts';
import { momentFrom } from '../options/moment.ts';
import { wishFrom } from '../options/selection-options.ts';
import { isComplete, sayNothingFound, sayWhatIsMissing } from '../terminal/held-back.ts';
import { releaseTable, tabbedLines } from '../terminal/release-table.ts';

/** `press list`: which releases there are, for eyes or for a pipe. */
export const list: Command = {
  name: 'list',
  summary: 'List public releases: a table on a terminal, tab-separated in a pipe.',
  details: ['In a pipe each line is id, date, place, title and status, separated by tabs.'],
  arguments: [],
  options: [
    {
      flags: '-f, --format <format>',
      summary: 'text, json or ndjson',
      choices: ['text', 'json', 'ndjson'],
      group: 'Output:',
    },
    cacheOption,
  ],
  facets: 'selection',
  examples: [
    { line: 'list --country azerbaijan', summary: 'what was said about Azerbaijan' },
    { line: 'list --include-unpublished --status draft', summary: 'the drafts' },
  ],
  async run({ options, environment }) {
    const repository = await environment.repository();
    const moment = momentFrom(options, environment, repository.settings);
    const context = { taxonomy: repository.taxonomy, types: repository.releaseTypes(), ...moment };
    const selection = choose(wishFrom(options, repository.taxonomy.facets.values()), context);
    explainSelection({ options, environment }, selection, context);
    const format = exportFormats.get(String(options['format'] ?? 'text'));
    const { includeUnpublished } = moment;
    const request = { selection, moment, includeUnpublished, usesMemory: usesCache(options) };
    if (format !== undefined) {
      const exported = exportReleases(repository, await format(), {
        ...request,
        ...plainLook(repository.settings.language, 'none'),
        withTombstones: false,
      });
      await environment.send(exported.chunks);
      sayWhatIsMissing(environment, exported);
      exported.remember();
      return isComplete(exported) ? 0 : 1;
    }
    const gathering = gather(repository, selection, request);
    if (gathering.releases.length === 0) sayNothingFound(environment, selection, gathering);
    else if (environment.outIsTerminal) await environment.send(releaseTable(gathering, environment));
    else await environment.send(tabbedLines(gathering.releases));
    sayWhatIsMissing(environment, gathering);
    gathering.remember();
    return isComplete(gathering) ? 0 : 1;
  },
};
