import type { Command } from '../../model/command.ts';
import type { Repository } from '../../model/repository.ts';
import { planFacetsSchema } from '../../operations/facets-schema.ts';

/** `press taxonomy schema`: what the vocabulary allows in front matter, for editors. */
export const taxonomySchema: Command = {
  name: 'taxonomy schema',
  summary: 'Write schemas/facets.schema.json, so that editors offer the terms as you type.',
  details: [
    'The file holds the facet properties with all terms that releases may use. Make it anew when the vocabulary has changed. Exit status 1 with --check when it is stale.',
  ],
  arguments: [],
  options: [
    { flags: '-n, --dry-run', summary: 'print the schema, write nothing' },
    { flags: '--check', summary: 'only say whether the file is up to date' },
  ],
  writes: true,
  examples: [{ line: 'taxonomy schema --dry-run', summary: 'look at it first' }],
  async run({ options, environment }) {
    const repository = await environment.repository();
    const plan = planFacetsSchema(repository);
    if (options['dryRun'] === true) {
      await environment.out(plan.text);
      return 0;
    }
    if (plan.changes === undefined) {
      environment.say(`${environment.files.display(plan.path)} is up to date.`);
      return 0;
    }
    if (options['check'] === true) {
      environment.say(`${environment.files.display(plan.path)} is stale: «press taxonomy schema» makes it anew.`);
      return 1;
    }
    await repository.whileLocked('press taxonomy schema', () => write(repository), environment.signal);
    await environment.out(`${environment.files.display(plan.path)}\n`);
    return 0;
  },
};

/** Planned again, because the vocabulary may have changed before the lock was ours. */
function write(repository: Repository): void {
  const { changes } = planFacetsSchema(repository);
  if (changes !== undefined) repository.apply(changes);
}
