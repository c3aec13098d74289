import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { placesOfFile } from '../model/local-address.ts';
import { schemeOf } from '../text/address-scheme.ts';

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
    for (const { manuscript } of entries) {
      for (const { href, index } of attachmentsOf(manuscript)) {
        const told = judge(href, manuscript.path, (path) => context.exists(path));
        if (told === undefined) continue;
        yield { in: manuscript, ...placeOf(manuscript, ['attachments', index, 'href']), ...told };
      }
    }
  },
};

function attachmentsOf({ data }: Manuscript): { readonly href: string; readonly index: number }[] {
  const items: unknown = data !== undefined && Object.hasOwn(data, 'attachments') ? data['attachments'] : undefined;
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown, index) => {
    if (typeof item !== 'object' || item === null || !Object.hasOwn(item, 'href')) return [];
    const href: unknown = Reflect.get(item, 'href');
    return typeof href === 'string' && href !== '' ? [{ href, index }] : [];
  });
}

function judge(
  href: string,
  path: string,
  exists: (path: string) => boolean,
): Pick<Finding, 'message' | 'hint'> | undefined {
  if (href.startsWith('/') || schemeOf(href) !== undefined) return undefined;
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
