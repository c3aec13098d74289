import type { Command } from '../../model/command.ts';
import { clearForStaff, type ClearedRelease } from '../../model/embargo.ts';
import type { Invocation } from '../../model/command.ts';
import type { Repository } from '../../model/repository.ts';
import { exportFormats } from '../../formats/index.ts';
import { factsOf, factsTogether } from '../../model/edition-facts.ts';
import { everythingKnown } from '../../model/known-releases.ts';
import { plainLook } from '../../model/edition.ts';
import { findRelease } from '../../operations/find-release.ts';
import { momentFrom } from '../options/moment.ts';
import { todayIn } from '../options/term-argument.ts';
import { renderRelease } from '../terminal/release-page.ts';

/** `press show`: one release to read. */
export const show: Command = {
  name: 'show',
  summary: 'Show one release, rendered for the terminal.',
  details: ['Also one that is not public; it says so above the headline.'],
  arguments: [
    { name: 'release', summary: 'id, path or a part of the slug that only it has', required: true, variadic: false },
  ],
  options: [{ flags: '--format <format>', summary: 'text or json', choices: ['text', 'json'] }],
  examples: [{ line: 'show baku-information-sessions', summary: 'a part of the slug is enough' }],
  async run(invocation) {
    const { arguments: words, environment } = invocation;
    const [name = ''] = words;
    const repository = await environment.repository();
    const release = findRelease(repository, name, environment.files.inRepository(name));
    const shown = clearForStaff(release, momentFrom({}, environment, repository.settings));
    if (invocation.options['format'] === 'json') await writeJson(shown, invocation, repository);
    else
      await environment.out(renderRelease(shown, { environment, repository, today: todayIn(repository, environment) }));
    return 0;
  },
};

async function writeJson(release: ClearedRelease, { environment }: Invocation, repository: Repository): Promise<void> {
  const json = await exportFormats.get('json')?.();
  const chunks = json?.write({
    releases: [release],
    tombstones: [],
    taxonomy: repository.taxonomy,
    settings: repository.settings,
    now: environment.now,
    ...plainLook(repository.settings.language, 'full'),
    // Whoever may read the file may read what it refers to.
    known: everythingKnown,
    facts: factsTogether([factsOf(release, repository.settings.timezone)], new Set(Object.keys(release.data))),
    newestPublicUpdate: undefined,
    filter: '',
  });
  await environment.send(chunks ?? []);
}
