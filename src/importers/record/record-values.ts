/** What a record says of its status, its address and its file, in the ways in which records do. */
import type { Stated, StatedKey } from '../../model/importer.ts';
import { fileStemOf } from '../../text/file-name-form.ts';
import { textIn } from './value-texts.ts';

type Values = ReadonlyMap<string, StatedKey>;

/** The status that the source states; `draft: true`, `published: false` and `public: false` say draft, where nothing else does. */
export function ownStatus(values: Values): Stated | undefined {
  const status = values.get('status');
  const word = textIn(status)?.value.trim().toLowerCase();
  const isOut = status === undefined || word === 'published';
  // What is no plain «no» may keep it in.
  const draft = values.get('draft');
  if (isOut && draft !== undefined && !isWord(draft, /^(?:false|no|0)$/i))
    return { value: 'draft', origin: draft.origin };
  // press itself says «public: false» of a published release whose day has not come.
  const kept = [values.get('published'), ...(status === undefined ? [values.get('public')] : [])].find(
    (stated) => stated !== undefined && !isWord(stated, /^(?:true|yes|1)$/i),
  );
  if (isOut && kept !== undefined) return { value: 'draft', origin: kept.origin };
  return status === undefined ? undefined : { value: word ?? JSON.stringify(status.value), origin: status.origin };
}

function isWord(stated: StatedKey | undefined, words: RegExp): boolean {
  return words.test(textIn(stated)?.value.trim() ?? '');
}

/** The address of the release's page; what is no address of the web is left out, and said so. */
export function pageAddressIn(stated: StatedKey | undefined): {
  readonly address: string | undefined;
  readonly unread: readonly string[];
} {
  const text = textIn(stated)?.value.trim();
  if (stated === undefined) return { address: undefined, unread: [] };
  if (text !== undefined && /^https?:\/\/[^\s\p{Cc}]{1,2040}$/iu.test(text) && URL.canParse(text))
    return { address: text, unread: [] };
  return { address: undefined, unread: [`«${(text ?? '').slice(0, 60)}» (${stated.origin}), which is no web address`] };
}

/** The name of the file that the record was made of, without folder and ending. */
export function fileNameIn(stated: StatedKey | undefined): string | undefined {
  const path = textIn(stated)?.value;
  return path === undefined || !path.endsWith('.md') ? undefined : fileStemOf(path);
}
