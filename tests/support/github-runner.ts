/**
 * What GitHub's runner makes of a log, written after its grammar (actions/runner, `ActionCommand.cs`): each line is an order in the
 * form `::name key=value,…::text` behind blanks, or in the form `##[name key=value;…]text` anywhere in it.
 */
export interface Order {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly text: string;
}

const known = new Set(
  (
    'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state ' +
    'set-env set-output stop-commands warning'
  ).split(' '),
);

/** The orders in a log, in their order. */
export function obeyed(log: string): Order[] {
  return log.split(/\r\n|\r|\n/).flatMap((line) => newForm(line) ?? oldForm(line) ?? []);
}

function newForm(line: string): Order | undefined {
  // The runner compares as .NET does: characters without weight are not seen.
  const seen = line.replace(/^[\s\p{C}\p{M}]+/u, '').replace(/^:[\p{C}\p{M}]+:/u, '::');
  if (!seen.startsWith('::')) return undefined;
  const end = seen.indexOf('::', 2);
  if (end === -1) return undefined;
  const head = seen.slice(2, end);
  const blank = head.indexOf(' ');
  const name = blank === -1 ? head : head.slice(0, blank);
  if (!known.has(name)) return undefined;
  const properties = pairs(blank === -1 ? '' : head.slice(blank + 1).trim(), ',', unescapeProperty);
  return { name, properties, text: unescapeData(seen.slice(end + 2)) };
}

function oldForm(line: string): Order | undefined {
  const seen = line.replace(/#[\p{C}\p{M}]+#/gu, '##');
  const start = seen.indexOf('##[');
  const end = seen.indexOf(']', start);
  if (start === -1 || end === -1) return undefined;
  const head = seen.slice(start + 3, end);
  const name = head.split(' ', 1)[0] ?? '';
  if (!known.has(name)) return undefined;
  return { name, properties: pairs(head.slice(name.length).trim(), ';', unescapeProperty), text: seen.slice(end + 1) };
}

function pairs(text: string, separator: string, unescape: (value: string) => string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(separator)
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), unescape(pair.slice(pair.indexOf('=') + 1))]),
  );
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
