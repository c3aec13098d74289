/** Where the file of a release belongs: its folder by the year, its name by day and slug. */
import { fileStemOf } from '../text/file-name-form.ts';
import { isSlug } from '../text/slug-form.ts';

export interface PlaceWish {
  /** `YYYY-MM-DD`; undefined for a release without a date, which keeps the day in its name if it has one. */
  readonly day: string | undefined;
  /** The new part of the name behind the day; undefined leaves what there is. */
  readonly slug: string | undefined;
}

const DAY = /^\d{4}-\d{2}-\d{2}-/;
const YEAR_FOLDER = /^(?:\d{4}|undated)$/;

/**
 * The path of a release with another day or slug: `releases/2009/2009-11-16-course.ru.md` → `releases/2010/2010-01-11-course.ru.md`.
 * The language at the end stays. Only a folder that is named after a year, or after having none, is changed.
 */
export function placeFor(path: string, { day, slug }: PlaceWish): string {
  const { written, before, language } = partsOf(path);
  const name = `${day === undefined ? written : `${day}-`}${slug ?? before}${language}`;
  const folder = folderFor(path.slice(0, Math.max(0, path.lastIndexOf('/'))), day);
  return `${folder === '' ? '' : `${folder}/`}${name}.md`;
}

/** The day in the name with its hyphen, what stands behind it up to the language, and the rest. */
function partsOf(path: string): { readonly written: string; readonly before: string; readonly language: string } {
  const stem = fileStemOf(path);
  const [written = ''] = DAY.exec(stem) ?? [];
  const rest = stem.slice(written.length);
  const dot = rest.indexOf('.');
  const isApart = dot > 0 && isSlug(rest.slice(0, dot));
  const [before, language] = isApart ? [rest.slice(0, dot), rest.slice(dot)] : [rest, ''];
  return { written, before, language };
}

function folderFor(folder: string, day: string | undefined): string {
  const cut = folder.lastIndexOf('/') + 1;
  if (day === undefined || !YEAR_FOLDER.test(folder.slice(cut))) return folder;
  return folder.slice(0, cut) + day.slice(0, 4);
}
