/** JSON and XML that may also stand in the log of a build machine: no text in them can be taken for an order (`build-log.ts`). */
import { withoutBracketOrders } from '../../text/build-log.ts';
import { jsonForSight, xmlForSight } from '../../text/sight-escapes.ts';
import { openTag, serialise, type XmlAttributes, type XmlElement } from '../../text/xml.ts';

/** A value as JSON, on one line. */
export function jsonText(value: unknown): string {
  return jsonForSight(withoutBracketOrders(JSON.stringify(value), '\\u0023'));
}

/** A list of values as JSON, one a line; `[]` without any. */
export function* jsonLines(values: Iterable<unknown>): Generator<string> {
  let separator = '[';
  for (const value of values) {
    yield `${separator}\n${jsonText(value)}`;
    separator = ',';
  }
  yield separator === '[' ? '[]' : '\n]';
}

/** An element as XML with the indentation of its level. */
export function xmlText(element: XmlElement, depth = 0): string {
  return xmlForSight(withoutBracketOrders(serialise(element, depth), '&#35;'));
}

/** An opening tag as XML, on a line of its own. */
export function xmlOpening(name: string, attributes: XmlAttributes, depth = 0): string {
  return xmlForSight(withoutBracketOrders(openTag(name, attributes, depth), '&#35;'));
}
