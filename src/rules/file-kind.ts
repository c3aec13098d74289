import { readingRule } from '../model/reading-rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';

export const fileKind = readingRule({
  id: 'file-kind',
  topic: 'reading',
  severity: 'error',
  isBinding: true,
  summary: 'What lies among the releases is no ordinary file, or may not be read.',
  why:
    'A link may lead out of the repository, and a file that cannot be read would be missing from every list without anybody ' +
    'noticing. So press reads ordinary files only and says when something else lies there.',
  examples: [
    {
      wrong: { 'releases/2009/2009-11-17-summary.md': { linkTo: '../../drafts/summary.md' } },
      right: { [samplePath]: sampleRelease() },
    },
  ],
});
