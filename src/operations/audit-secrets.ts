/** What of a file of the repository must stand in no output, as texts with what they are. */
import { clear, type Moment } from '../model/embargo.ts';
import { textsIn } from '../model/front-matter-texts.ts';
import { withoutComments } from '../model/house-notes.ts';
import { listOf, slugOf } from '../model/make-release.ts';
import { bodyOf, type FrontMatter, type Manuscript } from '../model/manuscript.ts';
import type { Release } from '../model/release.ts';
import type { AuditKind } from '../model/audit.ts';
import { fileStemOf } from '../text/file-name-form.ts';
import { htmlComments } from '../text/html-comments.ts';

export interface SecretText {
  readonly what: AuditKind;
  readonly text: string;
}

const OWN_KEYS: ReadonlyMap<string, AuditKind> = new Map([
  ['id', 'id'],
  ['title', 'title'],
  ['slug', 'slug'],
  ['aliases', 'address'],
  ['summary', 'summary'],
  ['corrections', 'note'],
  ['attachments', 'attachment'],
]);

/** Everything that a file says which is not public. What it shares with public texts is left to whoever compares. */
export function* secretsOf(manuscript: Manuscript): Generator<SecretText> {
  const { path, data } = manuscript;
  if (data === undefined) yield* secretsOfText(manuscript.text);
  else {
    for (const [key, value] of Object.entries(data))
      for (const { value: text } of textsIn(value))
        yield { what: OWN_KEYS.get(key) ?? 'text', text: withoutComments(text) };
    yield { what: 'slug', text: slugOf(path, data) };
    yield* passages(withoutComments(bodyOf(manuscript)));
  }
  yield { what: 'file name', text: fileStemOf(path) };
  yield* remarksOf(manuscript);
}

/** Remarks of the house, and what a public release does not say yet. They are in no output of a public release either. */
export function* secretsOfPublic(manuscript: Manuscript, release: Release, moment: Moment): Generator<SecretText> {
  yield* remarksOf(manuscript);
  const clearance = clear(release, moment);
  const out = clearance.public ? clearance.release.corrections : [];
  if (out.length === release.corrections.length) return;
  const told = new Set(out.map(({ note }) => note));
  for (const { note } of release.corrections) if (!told.has(note)) yield { what: 'note', text: note };
}

/** What may stand anywhere of a release as it went out. Whom it names as related or as its original is not said to be public by that. */
export function* publicTexts(release: Release): Generator<string> {
  yield* [release.id, release.slug, release.permalink, fileStemOf(release.path), release.title];
  yield* listOf(release.data, 'aliases');
  for (const { text } of passages(release.body)) yield text;
  for (const [key, value] of Object.entries(release.data))
    if (key !== 'related' && key !== 'translationOf') for (const { value: text } of textsIn(value)) yield text;
}

/** A text that nobody could read as a release: each line that looks like a key gives its value, the others give passages. */
export function* secretsOfText(text: string): Generator<SecretText> {
  for (const [, key = '', value = ''] of text.matchAll(KEY_LINE))
    yield { what: OWN_KEYS.get(key.toLowerCase()) ?? 'text', text: withoutComments(value) };
  yield* passages(withoutComments(text.replaceAll(KEY_LINE, '')));
}

const KEY_LINE = /^([a-z][a-z-]{1,30}):[ \t]*(\S.*)$/gimu;

/** A Markdown text as it stands, and as it is read, without the addresses of its links. */
function* passages(markdown: string): Generator<SecretText> {
  yield { what: 'text', text: markdown };
  const read = markdown.replaceAll(/\]\([^)\n]{0,2000}\)|\]\[[^\]\n]{0,1000}\]/g, ']');
  if (read !== markdown) yield { what: 'text', text: read };
}

function* remarksOf({
  text,
  block,
  bodyStart,
}: Pick<Manuscript, 'text' | 'block' | 'bodyStart'>): Generator<SecretText> {
  for (const { start, end } of htmlComments(text)) yield* remark(text.slice(start + '<!--'.length, end));
  // A sign within a value begins no remark; what a public release says there is known to be public.
  const head = bodyStart > 0 ? text.slice(block.start, block.end) : '';
  for (const [, words = ''] of head.matchAll(/(?:^|[ \t])#(.*)$/gmu)) yield* remark(words);
}

/** The whole remark, and the words of whoever wrote it without day, verb and name of a rule before them. */
function* remark(words: string): Generator<SecretText> {
  const text = words.replace(/-->$/, '');
  yield { what: 'remark', text };
  const said = /^\s*(?:\d{4}-\d{2}-\d{2}[^:]{0,40}|press-ignore[^:]{0,200}):(.*)$/su.exec(text)?.[1];
  if (said !== undefined) yield { what: 'remark', text: said };
}

/** The id that front matter gives; undefined where there is none. */
export function idIn(data: FrontMatter | undefined): string | undefined {
  const id = data === undefined || !Object.hasOwn(data, 'id') ? undefined : data['id'];
  return typeof id === 'string' && id !== '' ? id : undefined;
}
