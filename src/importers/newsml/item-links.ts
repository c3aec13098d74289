/** Whom to ask, the page, and the files of a news item. */
import { attachmentsOf, type Attachments } from '../item/attachments.ts';
import { webAddress } from '../item/web-address.ts';
import { oneLine } from '../page/one-line.ts';
import { attributeAt, childAt, childrenAt, textAt, type XmlElement } from '../xml/xml-element.ts';

export interface ItemLinks extends Attachments {
  /** The address of the item's page. */
  readonly page: string | undefined;
  readonly notes: readonly string[];
}

/** The first link to a page in HTML is its own; files are what says its kind, and in items of press everything else. */
export function linksOf(item: XmlElement, { isOurs }: { readonly isOurs: boolean }): ItemLinks {
  const links = childrenAt(childAt(item, 'nar:itemMeta'), 'nar:link');
  const remote = childrenAt(childAt(item, 'nar:contentSet'), 'nar:remoteContent');
  const pageLink = links.find(
    (link) => typeOf(link) === 'text/html' && webAddress(hrefOf(link), item.base) !== undefined,
  );
  const others = links.filter((link) => link !== pageLink);
  const files = others.filter(
    (link) => attributeAt(link, 'href') !== undefined && (isOurs || typeOf(link) !== undefined),
  );
  const read = attachmentsOf([...files, ...remote].map(fileOf), item.base);
  return {
    attachments: read.attachments,
    page: pageLink === undefined ? undefined : webAddress(hrefOf(pageLink), item.base),
    notes: others.some(isTranslation)
      ? ['It is linked with a translation. Which of the texts is the original, look at the source.']
      : [],
    notCarried: [
      ...read.notCarried,
      ...others
        .filter((link) => !files.includes(link))
        .map((link) => `«link: ${(hrefOf(link) || attributeAt(link, 'residref') || '').slice(0, 200)}»`),
    ],
  };
}

function typeOf(link: XmlElement): string | undefined {
  return attributeAt(link, 'contenttype')?.split(';', 1)[0]?.trim().toLowerCase();
}

function hrefOf(link: XmlElement): string {
  return attributeAt(link, 'href') ?? '';
}

function isTranslation(link: XmlElement): boolean {
  return /translat/i.test(attributeAt(link, 'rel') ?? '');
}

function fileOf(link: XmlElement): {
  href: string;
  title: string | undefined;
  mediaType: string | undefined;
  size: string | undefined;
} {
  return {
    href: hrefOf(link),
    title: attributeAt(link, 'title') ?? textAt(link, 'nar:title'),
    mediaType: attributeAt(link, 'contenttype'),
    size: attributeAt(link, 'size'),
  };
}

/** Everybody whom the creators name. press has name and role in one note, a comma between. */
export function contactsOf(about: XmlElement | undefined): object[] {
  return childrenAt(about, 'nar:creator').flatMap((creator) =>
    childrenAt(creator, 'nar:organisationDetails', 'nar:personDetails').flatMap((details) =>
      childrenAt(details, 'nar:contactInfo').flatMap(contactOf),
    ),
  );
}

function contactOf(info: XmlElement): object[] {
  const [email, phone] = [textAt(info, 'nar:email'), textAt(info, 'nar:phone')].map((text) => oneLine(text ?? ''));
  const { name, role } = whoIn(oneLine(textAt(info, 'nar:note') ?? ''));
  const contact = {
    ...filled('name', name),
    ...filled('role', role),
    ...filled('phone', phone),
    ...filled('email', email),
  };
  return Object.keys(contact).length === 0 ? [] : [contact];
}

function whoIn(note: string): { readonly name: string; readonly role: string } {
  const [name = '', role = '', ...more] = note.split(', ');
  return more.length === 0 ? { name, role } : { name: note, role: '' };
}

function filled(key: string, text: string | undefined): Record<string, string> {
  return text === undefined || text === '' ? {} : { [key]: text };
}
