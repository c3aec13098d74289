/** What a record says of its status, its address and its file, in the ways in which records do. */
import type { Stated, StatedKey } from '../../model/importer.ts';
import { fileStemOf } from '../../text/file-name-form.ts';
import { textIn } from './value-texts.ts';

type Values = ReadonlyMap<string, StatedKey>;

/** The status that the source states; `draft: true`, `published: false` and `public: false` say draft, where nothing else does. */
export function ownStatus(values: Values): Stated | undefined {
  const status = textIn(values.get('status'));
  if (status !== undefined) return { value: status.value.trim().toLowerCase(), origin: status.origin };
  const draft = values.get('draft');
  if (isWord(draft, /^(?:true|yes|1)$/i)) return { value: 'draft', origin: draft?.origin ?? '' };
  const kept = [values.get('published'), values.get('public')].find((stated) => isWord(stated, /^(?:false|no|0)$/i));
  return kept === undefined ? undefined : { value: 'draft', origin: kept.origin };
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
