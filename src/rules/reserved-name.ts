import { slugOf } from '../model/make-release.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { isReservedName } from '../text/slug-form.ts';

export const reservedName: Rule = {
  id: 'reserved-name',
  topic: 'archive',
  severity: 'error',
  scope: 'manuscript',
  summary: 'The id or the slug is a name that a computer or the site keeps for itself.',
  why:
    'Windows cannot store a file called «con» or «aux», and the site writes «index» itself. A release of such a name would break ' +
    'the site, or stop a colleague from opening the repository.',
  examples: [{ wrong: sampleRelease({ slug: 'index' }), right: sampleRelease({ slug: 'index-of-courses' }) }],
  *check(manuscript): Generator<Finding> {
    const { data, path } = manuscript;
    if (data === undefined) return;
    const id: unknown = data['id'];
    const names = [['id', typeof id === 'string' ? id : ''] as const, ['slug', slugOf(path, data)] as const];
    for (const [key, name] of names) {
      if (name === '' || !isReservedName(name)) continue;
      yield {
        ...placeOf(manuscript, [key]),
        message: `${quoted(name)} cannot be the ${key} of a release: that name is reserved.`,
        hint: `Choose another ${key}.`,
      };
    }
  },
};
