import { attachedFiles } from '../model/attached-files.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { placesOfFile } from '../model/local-address.ts';

const body = 'BAKU, 16 November 2009 - A course for election observers opened in Baku today.\n';

export const attachmentMissing: Rule = {
  id: 'attachment-missing',
  topic: 'archive',
  severity: 'error',
  scope: 'archive',
  summary: 'A file that goes with a release does not exist.',
  why:
    'Under «attachments», an address without https:// and without / at its beginning names a file of this repository. Feeds and ' +
    'pages would offer a file that is not there: readers would see a broken picture or an error.',
  examples: [
    {
      wrong: {
        'releases/2009/2009-11-16-observer-course.md': sampleRelease(
          { attachments: '[{href: files/programm.pdf}]' },
          body,
        ),
        'files/programme.pdf': 'The programme.\n',
      },
      right: {
        'releases/2009/2009-11-16-observer-course.md': sampleRelease(
          { attachments: '[{href: files/programme.pdf}]' },
          body,
        ),
        'files/programme.pdf': 'The programme.\n',
      },
    },
  ],
  *check(entries, context) {
    const judge = (href: string, path: string): Told | undefined => judgeFile(href, path, (at) => context.exists(at));
    for (const entry of entries) {
      const { path, attachments } = entry.facts;
      if (!attachments.some((href) => judge(href, path) !== undefined)) continue;
      for (const { href, index } of attachedFiles(entry.manuscript.data)) {
        const told = judge(href, path);
        if (told === undefined) continue;
        yield { in: entry, tell: (file) => ({ ...placeOf(file, ['attachments', index, 'href']), ...told }) };
      }
    }
  },
};

type Told = Pick<Finding, 'message' | 'hint'>;

function judgeFile(href: string, path: string, exists: (path: string) => boolean): Told | undefined {
  const places = placesOfFile(href, path);
  if (places.length === 0)
    return {
      message: `${quoted(href)} lies outside this repository.`,
      hint: 'Copy the file into the repository, or give its address on the web.',
    };
  if (places.some(exists)) return undefined;
  return {
    message: `There is no file ${quoted(href)}, neither beside the release nor counted from the folder of taxonomy.yaml.`,
    hint: 'Look at its name and folder, capital letters too; a file on the website has an address that begins with / or https://.',
  };
}
