/** Runs refactorings on a repository of texts, and says what became of the texts. */
import type { RefactorVerb } from '../../src/model/refactoring.ts';
import { PressError } from '../../src/model/press-error.ts';
import { planRefactoring, type Refactored } from '../../src/operations/refactor/plan.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';
import { rules } from '../../src/rules/index.ts';
import { spliced } from '../../src/text/spliced.ts';
import { testNow } from './world.ts';

export type Texts = Readonly<Record<string, string>>;

const check = { rules, levels: new Map(), now: Date.parse(testNow) };

/** A vocabulary of somebody else's: subjects and authors, no field of work. */
export const vocabulary = `version: 1
languages: [en, ru]
facets:
  topic: # what it is about
    property: topics
    multiple: true
    terms:
      # Everything that flows.
      water:
        label: {en: Water, ru: Вода}   # the first one
        aliases: [rivers]
        related: [soil, author/north]
      soil:
        label: Soil
      "air": {label: 'Air', related: [water]}
      nature:
        label: Nature
        narrower:
          # Trees, not timber.
          forests:
            label: Forests
            note: >-
              Several lines
              of remarks.
            # kept for later
          birds: {label: Birds}
  author:
    property: author
    judged: author
    terms:
      north: {label: Northern Office, active: {from: 2001-02-03}, implies: [topic/water]}
      south:
        label: Southern Office
        names:
          - {label: Office for the South, until: 2009-12-31}
        memberOf:
          - {term: north, from: "2004"}
`;

/** A release of that vocabulary with lines in its front matter. */
export function release(id: string, ...lines: readonly string[]): string {
  return `---
id: ${id}
title: A release
date: 2010-03-04
${lines.join('\n')}
status: published
---
VIENNA, 4 March 2010 - water and soil.
`;
}

/** The plan of a verb. Rejects with PressError. */
export async function planned(texts: Texts, verb: RefactorVerb): Promise<Refactored> {
  return planRefactoring(await repositoryInMemory(texts), verb, check);
}

/** The texts after a refactoring that must be possible; undefined where there is nothing to do. */
export async function refactored(texts: Texts, verb: RefactorVerb): Promise<Record<string, string>> {
  const plan = await planned(texts, verb);
  if (plan.kind !== 'change') throw new Error(`The plan is ${plan.kind}`);
  return { ...texts, ...Object.fromEntries(plan.files.map(({ path, text, edits }) => [path, spliced(text, edits)])) };
}

/** The lines that differ between two texts: those that went with «-», those that came with «+». */
export function differences(before: string, after: string): string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const count = (lines: readonly string[], line: string): number => lines.filter((each) => each === line).length;
  const only = (a: readonly string[], b: readonly string[]): string[] =>
    a.filter((line, index) => a.slice(0, index).filter((each) => each === line).length >= count(b, line));
  return [...only(old, fresh).map((line) => `- ${line.trim()}`), ...only(fresh, old).map((line) => `+ ${line.trim()}`)];
}

/** Why a refactoring is refused: sentence and reasons. */
export async function refusalOf(texts: Texts, verb: RefactorVerb): Promise<string> {
  try {
    await planned(texts, verb);
  } catch (error) {
    if (error instanceof PressError) return `${error.code}: ${error.message}\n${error.hint ?? ''}`;
    throw error;
  }
  throw new Error('It was not refused');
}
