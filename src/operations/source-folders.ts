/**
 * Which files of a folder are posts: in the repository of a site builder those that lie where the builder looks for them, in any other
 * folder all that are of a kind that importers read.
 */
import type { SourceRelease } from '../model/importer.ts';
import { quoted } from '../model/quoting.ts';
import { counted } from '../text/counted.ts';

/** A file of a folder. */
export interface FolderSource {
  readonly name: string;
  /**
   * What the file itself has to show before it counts as a release: front matter, where Markdown lies around without a day in its name;
   * a date, where a site builder keeps pages beside its posts.
   */
  readonly needs?: 'front-matter' | 'date';
}

export interface BuilderFolder {
  /** «Jekyll». */
  readonly builder: string;
  readonly sources: readonly FolderSource[];
}

/** The name of a folder, and the paths of the files in it. */
export interface ListedFolder {
  readonly name: string;
  readonly inside: readonly string[];
}

const MARKDOWN = /\.(?:md|markdown|mdown|mkdn?|mdx)$/i;
const WITH_DAY = /(?:^|\/)\d{4}[-_.]?\d{2}[-_.]?\d{2}(?:[-_. ][^/]*)?(?:\/_?index)?(?:\.[^/]*)?$/;
const NEVER =
  /(?:^|\/)(?:node_modules|_site|public|dist|vendor|\.[^/]+|_layouts|_includes|_data|_sass|_plugins|_pages|layouts|includes|archetypes|themes|static|assets|i18n)\//i;
const OF_THE_REPOSITORY =
  /(?:^|\/)(?:readme|contributing|changelog|license|licence|code[_-]of[_-]conduct|security|support|authors|pull_request_template|issue_template)(?:\.[a-z]{2})?\.[a-z]+$/i;
const POST = /(?:^|\/)_(?:posts|drafts)\/(?:[^/]+\/)*[^/]+$/;
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|svg|avif|pdf|docx?|xlsx?|pptx?|zip|mp[34]|webm|css|scss|js|ts|json|ya?ml|csv|xml|rb|lock)$/i;
const SECTION_PAGE = /(?:^|\/)_index(?:\.[a-z]{2}(?:-[a-z]+)?)?\.[a-z]+$/i;

interface Builder {
  readonly name: string;
  /** A file that only its repositories have. */
  readonly mark: RegExp;
  readonly posts: (path: string) => 'post' | 'date' | undefined;
}

const builders: readonly Builder[] = [
  { name: 'Jekyll', mark: /(?:^|\/)_(?:posts|drafts)\/|^_config\.(?:ya?ml|toml)$/, posts: ofJekyll },
  {
    name: 'Hugo',
    mark: /^(?:hugo\.(?:toml|ya?ml|json)|config\.(?:toml|ya?ml|json)|config\/_default\/.*|archetypes\/.*\.md)$/,
    posts: under(/^content(?:[./]|$)/),
  },
  {
    name: 'Astro',
    mark: /^(?:astro\.config\.[a-z]+|src\/content\.config\.[a-z]+|src\/content\/config\.[a-z]+)$/,
    posts: under(/^src\/(?:content|pages|data)\//),
  },
  { name: 'Eleventy', mark: /^(?:\.eleventy\.c?js|eleventy\.config\.[cm]?[jt]s)$/, posts: under(/^/) },
];

/** The posts of a site builder's repository; undefined for any other folder. */
export function builderFolder({ name, inside }: ListedFolder): BuilderFolder | undefined {
  const whole = name.replace(/\/+$/, '');
  // Somebody may name the folder of posts itself.
  const start = /(?:^|\/)_(?:posts|drafts)$/.test(whole) ? whole.lastIndexOf('/') + 1 : whole.length + 1;
  const paths = inside.map((path) => ({ path, below: path.slice(start) }));
  const builder = builders.find(({ mark }) => paths.some(({ below }) => mark.test(below)));
  if (builder === undefined) return undefined;
  const sources = paths.flatMap(({ path, below }) => sourceIn(builder, path, below));
  return sources.length === 0 ? undefined : { builder: builder.name, sources };
}

function sourceIn({ posts }: Builder, path: string, below: string): FolderSource[] {
  if (NEVER.test(below) || OF_THE_REPOSITORY.test(below) || SECTION_PAGE.test(below)) return [];
  const kind = posts(below);
  if (kind === undefined) return [];
  return [kind === 'post' ? { name: path } : { name: path, needs: kind }];
}

/** Jekyll takes whatever lies in `_posts`; a post that lost its ending is one still. Elsewhere it has pages. */
function ofJekyll(below: string): 'post' | 'date' | undefined {
  if (POST.test(below)) return NO_TEXT.test(below) || /(?:^|\/)\./.test(below) ? undefined : 'post';
  return under(/^/)(below);
}

function under(folder: RegExp): Builder['posts'] {
  return (below) => {
    if (!MARKDOWN.test(below) || !folder.test(below)) return undefined;
    return WITH_DAY.test(below) ? 'post' : 'date';
  };
}

/** The files of a folder that is no builder's, of those that importers read; a section's own page is none. */
export function plainSources(paths: readonly string[]): FolderSource[] {
  const sources = paths.filter((path) => !SECTION_PAGE.test(path));
  return sources.map((name) =>
    MARKDOWN.test(name) && !WITH_DAY.test(name) ? { name, needs: 'front-matter' } : { name },
  );
}

const SURE_ENOUGH = 0.5;

/** Whether a file has what it needs to count as a release. */
export function hasWhatItNeeds(
  needs: FolderSource['needs'],
  { sureness, releases }: { readonly sureness: number; readonly releases: readonly SourceRelease[] },
): boolean {
  if (needs === undefined) return true;
  if (needs === 'front-matter') return sureness >= SURE_ENOUGH;
  return releases.some(({ date, dayAndMonth }) => date !== undefined || dayAndMonth !== undefined);
}

const NAMED = 3;

/** What a folder held besides its sources, said once. */
export function asideRemark(aside: readonly string[], builder: string | undefined): string[] {
  if (aside.length === 0) return [];
  const named = aside.slice(0, NAMED).map((path) => quoted(path));
  const what = builder === undefined ? 'without front matter and without a day in the name' : 'without a date';
  return [
    `${counted(aside.length, 'file')} ${what} ${aside.length === 1 ? 'was' : 'were'} taken for no release: ${named.join(', ')}${aside.length > NAMED ? ' …' : ''}. Name such a file itself to import it.`,
  ];
}

/** What was taken for whose posts. */
export function builderRemark({ builder, sources }: BuilderFolder, { name, inside }: ListedFolder): string {
  const others = inside.length - sources.length;
  const rest =
    others === 0
      ? ''
      : ` ${counted(others, 'other file')} (layouts, pages, pictures) ${others === 1 ? 'is' : 'are'} none of them.`;
  return `${quoted(name)} is a site of ${builder} with ${counted(sources.length, 'post')}.${rest}`;
}
