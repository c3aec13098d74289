import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TaxonomyFile } from '../../src/model/generated/taxonomy-file.ts';
import { makeTaxonomy } from '../../src/model/make-taxonomy.ts';
import type { Taxonomy } from '../../src/model/taxonomy.ts';
import { allNames, lookUp, suggest } from '../../src/model/term-lookup.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { vocabulary } from './newsroom.ts';

const found = (words: string, facet?: string, taxonomy: Taxonomy = vocabulary): string[] =>
  lookUp(taxonomy, words, facet).map((term) => `${term.facet}/${term.id}`);

describe('words mean a term', () => {
  it.each([
    ['its id', 'baku', ['source/baku']],
    ['its id with blanks around', '  baku ', ['source/baku']],
    ['its id in capitals', 'BAKU', ['source/baku']],
    ['an id that it had', 'voting', ['field/elections']],
    ['its label', 'Prevention of torture', ['field/torture']],
    ['its label in another language', 'Образование', ['field/education']],
    ['its label in other letter case', 'ОБРАЗОВАНИЕ', ['field/education']],
    ['its label without accents', 'Turkiye', ['country/tuerkiye']],
    ['its label with other accents', 'TÜRKÏYÉ', ['country/tuerkiye']],
    ['its label with signs and blanks', ' human — rights! ', ['field/human-rights']],
    ['its label with an article', 'the Holy See', ['country/holy-see']],
    ['an alias', 'Turkey', ['country/tuerkiye']],
    ['a former name', 'OSCE Office in Baku', ['source/baku']],
    ['its label without what the house puts in front', 'Project Co-ordinator in Baku', ['source/baku']],
    ['its label with what the house puts in front', 'OSCE Human rights', ['field/human-rights']],
    ['its label with what the house puts behind', 'Human rights (archived)', ['field/human-rights']],
    ['its label with the mark of a closed body', 'OSCE Project Co-ordinator in Baku (closed)', ['source/baku']],
    ['its former name with both', 'Office in Baku (closed)', ['source/baku']],
    ['its label with the mark in Russian', 'Skopje (закрыто)', ['source/skopje']],
    ['a State with its office', 'Finland – OSCE Chairpersonship 2025', ['country/finland']],
    ['a State with its office, without the year', 'Finland - OSCE Chairpersonship', ['country/finland']],
    ['a State with its office in Russian', 'Finland – Председательство ОБСЕ 2025', ['country/finland']],
    ['facet and id', 'country/mongolia', ['country/mongolia']],
    ['facet and an id that it had', 'country/turkey', ['country/tuerkiye']],
    ['facet and id with blanks', ' source / baku ', ['source/baku']],
  ])('by %s', (_, words, terms) => {
    expect(found(words)).toEqual(terms);
  });

  it.each([
    '',
    '  ',
    '—',
    'Narnia',
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'field/toString',
    '__proto__/x',
    'country/',
    'country/elections/x',
    'Finland 2024',
    'archived',
    'OSCE',
  ])('unless nothing goes by %j', (words) => {
    expect(found(words)).toEqual([]);
  });

  it('of several facets, unless the facet is named', () => {
    expect(found('elections')).toEqual(['field/elections', 'country/elections']);
    expect(found('elections', 'field')).toEqual(['field/elections']);
    expect(found('country/elections')).toEqual(['country/elections']);
    expect(found('country/elections', 'country')).toEqual(['country/elections']);
    expect(found('country/elections', 'field')).toEqual([]);
    expect(found('elections', 'toString')).toEqual([]);
  });

  it('of one facet that share a name: all of them, in the order of their ids', () => {
    const taxonomy = makeTaxonomy({
      version: 1,
      facets: {
        a: {
          property: 'x',
          terms: {
            zagreb: { label: 'Office in Zagreb', aliases: ['the office'] },
            almaty: { label: 'Office in Almaty', aliases: ['The Office'] },
          },
        },
      },
    } as TaxonomyFile);
    expect(found('office', 'a', taxonomy)).toEqual(['a/almaty', 'a/zagreb']);
    expect(found('office in zagreb', 'a', taxonomy)).toEqual(['a/zagreb']);
  });

  it('whichever of its names is asked for, in any case and with any signs between', () => {
    const names = [...vocabulary.facets.values()].flatMap((facet) =>
      [...facet.terms.values()].flatMap((term) => allNames(term).map((name) => ({ facet, term, name }))),
    );
    const between = fc.constantFrom(' ', '  ', '-', ' – ', '_', '\u00A0', '/');
    fc.assert(
      fc.property(
        fc.constantFrom(...names),
        fc.boolean(),
        between,
        fc.constantFrom('', 'OSCE ', 'the '),
        ({ facet, term, name }, isLoud, sign, before) => {
          const words = before + (isLoud ? name.toUpperCase() : name.toLowerCase()).replaceAll(' ', sign);
          expect(lookUp(vocabulary, words, facet.name)).toContain(term);
        },
      ),
    );
  });
});

describe('words that mean nothing', () => {
  it.each([
    ['electoins', undefined, ['elections']],
    ['Выбры', 'field', ['Выборы']],
    ['Azerbaijann', 'country', ['azerbaijan']],
    ['torture', 'country', []],
    ['', undefined, []],
    ['x'.repeat(100), undefined, []],
  ])('%j in %s may have been meant as %j', (words, facet, near) => {
    expect(suggest(vocabulary, words, facet)).toEqual(near);
  });
});

const page = fileURLToPath(new URL('../../../shared/seed/page.txt', import.meta.url));
const counted = ['Fields of work', 'Countries', 'Meetings and conferences', 'Structures and institutions'];
// Ways through the site, not subjects of a release.
const noTerms = new Set(['All', 'About us', 'Our work', 'Projects', 'Organizational structure']);

describe.skipIf(!existsSync(page))('the menus of the seed page (skipped where it is not beside the repository)', () => {
  let shipped: Taxonomy;

  beforeAll(async () => {
    const text = readFileSync(new URL('../../taxonomy.yaml', import.meta.url), 'utf8');
    shipped = (await repositoryInMemory({ 'taxonomy.yaml': text })).taxonomy;
  });

  /** Menu → its labels, those of the menus inside it and their headings too. The page's text begins at «Press release». */
  function menus(): Map<string, string[]> {
    const found = new Map<string, string[]>();
    let menu = '';
    for (const line of readFileSync(page, 'utf8').split('\n')) {
      const label = line.replace(/^- ?/, '').trim();
      if (line === 'Press release') break;
      if (counted.includes(line)) menu = line;
      else if (menu !== '' && label !== '' && !noTerms.has(label)) found.set(menu, [...(found.get(menu) ?? []), label]);
    }
    return found;
  }

  it('have all their labels in the shipped vocabulary, each meaning one term', () => {
    const labels = [...menus().values()].flat();
    const missing = labels.filter((label) => {
      const facets = new Set(lookUp(shipped, label).map((term) => term.facet));
      return facets.size === 0 || [...facets].some((facet) => lookUp(shipped, label, facet).length !== 1);
    });
    expect(missing).toEqual([]);
    expect(labels.length).toBeGreaterThan(120);
  });

  it('count twenty-three fields of work and fifty-seven participating States', () => {
    const facet = shipped.facets.get('country')!;
    const states = facet.terms.get('participating-states')?.narrower ?? [];
    expect(states).toHaveLength(57);
    const fields = (menus().get('Fields of work') ?? []).filter(
      (label) => lookUp(shipped, label, 'field').length === 1,
    );
    expect(fields).toHaveLength(23);
    const named = (menus().get('Countries') ?? [])
      .flatMap((label) => lookUp(shipped, label, 'country'))
      .map((term) => term.id);
    expect(states.filter((id) => !named.includes(id))).toEqual([]);
  });
});
