/** A rule is asked about a file wherever it would find something: neither what it says it needs nor its look before the work hides any. */
import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgedPart } from '../../src/model/judged-part.ts';
import { makeRelease } from '../../src/model/make-release.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import type { Repository } from '../../src/model/repository.ts';
import type { Rule, RuleContext } from '../../src/model/rule.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { contextOf } from '../../src/operations/rule-context.ts';
import { RuleNeeds, type OwnRule } from '../../src/operations/validate-needs.ts';
import { validate } from '../../src/operations/validate.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { openRepository } from '../../src/repository/open.ts';
import { rules } from '../../src/rules/index.ts';
import { scratchFolder } from '../support/scratch-folder.ts';
import { shippedTaxonomy } from '../support/shipped-taxonomy.ts';
import { testNow } from './example-repository.ts';

const ownRules = rules.filter((rule): rule is OwnRule => rule.scope !== 'archive' && rule.scope !== 'ignore');
const ENOUGH_FILES = 50;

/** What rules need, by a table that was made because there are many files. */
const needs = new RuleNeeds(ownRules);
const settings = { 'press.yaml': readFileSync(new URL('../../press.yaml', import.meta.url), 'utf8') };
const repository = await repositoryInMemory({ 'taxonomy.yaml': shippedTaxonomy, ...settings });
for (let files = 0; files < ENOUGH_FILES; files += 1)
  needs.metBy(repository.manuscriptFrom(samplePath, Buffer.from(sampleRelease({}))));

/** The rules that find something and would not be asked. */
function overlooked(manuscript: Manuscript, source: Repository, context: RuleContext): string[] {
  const part = judgedPart(manuscript);
  const isMet = [...needs.metBy(part)];
  return ownRules
    .filter((rule, index) => isMet[index] === 0 || rule.mayFind?.(part, context) === false)
    .filter((rule) => {
      if (rule.scope !== 'release') return [...rule.check(part, context)].length > 0;
      const release = makeRelease(manuscript, source);
      return release !== undefined && [...rule.check(release, part, context)].length > 0;
    })
    .map(({ id }) => id);
}

const usual = contextOf(repository, rules, testNow);

function overlookedIn(text: string, path = samplePath): string[] {
  return overlooked(repository.manuscriptFrom(path, Buffer.from(text)), repository, usual);
}

/** Every release among the fixtures and the examples. */
function texts(): string[] {
  const folder = new URL('../fixtures/rules/', import.meta.url).pathname;
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((each) => each.isFile() && each.name.endsWith('.md'));
  const examples = rules.flatMap((rule) => rule.examples.flatMap(({ wrong, right }) => [wrong, right]));
  const ofExamples = examples.flatMap((each) => (typeof each === 'string' ? [each] : Object.values(each)));
  return [
    ...files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')),
    ...ofExamples.filter((each): each is string => typeof each === 'string' && each.startsWith('---')),
  ];
}

const known = texts().filter((text) => text.length < 20_000);

describe('no rule is passed over that has something to say', () => {
  it('of an example or a fixture', () => {
    expect(known.length).toBeGreaterThan(300);
    for (const text of known) expect([text, overlookedIn(text)]).toEqual([text, []]);
  });

  it('of a fixture in its own repository', async () => {
    const folder = new URL('../fixtures/rules/', import.meta.url).pathname;
    for (const name of readdirSync(folder)) {
      if (!existsSync(join(folder, name, 'taxonomy.yaml'))) continue;
      const source = await openRepository(join(folder, name));
      const context = contextOf(source, rules, testNow);
      for (const manuscript of source.manuscripts())
        expect([manuscript.path, overlooked(manuscript, source, context)]).toEqual([manuscript.path, []]);
    }
  });

  it('of texts that are mixed from all of these', () => {
    const line = fc.constantFrom(...new Set(known.flatMap((text) => text.split(/(?<=\n)/))));
    const scrap = fc.oneof(
      line,
      fc.constantFrom(
        '\u00AD',
        '\u200B',
        'ﬁ',
        'e\u0301',
        'В',
        '\u202E',
        '{{',
        '<',
        '](',
        '# ',
        '\r',
        '\r\n',
        '\\u',
        '“',
        '(',
        '\u00A0',
      ),
      fc.constantFrom(
        'Monday',
        '16 November',
        'EMBARGOED UNTIL 9:00',
        'one\u2011of\u2011a\u2011kind',
        'second\nto none',
        'PROUD  TO announce',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    const cut = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), scrap);
    const mixed = fc.tuple(fc.constantFrom(...known), fc.array(cut, { maxLength: 5 })).map(([text, cuts]) => {
      let mixture = text;
      for (const [where, length, put] of cuts) {
        const at = Math.floor(where * mixture.length);
        mixture = mixture.slice(0, at) + put + mixture.slice(at + length);
      }
      return mixture.toWellFormed();
    });
    fc.assert(
      fc.property(mixed, (text) => {
        expect(overlookedIn(text)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('of the name of a file', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'con.md',
        'Ваku.md',
        'ba\u00ADku.md',
        'x\u202Ey.md',
        '2010-11-16-course.md',
        'index.md',
        'e\u0301.md',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }).map((each) => `${each.toWellFormed().replaceAll('/', '')}.md`),
    );
    const folder = fc.constantFrom('', 'aux/', '2010/', 'ende. /', 'Вaku/');
    fc.assert(
      fc.property(folder, name, (where, each) => {
        expect(overlookedIn(sampleRelease({ id: undefined }), `releases/${where}${each}`)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('an archive of many hands', () => {
  it('is told the same by rules that are asked about every file', async () => {
    const folder = scratchFolder();
    const generator = new URL('../bench/generate-archive.js', import.meta.url).pathname;
    execFileSync(process.execPath, [generator, folder, '300', 'messy']);
    const source = await openRepository(folder);
    const blind = rules.map((rule): Rule => {
      if (rule.scope === 'archive' || rule.scope === 'ignore') return rule;
      const { needs: _, mayFind: __, ...others } = rule;
      return others as Rule;
    });
    const options = { levels: new Map(), now: testNow };
    const { diagnostics } = validate(source, { ...options, rules });
    expect(diagnostics.length).toBeGreaterThan(20);
    expect(diagnostics).toEqual(validate(source, { ...options, rules: blind }).diagnostics);
  });
});
