/**
 * A plugin of the bundler: what the cards of rules tell people at length, and which only `press explain` reads, becomes a getter. So the
 * examples of all rules are not put together, and their text is not even compiled, each time that somebody validates. Where it is a
 * card that is read as data, nothing can tell the difference.
 */
import { parseSync } from 'rolldown/utils';

const cards = /\/src\/(?:vocabulary-)?rules\/[^/]+\.ts$/;
const prose = new Set(['why', 'examples', 'mends']);

export const lateProse = {
  name: 'late-prose',
  transform: (code, id) => (cards.test(id) ? withGetters(code, proseIn(parseSync(id, code).program)) : null),
};

/** The properties with prose of the objects that a module exports, in order. */
function proseIn({ body }) {
  const declarations = body.flatMap(({ declaration }) => declaration?.declarations ?? []);
  const objects = declarations.flatMap(({ init }) => (init?.type === 'ObjectExpression' ? [init] : []));
  return objects.flatMap(({ properties }) =>
    properties.filter(
      ({ kind, method, shorthand, key }) => kind === 'init' && !method && !shorthand && prose.has(key?.name),
    ),
  );
}

function withGetters(code, properties) {
  let result = '';
  let done = 0;
  for (const { start, end, key, value } of properties) {
    result += `${code.slice(done, start)}get ${key.name}() { return ${code.slice(value.start, value.end)}; }`;
    done = end;
  }
  return result + code.slice(done);
}
