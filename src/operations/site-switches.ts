/**
 * Files of a site builder that keep posts in which say nothing of it themselves: defaults of Jekyll, cascades of Hugo, data of
 * Eleventy's folders. Which posts they mean, only the builder knows; so all posts below them wait for a person.
 */
import type { Files } from '../model/environment.ts';
import type { SourceRelease } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';

/** A file that keeps posts in, and the words with which it does. */
export interface SiteSwitch {
  readonly file: string;
  readonly words: string;
}

const OF_ALL =
  /(?:^|\/)(?:_config\.(?:ya?ml|toml)|(?:hugo|config)\.(?:toml|ya?ml|json)|[^/]+\.11tydata\.[cm]?js(?:on)?)$/i;
const CASCADE = /(?:^|\/)_index(?:\.[a-z-]+)?\.(?:md|markdown|html)$/i;
/** `posts/posts.json` */
const OF_FOLDER = /(?:^|\/)([^/]+)\/\1\.json$/;
const KEEPS_IN =
  /["']?\b(?:draft|unlisted|hidden)["']?[ \t]*[:=][ \t]*["']?true\b|["']?\bpublished["']?[ \t]*[:=][ \t]*["']?false\b/i;
const LARGEST = 1024 * 1024;

/** The switches among the files of a folder. */
export function siteSwitches(inside: readonly string[], files: Pick<Files, 'read'>): SiteSwitch[] {
  return inside.flatMap((file) => {
    const isCascade = CASCADE.test(file);
    if (!isCascade && !OF_ALL.test(file) && !OF_FOLDER.test(file)) return [];
    const text = textOf(file, files);
    const words = isCascade && !text.includes('cascade') ? undefined : KEEPS_IN.exec(text)?.[0];
    return words === undefined ? [] : [{ file, words }];
  });
}

function textOf(file: string, files: Pick<Files, 'read'>): string {
  try {
    return new TextDecoder().decode(files.read(file, LARGEST));
  } catch (error) {
    if (error instanceof PressError) return '';
    throw error;
  }
}

/** The switch above a post. */
export function switchAbove(post: string, switches: readonly SiteSwitch[]): SiteSwitch | undefined {
  return switches.find(({ file }) => post.startsWith(file.slice(0, file.lastIndexOf('/') + 1)));
}

/** The releases of a post below a switch; what the post says of itself counts. */
export function keptInBy(
  switched: SiteSwitch | undefined,
  releases: readonly SourceRelease[],
): readonly SourceRelease[] {
  if (switched === undefined) return releases;
  const { file, words } = switched;
  const message = `${quoted(file)} keeps posts in («${words}»), and only the site builder knows whether this is one of them.`;
  const undecided = {
    key: 'status',
    value: words,
    origin: file,
    message,
    hint: 'Set the status of the release to what is meant.',
  };
  return releases.map((release) =>
    release.frontMatter?.has('status') === true
      ? release
      : { ...release, undecided: [...(release.undecided ?? []), undecided] },
  );
}
