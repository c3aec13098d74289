import { knownIds, noSuchId, type KnownIds } from '../model/known-ids.ts';
import { fenceOf, type Manuscript, type OffsetFix, type Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import { replacement } from '../model/replacement.ts';
import type { ArchiveEntry, ArchiveFinding, Finding, RelatedFinding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import type { Settings } from '../model/settings.ts';
import { fileNameOf } from '../text/file-name-form.ts';

const russian = (original: string): string =>
  sampleRelease(
    {
      id: '2009-11-16-observer-course.ru',
      title: 'Курс для наблюдателей открылся в Баку',
      place: undefined,
      translationOf: `{id: ${original}}`,
      lang: 'ru',
    },
    'Сегодня в Баку открылся курс.\n',
  );
const russianPath = samplePath.replace('.md', '.ru.md');

export const danglingTranslation: Rule = {
  id: 'dangling-translation',
  topic: 'archive',
  severity: 'error',
  scope: 'archive',
  summary: 'The original that a translation names is not there, or is no original.',
  mends: {
    review: 'Puts the id that was meant under «translationOf», or says of which release a file is the translation.',
  },
  why:
    '«translationOf» leads readers from one language to the other, and tells the newsroom when a translation has become ' +
    'outdated. With a wrong id under it both are silently lost.',
  examples: [
    {
      wrong: { [samplePath]: sampleRelease(), [russianPath]: russian('2009-11-16-observers-course') },
      right: { [samplePath]: sampleRelease(), [russianPath]: russian('2009-11-16-observer-course') },
    },
    {
      wrong: { [samplePath]: sampleRelease(), [russianPath]: russian('2009-11-16-observer-course.ru') },
      right: { [samplePath]: sampleRelease(), [russianPath]: russian('2009-11-16-observer-course') },
    },
  ],
  *check(entries, { settings }, around) {
    const known = knownIds(entries, around);
    const byPath = new Map(entries.map((entry) => [entry.facts.path, entry]));
    for (const entry of entries) {
      if (!around.isAsked(entry)) continue;
      const { original } = entry.facts;
      const tell =
        original === undefined ? unsaidOriginal(entry, byPath, settings) : judge({ entry, original, known, settings });
      if (tell !== undefined) yield { in: entry, tell };
    }
  },
};

type Tell = ArchiveFinding['tell'];

interface Claim {
  readonly entry: ArchiveEntry;
  readonly original: { readonly id: string; readonly digest?: string };
  readonly known: KnownIds;
  readonly settings: Settings;
}

function judge({ entry, original: { id, digest }, known, settings }: Claim): Tell | undefined {
  const own = entry.facts.id;
  const owner = known.ownerOf(id);
  if (owner === undefined) return atOriginal(noSuchId(id, { ...known, own }));
  if (id === own) return atOriginal((place) => ({ ...place, ...ofItself }));
  if (!owner.facts.isReadable) return undefined;
  const first = owner.facts.original;
  if (first !== undefined)
    return atOriginal((place) => ({
      ...place,
      ...ofTranslation(id, first.id, digest !== undefined),
      ...fixTo(first.id, place, known),
      related: named(owner),
    }));
  const lang = languageOf(entry, settings);
  if (lang.toLowerCase() !== languageOf(owner, settings).toLowerCase()) return undefined;
  return atOriginal((place) => ({ ...place, ...inOneLanguage(id, lang), related: named(owner) }));
}

function atOriginal(told: (place: Span) => Finding): Tell {
  return (manuscript) => told(placeOf(manuscript, ['translationOf', 'id']));
}

function named({ manuscript }: ArchiveEntry): RelatedFinding[] {
  return [{ manuscript, ...placeOf(manuscript, ['id']), message: 'This is the release it names.' }];
}

const ofItself = {
  message: 'The release names itself as its original.',
  hint: 'Write the id of the release that it translates; an original has no «translationOf».',
};

function ofTranslation(id: string, first: string, hasDigest: boolean): Pick<Finding, 'message' | 'hint' | 'severity'> {
  const message = `${quoted(id)} is itself a translation, of ${quoted(first)}.`;
  const digest = hasDigest ? ' Take «digest» out: it stands for the text of the other.' : '';
  const hint = `Name the original of both, so that a change in it is reported here, too.${digest}`;
  return { message, hint, severity: 'warning' };
}

/** No way out is the one that leads round in a circle. */
function fixTo(id: string, place: Span, known: KnownIds): Pick<Finding, 'fix'> {
  const owner = known.ownerOf(id);
  const isOriginal = owner !== undefined && owner.facts.original === undefined;
  return isOriginal ? { fix: replacement(place, id, 'review') } : {};
}

function inOneLanguage(id: string, lang: string): Pick<Finding, 'message' | 'hint' | 'severity'> {
  const message = `The release and its original ${quoted(id)} are in the same language, ${quoted(lang)}.`;
  const hint =
    'Write under «lang» the language that each is in; a release that only has to do with another stands under «related».';
  return { message, hint, severity: 'warning' };
}

function languageOf({ facts }: ArchiveEntry, settings: Settings): string {
  return facts.lang ?? settings.language;
}

/** `course.ru.md` in Russian beside `course.md` in another language, with nothing that joins the two. */
function unsaidOriginal(
  entry: ArchiveEntry,
  byPath: ReadonlyMap<string, ArchiveEntry>,
  settings: Settings,
): Tell | undefined {
  const { path, isReadable } = entry.facts;
  const [, stem = '', tag = ''] = isReadable ? (/^(.*)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\.md$/.exec(path) ?? []) : [];
  const original = byPath.get(`${stem}.md`);
  const id = original?.facts.id;
  if (original === undefined || id === undefined || original.facts.original !== undefined) return undefined;
  const lang = languageOf(entry, settings).toLowerCase();
  if (lang !== tag.toLowerCase() || lang === languageOf(original, settings).toLowerCase()) return undefined;
  return (manuscript) => beside(manuscript, original.manuscript, id);
}

function beside(manuscript: Manuscript, original: Manuscript, id: string): Finding | undefined {
  if (manuscript.data === undefined || Object.hasOwn(manuscript.data, 'translationOf')) return undefined;
  return {
    ...fenceOf(manuscript),
    message: `By its name this is a translation of ${quoted(nameOf(original))}, but nothing in it says so.`,
    hint: `Write «translationOf: {id: ${id}}», so that readers find the one from the other.`,
    fix: sayingSo(manuscript, id),
    severity: 'info',
    related: [{ manuscript: original, ...placeOf(original, ['id']), message: 'This would be the original.' }],
  };
}

/** Two more lines at the end of the front matter, which end as the others do. */
function sayingSo({ text, block: { end } }: Manuscript, id: string): OffsetFix {
  const lineEnd = text.startsWith('\r\n', end - 2) ? '\r\n' : '\n';
  const lines = `translationOf:${lineEnd}  id: ${JSON.stringify(id)}${lineEnd}`;
  return { title: `Say that it translates ${id}`, safety: 'review', edits: [{ start: end, end, text: lines }] };
}

function nameOf({ path }: Manuscript): string {
  return fileNameOf(path);
}
