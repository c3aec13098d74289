/** A condition as a query that means the same: canonical, with ids, fit to be an identity. */
import type { Condition } from './condition.ts';

/** The query of a condition; empty when everything is meant. What belongs to the run (its moment, its zone) is not in it. */
export function printCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map((part) => partOf(condition, part)).join(' AND ');
    case 'any':
      return condition.of.map((part) => partOf(condition, part)).join(' OR ');
    case 'not':
      return `NOT ${isGroup(condition.of) ? `(${printCondition(condition.of)})` : printCondition(condition.of)}`;
    case 'term':
      return `${condition.facet}${condition.exact ? '=' : ':'}${quoted(condition.id)}`;
    case 'filed':
      return `has:${condition.facet}`;
    case 'has':
      return `has:${condition.key}`;
    case 'state':
      return `is:${condition.state}`;
    case 'date':
      return condition.words;
    case 'value':
      return `${condition.key}:${quoted(condition.value)}`;
    case 'text':
      return `${condition.only === undefined ? '' : `${condition.only}:`}${inQuotes(condition.phrase)}`;
  }
}

/** Brackets stand also where AND would bind tighter anyway: few people know that it does. */
function partOf(group: Condition, part: Condition): string {
  return isGroup(part) && part.kind !== group.kind ? `(${printCondition(part)})` : printCondition(part);
}

function isGroup(condition: Condition): boolean {
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.length > 1;
}

/** A word that can stand by itself; a hyphen in front would be taken for an attempt to leave something out. */
function quoted(word: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}._/-]*$/u.test(word) ? word : inQuotes(word);
}

function inQuotes(phrase: string): string {
  return `"${phrase.replaceAll(/["\\]/g, '\\$&')}"`;
}
