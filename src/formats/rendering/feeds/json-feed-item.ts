import type { Edition } from '../../../model/edition.ts';
import type { ClearedRelease } from '../../../model/embargo.ts';
import { identityOf } from '../../../model/identity.ts';
import type { LinkBase } from '../../../model/links.ts';
import type { Contact, Release } from '../../../model/release.ts';
import { withoutControls } from '../../../text/control-characters.ts';
import { canonicalLanguage } from '../../../text/language-tag.ts';
import { filesOf, pageOf, translationsOf } from '../release-links.ts';
import { modified, published, rfc3339 } from '../written-moments.ts';
import { feedTermsOf } from './feed-terms.ts';
import { feedText, feedTitle } from './feed-text.ts';
import { jsonObject } from '../json-text.ts';

/** A function that turns each release of the edition into its item: one JSON object on one line. */
export function jsonFeedItemMaker(edition: Edition, baseUrl: string): (release: ClearedRelease) => string {
  const termsOf = feedTermsOf(edition, baseUrl);
  const { publisher, timezone } = edition.settings;
  return (release) => {
    const base = { baseUrl, address: pageOf(release, baseUrl) };
    const issued = published(release, timezone);
    const changed = modified(release, timezone);
    const { authors, subjects, type } = termsOf(release);
    return jsonObject(
      stated({
        id: identityOf(release.id, publisher),
        url: base.address,
        title: feedTitle(release),
        ...content(release, base, edition),
        date_published: issued && rfc3339(issued),
        date_modified: changed && rfc3339(changed),
        authors: filled(authors.map(({ name, address }) => ({ name, url: address }))),
        // Two facets may have terms of one name, and tags are unique.
        tags: filled([...new Set(subjects.map(({ label }) => label))]),
        language: canonicalLanguage(release.lang),
        attachments: filled(attachments(release, base)),
        _press: { type: type?.id, ...extension(release, edition, baseUrl) },
      }),
    );
  };
}

/** The members of an object that have a value, in their order. */
export function stated(object: object): (readonly [string, unknown])[] {
  return Object.entries(object).filter(([, value]) => value !== undefined);
}

/** A list that says something; JSON Feed leaves out what it does not know. */
export function filled<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length === 0 ? undefined : items;
}

/** An item without any content is not valid: where there is no HTML, its text is the summary, or else the title. */
function content(release: Release, base: LinkBase, edition: Edition): object {
  const { summary, html } = feedText(release, { ...base, content: edition.content });
  return html === undefined
    ? { content_text: summary ?? feedTitle(release), summary }
    : { content_html: html, summary };
}

function attachments(release: Release, base: LinkBase): object[] {
  return filesOf(release, base).map(({ address, mediaType, title, size }) => ({
    url: address,
    mime_type: mediaType ?? 'application/octet-stream',
    title,
    size_in_bytes: size,
  }));
}

/** What JSON Feed has no key for, as it was written. `place` is a text, or a list of several. */
function extension(release: Release, edition: Edition, baseUrl: string): object {
  const { publisher } = edition.settings;
  const places = release.places.map(withoutControls).filter((place) => place !== '');
  const translations = translationsOf(release, edition.known, baseUrl).map(({ id, language, address }) => ({
    id: identityOf(id, publisher),
    language,
    url: address,
  }));
  return {
    place: places.length > 1 ? places : places[0],
    corrections: filled(
      release.corrections.map(({ date, kind, note }) => ({ date, kind, note: withoutControls(note) })),
    ),
    contacts: filled(release.contacts.map(contact)),
    translations: filled(translations),
  };
}

function contact({ name, role, phone, email }: Contact): object {
  const text = (value: string | undefined): string | undefined => withoutControls(value ?? '') || undefined;
  return { name: text(name), role: text(role), phone: text(phone), email: text(email) };
}
