/** Releases in a small newsroom, seen as the verbs see them. */
import type { Repository } from '../../../src/model/repository.ts';
import { findManuscript } from '../../../src/operations/find-release.ts';
import { subjectOf, type Subject } from '../../../src/operations/subject.ts';
import type { VerbPlan } from '../../../src/operations/verbs/verb.ts';
import { repositoryInMemory } from '../../../src/repository/in-memory.ts';

export const now = Date.parse('2026-11-23T12:00:00Z');

const settings = `
timezone: Europe/Vienna
baseUrl: https://press.example.org
feeds:
  - {id: water, title: Water, where: "topic:water", formats: [rss]}
  - {id: all, title: Everything, where: "date>=2000", formats: [csv]}
`;
const taxonomy =
  'version: 1\nfacets: {topic: {property: topics, multiple: true, terms: {water: {label: Water}, soil: {label: Soil}}}}\n';

/** A file with these keys over those of a published release; undefined leaves one out. */
export function file(keys: Readonly<Record<string, string | undefined>> = {}, body = 'Text.\n'): string {
  const all = { id: 'x', title: 'A title', date: '2026-01-05', topics: '[water]', status: 'published', ...keys };
  const lines = Object.entries(all).filter(([, value]) => value !== undefined);
  return `---\n${lines.map(([key, value]) => `${key}: ${value}\n`).join('')}---\n${body}`;
}

export interface Around {
  /** Other files, by path. */
  readonly beside?: Readonly<Record<string, string>>;
  readonly now?: number;
  readonly path?: string;
}

export const usualPath = 'releases/2026/2026-01-05-x.md';

export async function newsroom(text: string, { beside = {}, path = usualPath }: Around = {}): Promise<Repository> {
  return repositoryInMemory({ 'taxonomy.yaml': taxonomy, 'press.yaml': settings, [path]: text, ...beside });
}

export async function subject(text: string, around: Around = {}): Promise<Subject> {
  const repository = await newsroom(text, around);
  const path = around.path ?? usualPath;
  const moment = { now: around.now ?? now, timezone: 'Europe/Vienna', today: '2026-11-23' };
  return subjectOf(repository, findManuscript(repository, path, path), moment);
}

/** The key changes in short: `status=hold`, `-embargo`, `corrections+withdrawal: why`, `#status 2026-11-23 hold: why`. */
export function changesIn(plan: VerbPlan): string[] {
  if (plan.kind !== 'change') throw new Error(`It is no change but «${plan.kind}»`);
  return plan.changes.map((change) => {
    switch (change.kind) {
      case 'set':
        return `${change.key}=${change.value}`;
      case 'set-in':
        return `${change.key}.${change.inner}=${change.value}`;
      case 'remove':
        return `-${change.key}`;
      case 'append':
        return `${change.key}+${typeof change.item === 'string' ? change.item : Object.values(change.item).join(' ')}`;
      case 'remove-item':
        return `${change.key}-${change.item}`;
      case 'replace-item':
        return `${change.key}-${change.item}+${change.by}`;
      case 'remark':
        return `#${change.above} ${change.text}`;
    }
  });
}

/** What the person is told: the sentence, the reasons, or what follows. */
export function toldIn(plan: VerbPlan): readonly string[] {
  if (plan.kind === 'nothing') return [plan.sentence];
  return plan.kind === 'refused' ? plan.reasons.map(({ what, wayOut }) => `${what} ${wayOut}`) : plan.told;
}
