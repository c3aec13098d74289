import type { Command } from '../../model/command.ts';
import { answerDate } from '../../operations/answer-moments.ts';
import { move as moveVerb } from '../../operations/verbs/move.ts';
import { changeRelease, momentOf, namedManuscript } from '../change-release.ts';
import { dryRun, releaseArgument } from '../options/note-option.ts';

/** `press move`: another date or another name. */
export const move: Command = {
  name: 'move',
  summary: 'Give a release another date or another name.',
  details: [
    'File, folder and keys change together or not at all. The id stays, so feeds and agencies take the release for the same one; when it was public, its old address stands under «aliases» from then on, for the web server to send readers on.',
    'Without --date and --slug the file goes to where its date says: the way out when «press validate» finds that name and date differ. The dateline in the text is yours to change; «press validate» says where.',
  ],
  arguments: [releaseArgument],
  options: [
    { flags: '--date <day>', summary: 'day of issue: 2009-11-16, today, tomorrow, or a moment with offset' },
    { flags: '--slug <name>', summary: 'name in file and address' },
    dryRun,
  ],
  examples: [
    { line: 'move shared-schoolyard --date 2026-12-01 -n', summary: 'put off, and what would change' },
    { line: 'move shared-schoolyard --slug one-yard-two-schools -n', summary: 'another name' },
  ],
  async run(invocation) {
    const { options, environment } = invocation;
    const repository = await environment.repository();
    const manuscript = await namedManuscript(invocation);
    const { date, slug } = options;
    const wish = {
      date: typeof date === 'string' ? answerDate(date, momentOf(repository, environment)) : undefined,
      slug: typeof slug === 'string' ? slug : undefined,
      settings: repository.settings,
    };
    return changeRelease(invocation, manuscript.path, moveVerb(wish));
  },
};
