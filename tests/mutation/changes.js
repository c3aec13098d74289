/** What can be changed at one node of a source. A change is a stretch of the text, and what stands there instead. */
import { patternChanges } from './pattern-changes.js';

const OPERATORS = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '+=': ['-='],
  '-=': ['+='],
  '++': ['--'],
  '--': ['++'],
};

/** What stands for a method; nothing where its call goes. */
const METHODS = {
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  toLowerCase: 'toUpperCase',
  toUpperCase: 'toLowerCase',
  filter: '',
  normalize: '',
  padStart: '',
  replace: '',
  replaceAll: '',
  reverse: '',
  slice: '',
  sort: '',
  toWellFormed: '',
  trim: '',
  trimEnd: '',
  trimStart: '',
};

/** The changes at a node; its children have their own. */
export function changesOf(node, parent, text) {
  return [...(changes[node.type]?.(node, text, parent) ?? []), ...changesOfPart(node, parent)];
}

const changes = {
  ArrayExpression: (node) => (node.elements.length > 0 ? [whole(node, '[]')] : []),
  AssignmentExpression: (node, text) => otherOperators(node, text),
  BinaryExpression: (node, text) => otherOperators(node, text),
  BlockStatement: (node) => (node.body.length > 0 ? [whole(node, '{}')] : []),
  CallExpression: methodChanges,
  ChainExpression: (node, text) =>
    Array.from(text.slice(node.start, node.end).matchAll(/\?\.(?=[\w#])/g), ({ index }) => ({
      start: node.start + index,
      end: node.start + index + 2,
      text: '.',
    })),
  ExpressionStatement: (node) => (isRemovable(node) ? [whole(node, ';')] : []),
  Literal: literalChanges,
  LogicalExpression: (node, text) => [
    ...otherOperators(node, text),
    { start: node.left.end, end: node.end, text: '' },
    { start: node.start, end: node.right.start, text: '' },
  ],
  ObjectExpression: (node) => (node.properties.length > 0 ? [whole(node, '{}')] : []),
  TemplateLiteral: (node, _, parent) => (parent.type === 'TaggedTemplateExpression' ? [] : [whole(node, "''")]),
  UnaryExpression: (node) => (/[!-]/.test(node.operator) ? [{ start: node.start, end: node.start + 1, text: '' }] : []),
  UpdateExpression: ({ operator, prefix, ...node }) => {
    const start = prefix ? node.start : node.end - 2;
    return OPERATORS[operator].map((other) => ({ start, end: start + 2, text: other }));
  },
};

/** What a node is to the one around it decides as well: a condition holds always or never, a value is none. */
function changesOfPart(node, parent) {
  const isCondition = parent.test === node && parent.type !== 'SwitchCase' && !isTruth(node);
  const isLoop = /^(?:While|For)Statement$/.test(parent.type);
  if (isCondition) return (isLoop ? ['false'] : ['true', 'false']).map((truth) => whole(node, truth));
  const isValue = parent.type === 'ArrowFunctionExpression' && parent.expression && parent.body === node;
  return isValue && !node.type.endsWith('Literal') ? [whole(node, 'undefined')] : [];
}

function otherOperators({ operator, left, right }, text) {
  if (/^\+=?$/.test(operator) && [left, right].some(isText)) return [];
  const start = left.end + text.slice(left.end, right.start).indexOf(operator);
  return (OPERATORS[operator] ?? []).map((other) => ({ start, end: start + operator.length, text: other }));
}

function methodChanges({ callee, end }) {
  const { object, property } = callee;
  if (callee.type !== 'MemberExpression' || !Object.hasOwn(METHODS, property.name ?? '')) return [];
  const other = METHODS[property.name];
  return [other === '' ? { start: object.end, end, text: '' } : whole(property, other)];
}

function literalChanges(node) {
  if (node.regex !== undefined) return patternChanges(node);
  if (typeof node.value === 'boolean') return [whole(node, String(!node.value))];
  return typeof node.value === 'string' ? [whole(node, node.value === '' ? "'?'" : "''")] : [];
}

function whole({ start, end }, text) {
  return { start, end, text };
}

function isRemovable({ directive, expression }) {
  // What is made once and kept (`??=`) is not made again in place.
  return (directive ?? null) === null && expression.callee?.type !== 'Super' && expression.operator !== '??=';
}

function isTruth({ value }) {
  return typeof value === 'boolean';
}

function isText({ type, value }) {
  return type === 'TemplateLiteral' || typeof value === 'string';
}
