/** Where something stands in a JSON file, for a message. */
import { LineMap } from '../model/text-range.ts';
import { readYaml } from './yaml-reader.ts';

/** `:line:column` of what a JSON Pointer (RFC 6901) names; the pointer itself where the text cannot be looked into; else nothing. */
export function placeInJson(text: string, pointer: string | undefined): string {
  if (pointer === undefined || pointer === '') return '';
  const steps = pointer.split('/').slice(1);
  const names = steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  // JSON is YAML, and the reader of YAML knows where everything stands.
  const span = readYaml(text, 0).locate(names.map(stepOf), 'key');
  if (span === undefined) return `#${pointer}`;
  const { line, column } = new LineMap(text).at(span.start);
  return `:${line}:${column}`;
}

function stepOf(name: string): string | number {
  return /^\d+$/.test(name) ? Number(name) : name;
}
