import type { Command } from '../../model/command.ts';
import { clear, clearForStaff, type ClearedRelease, type Moment } from '../../model/embargo.ts';
import type { Environment } from '../../model/environment.ts';
import type { Release } from '../../model/release.ts';
import type { Repository } from '../../model/repository.ts';
import { exportFormats } from '../../formats/index.ts';
import { factsOf, factsTogether } from '../../model/edition-facts.ts';
import { everythingKnown } from '../../model/known-releases.ts';
import { plainLook } from '../../model/edition.ts';
import { findRelease } from '../../operations/find-release.ts';
import { knownReleases } from '../../operations/public-releases.ts';
import { momentFrom } from '../options/moment.ts';
import { todayIn } from '../options/term-argument.ts';
import { renderRelease } from '../terminal/release-page.ts';

/** `press show`: one release to read. */
export const show: Command = {
  name: 'show',
  summary: 'Show one release, rendered for the terminal.',
  details: [
    'Also one that is not public, to whoever names it; it says so above the headline. Suggestions name only what is public, and of a public release only what is out is shown.',
  ],
  arguments: [
    { name: 'release', summary: 'id, path or a part of the slug that only it has', required: true, variadic: false },
  ],
  options: [{ flags: '--format <format>', summary: 'text or json', choices: ['text', 'json'] }],
  examples: [{ line: 'show baku-information-sessions', summary: 'a part of the slug is enough' }],
  async run(invocation) {
    const { arguments: words, environment } = invocation;
    const [name = ''] = words;
    const repository = await environment.repository();
    const moment = momentFrom({}, environment, repository.settings);
    const release = findRelease(repository, name, { path: environment.files.inRepository(name), moment });
    const shown = shownTo(release, moment);
    if (invocation.options['format'] === 'json') await writeJson(shown, { environment, repository, moment });
    else
      await environment.out(renderRelease(shown, { environment, repository, today: todayIn(repository, environment) }));
    return 0;
  },
};

/** As far as it is out, for a public one; whoever names another one gets all of it, marked. */
function shownTo(release: Release, moment: Moment): ClearedRelease {
  const clearance = clear(release, moment);
  return clearance.public ? clearance.release : clearForStaff(release, moment);
}

interface Surroundings {
  readonly environment: Environment;
  readonly repository: Repository;
  readonly moment: Moment;
}

async function writeJson(release: ClearedRelease, { environment, repository, moment }: Surroundings): Promise<void> {
  const json = await exportFormats.get('json')?.();
  const chunks = json?.write({
    releases: [release],
    tombstones: [],
    taxonomy: repository.taxonomy,
    settings: repository.settings,
    now: environment.now,
    ...plainLook(repository.settings.language, 'full'),
    // Whoever may read what is not public may read what it refers to.
    known: release.unpublished.length === 0 ? knownReleases(repository, moment) : everythingKnown,
    facts: factsTogether([factsOf(release, repository.settings.timezone)], new Set(Object.keys(release.data))),
    newestPublicUpdate: undefined,
    filter: '',
  });
  await environment.send(chunks ?? []);
}
