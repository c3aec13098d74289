import { aliasFindings } from '../model/alias-findings.ts';
import type { ComparedFacts } from '../model/file-facts.ts';
import type { Manuscript, Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { ArchiveEntry, Finding, RelatedFinding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import { inWords, sharedBy, withoutCase, type Shared } from '../model/shared-by.ts';
import { fileNameOf } from '../text/file-name-form.ts';

const second = (slug: string, old?: string): string =>
  sampleRelease(
    {
      id: '2009-11-17-second-day',
      date: '2009-11-17',
      place: undefined,
      slug,
      ...(old === undefined ? {} : { aliases: `[${old}]` }),
    },
    'The second day of the course.\n',
  );
const secondPath = 'releases/2009/2009-11-17-second-day.md';

/** By the address that comes out in the end (`press.yaml`, permalink). Many servers know no capitals, and store accents in one way. */
export const duplicateSlug: Rule = {
  id: 'duplicate-slug',
  topic: 'archive',
  severity: 'error',
  scope: 'archive',
  summary: 'Two releases have the same address on the web, or the old address of one is taken.',
  why: 'One page would take the place of the other, and whoever follows a link to the one would read the other.',
  examples: [
    {
      wrong: { [samplePath]: sampleRelease(), [secondPath]: second('observer-course') },
      right: { [samplePath]: sampleRelease(), [secondPath]: second('observer-course-second-day') },
    },
    {
      wrong: { [samplePath]: sampleRelease(), [secondPath]: second('second-day', '/2009/observer-course/') },
      right: { [samplePath]: sampleRelease(), [secondPath]: second('second-day', '/2009/second-day-of-course/') },
    },
  ],
  *check(entries, { settings }) {
    for (const shared of sharedBy(entries, sameAddress))
      yield { in: shared.entry, tell: (manuscript) => tell(shared, manuscript) };
    const pages = entries.flatMap((entry) => {
      const address = addressOf(entry.facts);
      return address === undefined ? [] : [{ entry, address }];
    });
    yield* aliasFindings(pages, settings);
  },
};

function tell(shared: Shared, manuscript: Manuscript): Finding {
  const { entry, others, count } = shared;
  const address = addressOf(entry.facts) ?? '';
  const isSame = (other: ArchiveEntry): boolean => addressOf(other.facts) === address;
  return {
    ...placeOfSlug(manuscript),
    message: others.some(isSame)
      ? `The address ${quoted(address)} also belongs to ${inWords(shared)}.`
      : `The address ${quoted(address)} differs from that of ${inWords(shared)} only in capital letters, or in how an accent is stored.`,
    hint:
      translationHint([entry, ...others]) ??
      `Give ${count === 1 ? 'one of the two a «slug» of its' : 'all of them but one a «slug» of their'} own: a page has room for one.`,
    related: others.map((other) => ({
      ...placeIn(other),
      message: isSame(other)
        ? 'It has the same address.'
        : `It has the address ${quoted(addressOf(other.facts) ?? '')}.`,
    })),
  };
}

/** By their names one is a translation of the other, but both say the same language, or none. */
function translationHint(entries: readonly ArchiveEntry[]): string | undefined {
  const suffix = /\.([a-z]{2,3})\.md$/i;
  const translation = entries.find(({ facts: { path } }) => suffix.test(path))?.facts.path;
  if (translation === undefined) return undefined;
  const [, lang = ''] = suffix.exec(translation) ?? [];
  return `«${fileNameOf(translation)}» is a translation by its name: write «lang: ${lang}» in it.`;
}

function sameAddress(facts: ComparedFacts): string | undefined {
  const address = addressOf(facts);
  return address === undefined ? undefined : withoutCase(address);
}

/** As people read it: signs of other alphabets stand for themselves. */
function addressOf({ address }: ComparedFacts): string | undefined {
  return address?.includes('%') === true ? decodeURIComponent(address) : address;
}

function placeIn({ manuscript }: ArchiveEntry): Omit<RelatedFinding, 'message'> {
  return { manuscript, ...placeOfSlug(manuscript) };
}

/** A slug that comes from the file's name stands nowhere in the file. */
function placeOfSlug(manuscript: Manuscript): Span {
  return placeOf(manuscript, ['slug']);
}
