import { releaseDay } from '../model/date-values.ts';
import { listOf } from '../model/make-release.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { fileNameOf, isPlainName } from '../text/file-name-form.ts';

const DATED_NAME = /^(\d{4}-\d{2}-\d{2})(?=[-.])/;

const release = (date: string): string =>
  sampleRelease({ date, place: undefined }, 'A course for election observers opened today.\n');

export const fileNameDate: Rule = {
  id: 'file-name-date',
  topic: 'dates',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'The file’s name begins with another day than the release’s date.',
  why:
    'One of the two is wrong: the date was put off and the file not renamed, or a file was copied and its date forgotten. ' +
    'People look for a release by the name of its file; press sorts by its date.',
  examples: [{ wrong: { [samplePath]: release('2009-11-17') }, right: { [samplePath]: release('2009-11-16') } }],
  mayFind: ({ path, data }) => !fileNameOf(path).startsWith(releaseDay(data) ?? ' '),
  *check(manuscript): Generator<Finding> {
    const { path, data } = manuscript;
    const named = DATED_NAME.exec(fileNameOf(path))?.[1];
    const day = releaseDay(data);
    if (named === undefined || day === undefined || named === day) return;
    yield {
      ...placeOf(manuscript, ['date']),
      message: `The release is dated ${day}, and its file is named ${named}.`,
      hint: `Put the date right, or let press rename the file: press move ${nameFor(manuscript)}.`,
    };
  },
};

/** As the release is called on a command line. */
function nameFor({ path, data }: Manuscript): string {
  const [id = ''] = data === undefined ? [] : listOf(data, 'id');
  return isPlainName(id) ? id : JSON.stringify(path);
}
