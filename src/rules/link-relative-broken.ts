import { mayHoldLink, outlineOf } from '../model/body-outline.ts';
import { pathOfTarget, placesOfFile, relativeAddress } from '../model/local-address.ts';
import { judgedPart } from '../model/judged-part.ts';
import { staysOnSite } from '../model/local-links.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted } from '../model/quoting.ts';
import type { ArchiveEntry, Finding, Rule, RuleContext, Surroundings } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { releaseAddressShape, siteAddresses, sitePathOf } from '../model/site-addresses.ts';
import type { MarkdownLink } from '../text/markdown-inline.ts';
import { nearest } from '../text/nearest.ts';
import { fileNameOf } from '../text/file-name-form.ts';

// A suggestion looks at every file of the archive: in a large one there are fewer of them.
const MOST_SUGGESTIONS = 20;
const MOST_COMPARISONS = 200_000;

const course = 'releases/2009/2009-11-16-observer-course.md';
const map = 'releases/2009/2009-11-17-map.md';
const mapText = (link: string): string =>
  sampleRelease(
    { id: '2009-11-17-map', date: '2009-11-17', place: undefined },
    `A map is out, after [the course](${link}).\n`,
  );

export const linkRelativeBroken: Rule = {
  id: 'link-relative-broken',
  topic: 'archive',
  severity: 'warning',
  scope: 'archive',
  summary: 'A link or picture in the text leads to a file or release that does not exist.',
  mends: { review: 'Writes the file or address that is nearest to what stands there.' },
  why:
    'An address without https:// names a file of this repository, or a page of your own site such as /2009/observer-course/. When a release ' +
    'is renamed, links to it stay behind, and readers find an error page. Other pages of the site are not looked at: only the site ' +
    'knows them.',
  examples: [
    {
      wrong: { [course]: sampleRelease(), [map]: mapText('2009-11-16-observers-course.md') },
      right: { [course]: sampleRelease(), [map]: mapText('2009-11-16-observer-course.md') },
    },
    {
      wrong: { [course]: sampleRelease(), [map]: mapText('/2009/observers-course/') },
      right: { [course]: sampleRelease(), [map]: mapText('/2009/observer-course/') },
    },
  ],
  *check(entries, context, around) {
    const search = searchIn(entries, context, around);
    for (const entry of entries) {
      if (!around.isAsked(entry)) continue;
      const { path, links } = entry.facts;
      if (!links.some((target) => troubleWith(target, path, search) !== undefined)) continue;
      const part = judgedPart(entry.manuscript);
      if (!mayHoldLink(part)) continue;
      for (const link of outlineOf(part).links) {
        const told = staysOnSite(link, context.settings) ? judge(link, path, search) : undefined;
        if (told !== undefined) yield { in: entry, tell: () => told };
      }
    }
  },
};

interface Search {
  readonly context: RuleContext;
  addresses(): ReadonlySet<string>;
  readonly shape: RegExp | undefined;
  /** What was probably meant, the nearest first. */
  near(word: string, kind: 'address' | 'file'): string[];
}

function searchIn(entries: readonly ArchiveEntry[], context: RuleContext, around: Surroundings): Search {
  let addresses: Set<string> | undefined;
  let allAddresses: ReadonlySet<string> | undefined;
  let files: Map<string, string> | undefined;
  let suggestions: number | undefined;
  const search: Search = {
    context,
    shape: releaseAddressShape(context.settings),
    addresses: () => (addresses ??= siteAddresses(entries, context.settings)),
    near(word, kind) {
      const { all } = around;
      suggestions ??= Math.min(MOST_SUGGESTIONS, Math.ceil(MOST_COMPARISONS / Math.max(all.length, 1)));
      if (suggestions-- <= 0) return [];
      if (kind === 'address')
        return nearest(
          word,
          (allAddresses ??= all === entries ? search.addresses() : siteAddresses(all, context.settings)),
        );
      files ??= new Map(all.map(({ facts: { path } }) => [fileNameOf(path), path]));
      const same = files.get(word);
      const known = files;
      return same === undefined ? nearest(word, files.keys()).map((name) => known.get(name) ?? name) : [same];
    },
  };
  return search;
}

/** What is wrong with a link that leads to a file or a page of the site, by its target alone. */
function troubleWith(
  target: string,
  path: string,
  search: Search,
): 'empty' | 'address' | 'outside' | 'file' | undefined {
  if (target.trim() === '') return 'empty';
  const { context, shape } = search;
  const sitePath = sitePathOf(target, context.settings);
  if (sitePath !== undefined)
    return shape?.test(sitePath) === true && !search.addresses().has(sitePath) ? 'address' : undefined;
  const places = placesOfFile(target, path);
  if (places.some((place) => place === '' || context.exists(place))) return undefined;
  const asAddress = sitePathOf(`/${target}`, { ...context.settings, baseUrl: '/' });
  if (asAddress !== undefined && search.addresses().has(asAddress)) return undefined;
  return places.length === 0 ? 'outside' : 'file';
}

function judge(link: MarkdownLink, path: string, search: Search): Finding | undefined {
  const { target, kind } = link;
  const what = kind === 'image' ? 'picture' : 'link';
  switch (troubleWith(target, path, search)) {
    case 'empty':
      return { ...link.whole, ...withoutAddress };
    case 'address':
      return { ...spanOf(link), message: `No release stands at ${quoted(target)}.`, ...adviceOnAddress(link, search) };
    case 'outside':
      return { ...spanOf(link), message: `The ${what} ${quoted(target)} leads out of this repository.`, hint: outside };
    case 'file':
      return {
        ...spanOf(link),
        message: `The ${what} ${quoted(target)} leads nowhere: there is no such file.`,
        ...adviceOnFile(link, path, search),
      };
    case undefined:
      return undefined;
  }
}

const withoutAddress = {
  message: 'The link has no address.',
  hint: 'Put the address between the brackets, or take them out.',
};

function adviceOnAddress(link: MarkdownLink, search: Search): Pick<Finding, 'hint' | 'fix'> {
  const path = sitePathOf(link.target, search.context.settings) ?? '';
  const written = pathWritten(link.target, path);
  const near = search.near(path, 'address').map((each) => link.target.replace(written, () => each));
  const [first] = near;
  return { hint: didYouMean(near) ?? lookUp, ...(first === undefined ? {} : replacement(link, first)) };
}

const lookUp = 'Look up the release that is meant: «press show» tells its address.';

/** The path as it stands in the target, escaped or not, without the slash at its end. */
function pathWritten(target: string, path: string): string {
  return target.includes(path) ? path : encodeURI(path);
}

const outside = 'Give the address on the web, or copy the file into the repository.';

function adviceOnFile(link: MarkdownLink, path: string, search: Search): Pick<Finding, 'hint' | 'fix'> {
  const written = pathOfTarget(link.target);
  const near = written.endsWith('.md') ? search.near(fileNameOf(written), 'file') : [];
  const addresses = near.map((each) =>
    written.startsWith(search.context.settings.releases) ? each : relativeAddress(path, each),
  );
  const hint =
    didYouMean(addresses) ??
    'It is looked for beside the release and from the folder of taxonomy.yaml; an address on the web begins with https://.';
  const [first] = addresses;
  const behind = link.target.slice(Math.max(0, link.target.search(/[?#]|$/)));
  return { hint, ...(first === undefined ? {} : replacement(link, `${encodeURI(first)}${behind}`)) };
}

function replacement({ start, end }: MarkdownLink, text: string): Pick<Finding, 'fix'> {
  return { fix: { title: `Write ${text}`, safety: 'review', edits: [{ start, end, text }] } };
}

function spanOf({ start, end }: MarkdownLink): Pick<Finding, 'start' | 'end'> {
  return { start, end };
}
