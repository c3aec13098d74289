/** From a file as read to the facts that it is compared by. They hold no piece of its text. */
import { detached } from '../text/detached.ts';
import { parseReleaseDate } from '../text/dates.ts';
import { attachedFiles } from './attached-files.ts';
import { mayHoldLink, outlineOf } from './body-outline.ts';
import type { ComparedFacts } from './file-facts.ts';
import { judgedPart } from './judged-part.ts';
import { staysOnSite } from './local-links.ts';
import { listOf, permalinkOf, slugOf } from './make-release.ts';
import type { FrontMatter, Manuscript } from './manuscript.ts';
import type { Settings } from './settings.ts';
import { translationOf } from './translation-of.ts';

const NONE: readonly string[] = [];

export function comparedFacts(manuscript: Manuscript, settings: Settings): ComparedFacts {
  const { path, data } = manuscript;
  const links = linksOf(manuscript, settings);
  if (data === undefined) return { ...unread, path, links };
  const [lang] = listOf(data, 'lang');
  const [date] = listOf(data, 'date');
  const named = { lang: lang ?? settings.language, slug: slugOf(path, data), date: parseReleaseDate(date ?? '') };
  return {
    path,
    isReadable: true,
    id: textOf(data['id']),
    lang: apart(lang),
    date: apart(date),
    status: textOf(data['status']),
    address: detached(permalinkOf(named, settings)),
    aliases: textsOf(data['aliases']),
    related: Array.isArray(data['related']) ? textsOf(data['related']) : NONE,
    original: originalOf(data),
    attachments: kept(attachedFiles(data).map(({ href }) => href)),
    links,
  };
}

const unread = {
  isReadable: false,
  id: undefined,
  lang: undefined,
  date: undefined,
  status: undefined,
  address: undefined,
  aliases: NONE,
  related: NONE,
  original: undefined,
  attachments: NONE,
} as const;

function linksOf(manuscript: Manuscript, settings: Settings): readonly string[] {
  const part = judgedPart(manuscript);
  if (!mayHoldLink(part)) return NONE;
  const links = outlineOf(part).links.filter((link) => staysOnSite(link, settings));
  return kept(links.map(({ target }) => target));
}

function originalOf(data: FrontMatter): ComparedFacts['original'] {
  const original = translationOf(data);
  if (original === undefined) return undefined;
  const { id, digest } = original;
  return { id: detached(id), ...(digest === undefined ? {} : { digest: detached(digest) }) };
}

/** A text or a list, each in its place. */
function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return NONE;
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.length === 0 ? NONE : items.map((item) => (typeof item === 'string' ? detached(item) : ''));
}

function kept(texts: readonly string[]): readonly string[] {
  return texts.length === 0 ? NONE : texts.map(detached);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? detached(value) : undefined;
}

function apart(text: string | undefined): string | undefined {
  return text === undefined ? undefined : detached(text);
}
