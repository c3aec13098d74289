import { ownTexts } from '../model/front-matter-texts.ts';
import { knownIds } from '../model/known-ids.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { ArchiveEntry, Finding, Rule, RuleContext } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { isSameDigest, translationDigest } from '../model/translation-digest.ts';
import { translationOf } from '../model/translation-of.ts';

const russian = (digest: string): string =>
  sampleRelease(
    {
      id: '2009-11-16-observer-course.ru',
      title: 'Курс для наблюдателей открылся в Баку',
      place: undefined,
      translationOf: `{id: 2009-11-16-observer-course, digest: "${digest}"}`,
      lang: 'ru',
    },
    'Сегодня в Баку открылся курс.\n',
  );
const russianPath = samplePath.replace('.md', '.ru.md');
const ofToday = 'sha256:27accfdf54de48e7622277f0de25f23d38a3ef10998392e5991de43cf3dc4cbe';

export const staleTranslation: Rule = {
  id: 'stale-translation',
  topic: 'archive',
  severity: 'warning',
  scope: 'archive',
  summary: 'The original has changed since it was translated.',
  mends: {
    review:
      'Puts the digest of the original as it is now under «translationOf»: only once the translation says the same.',
  },
  why:
    'A number put right in the original is still wrong in the translation, and its readers cannot know. The digest under ' +
    '«translationOf» stands for the title, summary and text that were translated; terms, dates and comments do not count.',
  examples: [
    {
      wrong: {
        [samplePath]: sampleRelease({ title: 'Two courses for observers open in Baku' }),
        [russianPath]: russian(ofToday),
      },
      right: { [samplePath]: sampleRelease(), [russianPath]: russian(ofToday) },
    },
  ],
  *check(entries, context, around) {
    const translations = entries.filter((entry) => around.isAsked(entry) && entry.facts.original?.digest !== undefined);
    if (translations.length === 0) return;
    const known = knownIds(entries, around);
    for (const entry of translations) {
      const { id = '', digest = '' } = entry.facts.original ?? {};
      const owner = known.ownerOf(id);
      // What is no original is for dangling-translation.
      if (owner === undefined || owner === entry || !owner.facts.isReadable || owner.facts.original !== undefined)
        continue;
      const now = digestOf(owner, context);
      const isSame = now === undefined ? true : isSameDigest(digest, now);
      if (isSame !== true) yield { in: entry, tell: (manuscript) => tell(manuscript, owner, context) };
    }
  },
};

/** Of an original as it stands; undefined when it cannot be read any more. */
function digestOf({ manuscript }: ArchiveEntry, context: RuleContext): string | undefined {
  const { data } = manuscript;
  if (data === undefined) return undefined;
  return translationDigest({ ...manuscript, data }, (text) => context.digestOfText(text));
}

function tell(manuscript: Manuscript, owner: ArchiveEntry, context: RuleContext): Finding | undefined {
  const { id, digest: written } = translationOf(manuscript.data) ?? {};
  const digest = digestOf(owner, context);
  if (id === undefined || written === undefined || digest === undefined) return undefined;
  const isSame = isSameDigest(written, digest);
  if (isSame === true || isRefused(manuscript, context)) return undefined;
  const place = placeOf(manuscript, ['translationOf', 'digest']);
  const original = owner.manuscript;
  return {
    ...place,
    message:
      isSame === false
        ? `The original ${quoted(id)} has changed since it was translated.`
        : `${quoted(written)} is no digest that press makes, so nobody can tell whether the original ${quoted(id)} has changed.`,
    hint: `Compare the two, translate what is different, then write the new digest «${digest}».`,
    fix: { title: 'Put the new digest', safety: 'review', edits: [{ ...place, text: JSON.stringify(digest) }] },
    related: [{ manuscript: original, ...placeOf(original, ['title']), message: 'This is the original as it is now.' }],
  };
}

/** The schema has said of the digest what is to be said. */
function isRefused(manuscript: Manuscript, context: RuleContext): boolean {
  return !ownTexts(manuscript, context).some(({ path }) => path.join('/') === 'translationOf/digest');
}
