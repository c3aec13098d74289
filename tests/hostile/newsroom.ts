/** A small honest repository, in which one thing at a time is made hostile. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../support/session.ts';
import { scratchFolder } from '../support/scratch-folder.ts';

export const taxonomy = `version: 1
languages: [en]
facets:
  field:
    label: Field of work
    property: fields
    multiple: true
    required: true
    terms:
      elections: {label: Elections, aliases: [voting]}
      human-rights: {label: Human rights}
  country:
    label: Country
    property: countries
    multiple: true
    terms:
      azerbaijan: {label: Azerbaijan}
      austria: {label: Austria}
`;

export const settings = `publisher: {name: Press Office, url: "https://press.example.org/", authority: press.example.org, since: 2009-01-01}
baseUrl: https://press.example.org/
timezone: Europe/Vienna
feeds:
  - {id: all, title: All releases, formats: [rss, atom, json-feed], url: "https://press.example.org/feeds/"}
`;

export type Content = string | Uint8Array;

/** A new repository with the given files besides, or instead of, the honest ones; `undefined` leaves one out. */
export function newsroom(files: Readonly<Record<string, Content | undefined>> = {}): string {
  const folder = scratchFolder();
  const all: Record<string, Content | undefined> = { 'taxonomy.yaml': taxonomy, 'press.yaml': settings, ...files };
  for (const [path, content] of Object.entries(all)) if (content !== undefined) put(join(folder, path), content);
  return folder;
}

/** The shipped schemas, for a repository in which one of them is changed. */
export function withSchemas(folder: string): void {
  cpSync(join(root, 'schemas'), join(folder, 'schemas'), { recursive: true });
}

export function put(path: string, content: Content): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** What a release says: its keys as they are written, and its text. */
export interface Words {
  readonly keys?: Readonly<Record<string, string | undefined>>;
  /** Lines at the end of the front matter. */
  readonly more?: string;
  readonly body?: string;
}

/** An honest release that is public. The word stands in everything that it says. */
export function release(word: string, { keys = {}, more = '', body = '' }: Words = {}): string {
  const all = {
    id: `2009-11-16-${word}`,
    title: `Course ${word} opens in Baku`,
    date: '2009-11-16',
    place: 'Baku',
    fields: '[elections]',
    countries: '[azerbaijan]',
    lang: 'en',
    status: 'published',
    ...keys,
  };
  const lines = Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [`${key}: ${value}\n`]));
  return `---\n${lines.join('')}${more}---\nBAKU, 16 November 2009 - The course ${word} began today.\n${body}`;
}
