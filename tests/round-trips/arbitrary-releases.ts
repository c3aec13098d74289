/** Releases that nobody would write by hand and that are valid nevertheless, as files of an archive. */
import fc from 'fast-check';
import type { Facet } from '../../src/model/taxonomy.ts';
import type { Repository } from '../../src/model/repository.ts';
import { statuses } from '../../src/model/release.ts';

const words = [
  ...[
    '=1+1',
    "'=1",
    '-5',
    '@name',
    '+49',
    '＝x',
    ';',
    '\\;',
    '\\',
    ',',
    '"',
    "'",
    '«x»',
    'Баку',
    'Türkiye',
    'القاهرة',
    '😀',
  ],
  ...[
    'NO',
    'null',
    '2009-11-16',
    '# x',
    '- x',
    ': x',
    '{x}',
    '[x]',
    '&a',
    '*a',
    '%',
    '<b>',
    '&amp;',
    ']]>',
    '\u00A0',
    '1,000',
  ],
  ...['Course', 'opens', 'in', 'Baku'],
];

/** One line of text that is not blank. */
const line = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(' '))
  .filter((text) => text.trim().replaceAll('\u00A0', '') !== '');

const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

/** What is published has words to read, and not signs alone, or a day, which would be its dateline. */
const body = fc
  .tuple(text, fc.boolean())
  .map(([words, isFirst]) => (isFirst ? `It opens.\n${words}` : `${words}\nIt opens.`));

const dayUpTo = (max: number): fc.Arbitrary<string> =>
  fc
    .record({
      year: fc.integer({ min: 1999, max }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ year, month, day }) => [year, month, day].map((part) => String(part).padStart(2, '0')).join('-'));
const instantUpTo = (max: number): fc.Arbitrary<string> =>
  fc
    .tuple(dayUpTo(max), fc.constantFrom('T00:00:00+01:00', 'T23:59:59Z', 'T09:30:00.250+04:00', 'T08:00:00-05:00'))
    .map(([date, time]) => date + time);
const instant = instantUpTo(2028);
const dayOrInstant = fc.oneof(dayUpTo(2028), instant);
/** Of a change that is not out yet no output tells. */
const past = fc.oneof(dayUpTo(2025), instantUpTo(2025));

/** Releases that the others may refer to: an output names none that is not public, or that is not there. */
const referred = ['17', 'a_b.c'];
const id = fc.constantFrom(...referred);

const contact = fc.record(
  { name: line, role: line, phone: fc.constant('+43 1 555'), email: fc.constant('a@example.org') },
  { requiredKeys: ['name'] },
);
const attachment = fc.record(
  {
    href: fc.constantFrom('/files/a.pdf', 'https://example.org/b.pdf'),
    title: line,
    mediaType: fc.constant('application/pdf'),
    size: fc.nat(),
    alt: line,
  },
  { requiredKeys: ['href'] },
);
const correction = fc.record({ date: past, kind: fc.constantFrom('correction', 'update'), note: text });

type Entries = readonly (readonly [string, unknown])[];

/** An archive of a few releases: path → text. Every term of the vocabulary that a release may have is met sooner or later. */
export function archives(house: Repository): fc.Arbitrary<Record<string, string>> {
  const facets = [...house.taxonomy.facets.values()];
  const release = fc
    .record({ head: head(facets), more: more(), body })
    .map(({ head: first, more: others, body: own }) => ({ head: first, others: Object.entries(others), body: own }));
  const open = referred.map((name): [string, string] => [
    `releases/2001/2001-02-03-x-${name.length}.md`,
    house.compose(
      [...Object.entries({ id: name, title: name, date: '2001-02-03', ...required(facets), status: 'published' })],
      'Text.',
    ),
  ]);
  return fc.array(release, { minLength: 1, maxLength: 4 }).map((releases) =>
    Object.fromEntries([
      ...open,
      ...releases.map(({ head: first, others, body: own }, at) => {
        const { date, slug, lang } = first;
        const name = `${date.slice(0, 10)}-${slug}-${at}${lang === 'en' ? '' : `.${lang.toLowerCase()}`}`;
        const entries: Entries = [
          ['id', at === 0 ? `own_${slug}` : name],
          ...Object.entries(first.keys),
          ['date', date],
          ['lang', lang],
          // No two releases can have one address.
          ...others.map(([key, value]) => [key, key === 'slug' ? `${String(value)}-${at}` : value] as const),
        ];
        return [`releases/${date.slice(0, 4)}/${name}.md`, house.compose(entries, `${own}\n`)] as const;
      }),
    ]),
  );
}

function required(facets: readonly Facet[]): object {
  const asked = facets.filter((facet) => facet.required);
  return Object.fromEntries(
    asked.map(({ property, terms }) => [property, [...terms.values()].find((term) => term.assignable)?.id]),
  );
}

function head(facets: readonly Facet[]): fc.Arbitrary<{ date: string; slug: string; lang: string; keys: object }> {
  const terms = facets.map((facet): [string, fc.Arbitrary<string[]>] => {
    const usable = [...facet.terms.values()]
      .filter((term) => term.assignable && !term.deprecated)
      .map((term) => term.id);
    return [
      facet.property,
      fc.uniqueArray(fc.constantFrom(...usable), { minLength: 1, maxLength: facet.multiple ? 3 : 1 }),
    ];
  });
  const keys = fc.record({
    title: line,
    status: fc.constantFrom(...statuses),
    type: fc.constantFrom('press-release', 'statement'),
    place: fc.uniqueArray(fc.constantFrom('Vienna', '=Graz', 'Baku; old town', "N'Djamena", 'The Hague'), {
      minLength: 1,
      maxLength: 2,
    }),
    ...Object.fromEntries(terms),
  });
  return fc.record({
    date: dayOrInstant,
    slug: fc.constantFrom('course', 'hotline-operators', '2009'),
    lang: fc.constantFrom('en', 'ru', 'sr-Latn'),
    keys,
  });
}

function more(): fc.Arbitrary<object> {
  return fc.record(
    {
      summary: text,
      updated: past,
      slug: fc.constantFrom('another-name', 'x1'),
      aliases: fc.constantFrom(['/old/'], ['/a;b', 'https://example.org/x']),
      boilerplate: fc.constant('about'),
      translationOf: fc.record({ id }),
      related: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
      attachments: fc.array(attachment, { minLength: 1, maxLength: 2 }),
      corrections: fc.array(correction, { minLength: 1, maxLength: 2 }),
      contacts: fc.array(contact, { minLength: 1, maxLength: 2 }),
      embargo: instant,
    },
    { requiredKeys: [] },
  );
}
