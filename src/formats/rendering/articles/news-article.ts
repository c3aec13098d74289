/** A release as schema.org's NewsArticle: there is no type for press releases, so the genre says that it is one. */
import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { identityOf } from '../../../model/identity.ts';
import { resolveFile, type LinkBase } from '../../../model/links.ts';
import type { Correction, Release } from '../../../model/release.ts';
import { translationOf } from '../../../model/translation-of.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { articleTopicsOf } from './article-topics.ts';
import { pageOf, translationsOf } from '../release-links.ts';
import { feedText } from '../feeds/feed-text.ts';
import { organisationMaker } from './article-organisations.ts';
import { genreName } from '../agencies/genre-name.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { plainLine, plainName } from '../plain-text.ts';
import { strictAddress } from '../../../text/strict-address.ts';
import { wordCountOf } from '../agencies/text-counts.ts';
import { unpublishedMark } from '../unpublished-mark.ts';
import { writtenChange } from '../builders/written-change.ts';

/** Properties of one node; those that are undefined are not written. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

/** A function that turns each release of the edition into its node. */
export function newsArticleMaker(edition: Edition, baseUrl: string): (release: ClearedRelease) => JsonLdNode {
  const topicsOf = articleTopicsOf(edition, baseUrl);
  const organisationsOf = organisationMaker(edition, baseUrl);
  return (release) => {
    const base = { baseUrl, address: pageOf(release, baseUrl) };
    return {
      '@type': 'NewsArticle',
      '@id': articleId(base.address),
      identifier: identityOf(release.id, edition.settings.publisher),
      url: base.address,
      mainEntityOfPage: { '@type': 'WebPage', '@id': base.address },
      headline: plainName(release.title) || release.id,
      ...datesOf(release, edition.settings.timezone),
      ...placesOf(release),
      inLanguage: canonicalLanguage(release.lang),
      genre: genreName(release.type),
      creativeWorkStatus: unpublishedMark(release),
      ...organisationsOf(release),
      ...topicsOf(release),
      ...textOf(release, { ...base, content: edition.content }),
      ...versionsOf(release, edition, baseUrl),
      ...mediaOf(release, base),
    };
  };
}

function articleId(address: string): string {
  return `${address}#article`;
}

function datesOf(release: Release, timezone: string): JsonLdNode {
  return { datePublished: release.date?.text, dateModified: writtenChange(release, timezone) };
}

function placesOf({ places }: Release): JsonLdNode {
  if (places.length === 0) return {};
  const found = places.map((name) => ({ '@type': 'Place', name: plainLine(name) }));
  return { dateline: plainLine(places.join(', ')), contentLocation: found.length === 1 ? found[0] : found };
}

function textOf(release: Release, options: LinkBase & Pick<Edition, 'content'>): JsonLdNode {
  if (options.content === 'none') return {};
  const description = plainLine(release.summary ?? '') || feedText(release, { ...options, content: 'summary' }).summary;
  const correction = release.corrections.length === 0 ? undefined : release.corrections.map(correctionComment);
  // Of a release that was withdrawn nothing of the text goes out, whoever asks.
  if (options.content === 'summary' || release.status === 'withdrawn') return { description, correction };
  const articleBody = parseMarkdown(release.body).plainText();
  return { description, correction, articleBody, wordCount: wordCountOf(articleBody) };
}

function correctionComment({ date, note }: Correction): JsonLdNode {
  return { '@type': 'CorrectionComment', datePublished: date, text: plainLine(note) };
}

/** The text that this one translates, or those that translate it; only such as this output's readers may know of. */
function versionsOf(release: ClearedRelease, { known }: Edition, baseUrl: string): JsonLdNode {
  const original = translationOf(release.data)?.id;
  const nodes = translationsOf(release, known, baseUrl)
    .filter(({ id }) => original === undefined || id === original)
    .map(({ address, language }) => ({
      '@type': 'NewsArticle',
      '@id': articleId(address),
      url: address,
      inLanguage: language,
    }));
  if (nodes.length === 0) return {};
  return original === undefined ? { workTranslation: nodes } : { translationOfWork: nodes[0] };
}

function mediaOf({ attachments }: Release, base: LinkBase): JsonLdNode {
  const media = attachments.flatMap(({ href, title, mediaType, size, alt }) => {
    const address = resolveFile(href, base);
    if (address === undefined) return [];
    const isImage = mediaType?.startsWith('image/') === true;
    return [
      {
        '@type': isImage ? 'ImageObject' : 'MediaObject',
        contentUrl: strictAddress(address),
        name: plainLine(title ?? '') || undefined,
        description: plainLine(alt ?? '') || undefined,
        encodingFormat: mediaType,
        contentSize: size === undefined ? undefined : `${size} B`,
      },
    ];
  });
  const images = media.filter((each) => each['@type'] === 'ImageObject').map(({ contentUrl }) => contentUrl);
  return {
    image: images.length === 0 ? undefined : images,
    associatedMedia: media.length === 0 ? undefined : media,
  };
}
