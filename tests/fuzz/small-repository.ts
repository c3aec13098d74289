/** The smallest repository in which everything that can be said is said once: what the other files of a fuzzed one are. */
import { sampleRelease } from '../../src/model/sample-release.ts';
import type { Repository } from '../../src/model/repository.ts';
import { openRepositoryOn } from '../../src/repository/open.ts';
import { memoryFiles } from './memory-files.ts';

export const smallTaxonomy = `version: 1
languages: [en, ru]
decorations:
  - prefix: "OSCE "
facets:
  field:
    label: { en: Field of work, ru: Область }
    property: fields
    multiple: true
    required: true
    terms:
      human-dimension:
        label: Human dimension
        assignable: false
        narrower:
          elections: { label: Elections, aliases: [polls, voting], formerIds: [ballots] }
          tolerance: { label: Tolerance, note: "Both kinds" }
      education: { label: Education }
      water:
        label: { en: Water, ru: Вода }
        match: { exactMatch: [medtop:20000574] }
        related: [elections]
  country:
    label: Countries
    property: countries
    multiple: true
    terms:
      armenia: { label: Armenia, iso3166: AM }
      turkiye:
        label: Türkiye
        names:
          - { label: Turkey, until: 2022-06-01 }
          - { label: Türkiye, from: 2022-06-02 }
        active: { from: "1973", until: unknown }
  source:
    label: Source
    property: source
    judged: author
    terms:
      secretariat: { label: Secretariat, active: { from: 1991 } }
      baku:
        label: Office in Baku
        active: { until: 2015-12-31 }
        replacedBy: [secretariat]
        implies: [country/armenia]
`;

export const smallSettings = `publisher: { name: Sample Press Office, url: https://press.example.org/, authority: press.example.org, since: 2009-01-01 }
baseUrl: https://press.example.org/
timezone: Europe/Vienna
language: en
releases: releases
permalink: /:lang/:year/:slug/
boilerplates:
  about: { en: About the office., ru: Об офисе. }
feeds:
  - { id: elections, title: Elections, where: "field:elections", formats: [rss, atom], limit: 20 }
rules:
  hype: off
  dateline-date: warning
`;

/** A release that others may point to. */
export const otherPath = 'releases/2009/2009-11-16-other.md';
const release = sampleRelease({ id: '2009-11-16-other', slug: 'other' });

/** Opens it with other bytes for some files. Rejects, or throws later, with a PressError for what cannot be used. */
export async function smallRepository(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Repository> {
  const all = { 'taxonomy.yaml': smallTaxonomy, 'press.yaml': smallSettings, [otherPath]: release, ...files };
  return openRepositoryOn(
    '/in-memory',
    memoryFiles(new Map(Object.entries(all).map(([path, content]) => [path, Buffer.from(content)]))),
  );
}
