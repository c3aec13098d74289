/** A term as the cells of a row. */
import type { Term } from '../../model/taxonomy.ts';
import { joinList } from '../../text/csv-lists.ts';
import { matchRelations } from '../skos/sound-matches.ts';
import { linkColumns } from './columns.ts';
import { datedText, wordsText } from './words.ts';

/** Cells by column; a column that the term has nothing to say about is empty. */
export function termCells(term: Term, languages: readonly string[]): ReadonlyMap<string, string> {
  const words = (text: Term['label']): string => wordsText(text, languages);
  const dated = (list: Term['names']): string => joinList(list.map((each) => datedText(words(each.label), each)));
  return new Map([
    ['facet', term.facet],
    ['id', term.id],
    ['broader', term.broader ?? ''],
    ...[...term.label].map(([lang, text]): [string, string] => [`label.${lang}`, text]),
    ['aliases', joinList(term.aliases.map(words))],
    ['names', dated(term.names)],
    ['roles', dated(term.roles)],
    ['active.from', term.active?.from ?? ''],
    ['active.until', term.active?.until ?? ''],
    ['memberOf', joinList(term.memberOf.map((member) => datedText(member.term, member)))],
    ['assignable', term.assignable ? '' : 'false'],
    ['members', term.members ?? ''],
    ...[...(term.description ?? [])].map(([lang, text]): [string, string] => [`description.${lang}`, text]),
    ['deprecated', term.deprecated ? 'true' : ''],
    ...linkColumns.map((key): [string, string] => [key, joinList(term[key])]),
    ['formerIds', joinList(term.formerIds)],
    ['iso3166', term.iso3166 ?? ''],
    ...matchRelations.map((relation): [string, string] => [relation, joinList(term.match.get(relation) ?? [])]),
    ['note', term.note ?? ''],
  ]);
}
