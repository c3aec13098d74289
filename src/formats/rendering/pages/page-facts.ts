/** What a page says of a release besides its text: labels, contacts, files, translations, its address. */
import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { resolveLink, type LinkBase } from '../../../model/links.ts';
import type { Contact, Release } from '../../../model/release.ts';
import { labelOf } from '../../../model/term-names.ts';
import { markup, type Filling, type Markup } from '../../../text/html.ts';
import { ownLanguageName } from '../../../text/own-language-names.ts';
import { directionOf } from '../../../text/text-direction.ts';
import { filesOf, translationsOf, type AttachedFile } from '../release-links.ts';
import { facetsInOrder, labellerOf } from '../labels.ts';
import { nowhere } from '../markdown/link-bases.ts';
import type { PageWords } from './page-words.ts';
import { machineDate, shownDate } from './shown-date.ts';

/** A function that lists the facts of a release; what it has none of takes no room. */
export function pageFactsMaker(
  edition: Edition,
  words: PageWords,
): (release: ClearedRelease, base: LinkBase) => Markup {
  const labelRowsOf = labelRowMaker(edition);
  return (release, base) => {
    const rows = [
      ...labelRowsOf(release),
      ...updatedRow(release, words),
      ...(edition.content === 'full' ? row(words.contacts, release.contacts.map(contactItem)) : []),
      ...(edition.content === 'full' ? row(words.files, filesOf(release, base).map(fileItem)) : []),
      ...row(words.otherLanguages, translationItems(release, edition, base)),
      ...addressRow(words, base),
    ];
    return rows.length === 0 ? markup`` : markup`<dl>\n${rows}</dl>`;
  };
}

function row(name: string, items: readonly Markup[], list: Markup = markup`<ul>`): Markup[] {
  if (items.length === 0) return [];
  return [markup`<div><dt>${name}</dt><dd>${list}${items.map((item) => markup`<li>${item}</li>`)}</ul></dd></div>\n`];
}

function labelRowMaker(edition: Edition): (release: Release) => Markup[] {
  const labelsOf = labellerOf(edition);
  const facets = facetsInOrder(edition.taxonomy).filter(({ judged }) => judged !== 'author');
  return (release) =>
    facets.flatMap(({ property, label }) => {
      const labels = labelsOf(release, property).filter((term) => term.label.trim() !== '');
      const items = labels.map((term) => markup`<bdi>${term.label}</bdi>`);
      return row(labelOf(label, edition.lang) || property, items, markup`<ul class="labels">`);
    });
}

function updatedRow({ updated }: Release, { updated: name, language }: PageWords): Markup[] {
  if (updated === undefined) return [];
  const shown = markup`<time datetime="${machineDate(updated)}">${shownDate(updated, language)}</time>`;
  return [markup`<div><dt>${name}</dt><dd>${shown}</dd></div>\n`];
}

function contactItem({ name, role, phone, email }: Contact): Markup {
  const parts: Filling[] = [name, role, phone].map((text) =>
    text === undefined ? undefined : markup`<bdi>${text}</bdi>`,
  );
  if (email !== undefined) parts.push(mailLink(email));
  const shown = parts.filter((part) => part !== undefined);
  return markup`${shown.map((part, at) => (at === 0 ? part : markup`, ${part}`))}`;
}

function mailLink(email: string): Markup {
  // A question mark would begin the text of the message.
  const address = encodeURIComponent(email.toWellFormed()).replaceAll('%40', '@');
  const href = resolveLink(`mailto:${address}`, nowhere);
  return href === undefined ? markup`${email}` : markup`<a href="${href}">${email}</a>`;
}

function fileItem({ address, title, mediaType, size }: AttachedFile): Markup {
  const kind = [mediaType, size === undefined ? undefined : shownSize(size)].filter((text) => text !== undefined);
  const name = title ?? lastPartOf(address);
  return markup`<a href="${address}">${name}</a>${kind.length === 0 ? '' : ` (${kind.join(', ')})`}`;
}

/** Thousands of bytes as drives count them: 1 kB = 1000 B. */
function shownSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function lastPartOf(address: string): string {
  return address.split('/').findLast((part) => part !== '') ?? address;
}

function translationItems(release: Release, { known }: Edition, base: LinkBase): Markup[] {
  if (base === nowhere) return [];
  return translationsOf(release, known, base.baseUrl).map(
    ({ language, address }) =>
      markup`<a href="${address}" hreflang="${language}" lang="${language}" dir="${directionOf(language)}">${ownLanguageName(language)}</a>`,
  );
}

function addressRow({ address: name }: PageWords, base: LinkBase): Markup[] {
  if (base === nowhere) return [];
  return [markup`<div><dt>${name}</dt><dd><a href="${base.address}" rel="bookmark">${base.address}</a></dd></div>\n`];
}
