import type { Command } from '../../model/command.ts';
import { whyOf } from '../../operations/why.ts';
import { loggable, refusePublicLog } from '../options/build-machine.ts';
import { earlierMoment } from '../options/moment.ts';
import { releaseArgument } from '../options/note-option.ts';
import { tellingFormats } from '../options/telling-formats.ts';
import { jsonText } from '../terminal/json-output.ts';
import { whyPage } from '../terminal/why-page.ts';
import { whyReport } from '../terminal/why-report.ts';

/** `press why`: whether a release is public, and everything that decides it. */
export const why: Command = {
  name: 'why',
  summary: 'Say whether a release is public, in which saved feeds it is, and why.',
  details: [
    'All reasons at once, each with the line of the file that decides and the way out; also for a file that is no valid release. ' +
      'Below, the saved feeds that have it or will have it, its versions in other languages, and what was put right. It looks and changes nothing.',
    'It tells what is not public, so its output is for the house. In a build log on GitHub that others may read it refuses.',
    '--as-of judges by an earlier moment, and by the files as they are now: what they said then, your version control knows. A moment that lies ahead is refused, as everywhere.',
    'Exit status: 0 when it is public, 1 when it is not, 2 when no release goes by that name.',
  ],
  arguments: [releaseArgument],
  options: [
    { flags: '--as-of <instant>', summary: 'whether it was public at an earlier moment' },
    { flags: '--format <format>', summary: 'text or json', choices: ['text', 'json'] },
  ],
  examples: [
    { line: 'why baku-information-sessions', summary: 'a part of the slug is enough' },
    { line: 'why baku-information-sessions --as-of 2020-01-01', summary: 'whether it was public on that day' },
  ],
  async run({ arguments: words, options, environment }) {
    refusePublicLog('why', environment);
    const repository = await environment.repository();
    const { files } = environment;
    const [name = ''] = words;
    const moment = earlierMoment(options, environment, repository.settings);
    const { rules } = await import('../../rules/index.ts');
    const display = (path: string): string => files.display(path);
    const answer = whyOf(repository, { name, path: files.inRepository(name), moment, rules, display });
    const telling = await tellingFormats();
    const { paint, width } = environment;
    const isEarlier = moment.now < environment.now;
    await environment.out(
      options['format'] === 'json'
        ? jsonText(whyReport(answer, telling))
        : loggable(whyPage(answer, { paint, width, files, telling, isEarlier }), environment),
    );
    return answer.isPublic ? 0 : 1;
  },
};
