/** Whom to ask, the page, and the files of a ninjs item. */
import { numberAt, objectsAt, textAt, type NinjsObject } from './item-values.ts';

interface Contact {
  name?: string;
  role?: string;
  email?: string;
  phone?: string;
}

export interface ItemContacts {
  readonly contacts: readonly Readonly<Contact>[];
  readonly notCarried: readonly string[];
}

const kinds: ReadonlyMap<string, 'email' | 'phone'> = new Map([
  ['email', 'email'],
  ['mail', 'email'],
  ['phone', 'phone'],
  ['tel', 'phone'],
  ['telephone', 'phone'],
]);

/** ninjs has an entry for each way to reach somebody: those that follow each other under one name are one contact. */
export function contactsOf(item: NinjsObject): ItemContacts {
  const contacts: Contact[] = [];
  const notCarried: string[] = [];
  for (const info of objectsAt(item, 'infoSources').flatMap((source) => objectsAt(source, 'contactInfo'))) {
    const type = textAt(info, 'type')?.toLowerCase() ?? '';
    const value = textAt(info, 'value') ?? '';
    const kind = kinds.get(type);
    const role = textAt(info, 'role');
    const name = textAt(info, 'name') ?? (type === 'name' ? value : undefined);
    const person: Contact = { ...(name !== undefined && { name }), ...(role !== undefined && { role }) };
    const last = contacts.at(-1);
    if (kind === undefined && type !== 'name') notCarried.push(`contact «${type}: ${value}»`);
    else if (kind === undefined) contacts.push(person);
    else if (last !== undefined && isSame(last, person) && last[kind] === undefined) last[kind] = value;
    else contacts.push({ ...person, [kind]: value });
  }
  return { contacts, notCarried };
}

function isSame(one: Contact, other: Contact): boolean {
  return one.name !== undefined && one.name === other.name && one.role === other.role;
}

/** The address of the item's page; undefined where it names none. */
export function pageOf(item: NinjsObject): string | undefined {
  const page = objectsAt(item, 'renditions').find(isPage);
  return page === undefined ? undefined : textAt(page, 'href');
}

function isPage(rendition: NinjsObject): boolean {
  return textAt(rendition, 'name') === 'web' && /^text\/html\b/.test(textAt(rendition, 'contentType') ?? 'text/html');
}

/** The files that go with the item, as front matter has them. */
export function attachmentsOf(item: NinjsObject): object[] {
  const files = objectsAt(item, 'renditions').filter((rendition) => !isPage(rendition));
  return files.flatMap((file) => {
    const [href, title, mediaType] = ['href', 'title', 'contentType'].map((key) => textAt(file, key));
    const size = numberAt(file, 'sizeInBytes');
    if (href === undefined) return [];
    return [
      {
        href,
        ...(title !== undefined && { title }),
        ...(mediaType !== undefined && { mediaType: mediaType.toLowerCase() }),
        ...(size !== undefined && { size }),
      },
    ];
  });
}
