/** Every small change that a source can suffer, and the source with all of them in it, each behind a switch. */
import { parseAst } from 'rolldown/parseAst';
import { changesOf } from './changes.js';

/**
 * The mutants of a source: the change, the node at which it is decided whether it is made, and its lines before and after.
 */
export function mutantsOf(file, text) {
  const mutants = [];
  visit(parseAst(text, { lang: 'ts', preserveParens: true }), {
    text,
    parent: {},
    found: (mutant) => mutants.push(mutant),
  });
  const byChange = new Map(mutants.map((mutant) => [JSON.stringify(mutant.change), mutant]));
  return [...byChange.values()].map((mutant) => ({ file, ...mutant, ...shown(text, mutant.change) }));
}

const withoutMutants = /^(?:TS(?!As|NonNull|Satisfies)|Import|ExportAll|ExportSpecifier)/;
const withoutNodes = new Set(['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'source', 'label']);
const alongChain = new Set(['object', 'callee', 'expression']);

/** `chain` is the whole of `a?.b.c()`: a part of it cannot be put into brackets. */
function visit(node, { text, parent, chain, found }) {
  if (withoutMutants.test(node.type) || node.declare === true || node.operator === 'delete') return;
  for (const change of changesOf(node, parent, text))
    found({ change, at: chain ?? node, isBody: isBody(node, parent) });
  const own = node.type === 'ChainExpression' ? node : chain;
  for (const [key, child] of childrenOf(node))
    visit(child, { text, parent: node, found, ...(alongChain.has(key) && own !== undefined && { chain: own }) });
}

function* childrenOf(node) {
  for (const [key, value] of Object.entries(node)) {
    const isName = key === 'key' && node.computed !== true;
    if (withoutNodes.has(key) || isName) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (typeof child?.type === 'string') yield [key, child];
  }
}

function isBody({ type }, parent) {
  return type === 'BlockStatement' && /Function/.test(parent.type);
}

function shown(text, change) {
  const start = text.lastIndexOf('\n', change.start - 1) + 1;
  const end = `${text}\n`.indexOf('\n', change.end);
  const line = text.slice(0, change.start).split('\n').length;
  return { line, was: inOneLine(text.slice(start, end)), becomes: inOneLine(changed(text, { start, end }, change)) };
}

function inOneLine(text) {
  return text.trim().replaceAll(/\s+/g, ' ');
}

/** A stretch of the text with a change within it. */
function changed(text, { start, end }, change) {
  return text.slice(start, change.start) + change.text + text.slice(change.end, end);
}

/** The source with its mutants, each of which asks `__mutant` by its number whether it is its turn. */
export function withSwitches(text, mutants) {
  const inserted = new Map();
  for (const at of new Set(mutants.map((mutant) => mutant.at))) {
    const alternatives = mutants.filter((mutant) => mutant.at === at);
    const { start, end, open, close } = framed(text, alternatives);
    const before = inserted.get(start) ?? { open: '', close: '' };
    inserted.set(start, { ...before, open: before.open + open });
    const behind = inserted.get(end) ?? { open: '', close: '' };
    inserted.set(end, { ...behind, close: close + behind.close });
  }
  const places = [...inserted.keys()].sort((one, other) => one - other);
  const pieces = places.map((place, index) => {
    const { open, close } = inserted.get(place);
    return close + open + text.slice(place, places[index + 1]);
  });
  return text.slice(0, places[0]) + pieces.join('');
}

/** A body returns, a block and a statement are left out, an expression becomes another one. */
function framed(text, alternatives) {
  const [{ at, id, isBody }] = alternatives;
  const { start, end, type } = at;
  if (isBody) return { start: start + 1, end, open: `if(__mutant(${id}))return;`, close: '' };
  if (type === 'BlockStatement') return { start: start + 1, end: end - 1, open: `if(!__mutant(${id})){`, close: '}' };
  // Twice in braces: an `else` behind it belongs to somebody else.
  if (type === 'ExpressionStatement') return { start, end, open: `{if(!__mutant(${id})){`, close: '}}' };
  // `true&&`, or the parser may look for an arrow function in `?(…):(…)`, and stumble over `<!--` in it.
  const choices = alternatives.map(({ id, change }) => `__mutant(${id})?true&&(${changed(text, at, change)}):`);
  return { start, end, open: `(${choices.join('')}true&&(`, close: '))' };
}
