/** taxonomy.yaml and press.yaml in every state in which nothing may run, and never «everything passes». */
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { settings, taxonomy, type Content } from './newsroom.ts';
import { judgeRefusals, type Refusal } from './refusals.ts';

const words = (content: Content | undefined): Pick<Refusal, 'files'> => ({ files: { 'taxonomy.yaml': content } });
const terms = (yaml: string): Pick<Refusal, 'files'> =>
  words(
    `version: 1\nlanguages: [en]\nfacets:\n  field:\n    label: Field\n    property: fields\n    multiple: true\n    terms:\n${yaml}`,
  );
const facet = (name: string, property: string): Pick<Refusal, 'files'> =>
  words(`${taxonomy}  ${name}:\n    label: Other\n    property: ${property}\n    terms: {a: {label: A}}\n`);
const house = (content: Content): Pick<Refusal, 'files'> => ({ files: { 'press.yaml': content } });
const set = (line: string): Pick<Refusal, 'files'> => house(`${settings}${line}\n`);
const feed = (yaml: string): Pick<Refusal, 'files'> =>
  house(`baseUrl: https://press.example.org/\nfeeds:\n  - ${yaml}\n`);

const manyTerms = (count: number): string =>
  Array.from({ length: count }, (_, i) => `      t${i}: {label: "Term ${i}"}\n`).join('');
const chain = (levels: number): string =>
  Array.from({ length: levels }, (_, i) => {
    const indent = ' '.repeat(6 + 4 * i);
    return `${indent}l${i}:\n${indent}  label: L${i}\n${i === levels - 1 ? '' : `${indent}  narrower:\n`}`;
  }).join('');

const objectNames = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'isPrototypeOf',
  '__defineGetter__',
];

judgeRefusals({
  kind: 'taxonomy.yaml',
  command: ['validate', '--no-cache'],
  cases: [
    { name: 'honest', ...words(taxonomy) },
    { name: 'is missing', ...words(undefined), says: /taxonomy\.yaml|repository/, status: 2 },
    { name: 'is empty', ...words(''), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is one line break', ...words('\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is a remark', ...words('# nothing\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is null', ...words('null\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is a tilde', ...words('~\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is a pair of braces', ...words('{}\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is a list', ...words('- a\n- b\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is a word', ...words('hello\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is a number', ...words('42\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is JSON that is cut off', ...words('{"version": 1, "facets"'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'is a web page', ...words('<!doctype html><title>x</title>'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'has two documents', ...words(`${taxonomy}---\n${taxonomy}`), says: /taxonomy\.yaml:\d+/, status: 2 },
    {
      name: 'is UTF-16',
      ...words(Buffer.from(`\uFEFF${taxonomy}`, 'utf16le')),
      says: /taxonomy\.yaml:1.*UTF-16/,
      status: 2,
    },
    {
      name: 'is Latin-1',
      ...words(Buffer.from(taxonomy.replace('Austria}', 'Österreich}'), 'latin1')),
      says: /taxonomy\.yaml:18/,
      status: 2,
    },
    { name: 'has a NUL', ...words(taxonomy.replace('Austria}', 'Aus\0tria}')), says: /taxonomy\.yaml:18/, status: 2 },
    {
      name: 'has an escaped bell in a label',
      ...words(taxonomy.replace('Austria}', '"Aus\\atria"}')),
      says: /taxonomy\.yaml:18/,
      status: 2,
    },
    {
      name: 'has half a character in a label',
      ...words(taxonomy.replace('Austria}', '"Aus\\ud800tria"}')),
      says: /taxonomy\.yaml:18/,
      status: 2,
    },
    {
      name: 'has an override of direction in a label',
      ...words(taxonomy.replace('Austria}', '"Aus\u202Etria"}')),
      says: /taxonomy\.yaml:18/,
      status: 2,
    },
    {
      name: 'has an escape code in a label',
      ...words(taxonomy.replace('Austria}', '"\\e[2JAustria"}')),
      says: /taxonomy\.yaml:18/,
      status: 2,
    },
    {
      name: 'has facets: null',
      ...words('version: 1\nlanguages: [en]\nfacets:\n'),
      says: /taxonomy\.yaml:3/,
      status: 2,
    },
    {
      name: 'has facets as a list',
      ...words('version: 1\nlanguages: [en]\nfacets: [a]\n'),
      says: /taxonomy\.yaml:3/,
      status: 2,
    },
    { name: 'has no facets', ...words('version: 1\nlanguages: [en]\n'), says: /taxonomy\.yaml:1/, status: 2 },
    { name: 'has no version', ...words(taxonomy.replace('version: 1\n', '')), says: /taxonomy\.yaml:1/, status: 2 },
    {
      name: 'has version 2',
      ...words(taxonomy.replace('version: 1', 'version: 2')),
      says: /taxonomy\.yaml:1/,
      status: 2,
    },
    {
      name: 'has terms as a list',
      ...words(taxonomy.replace(/terms:\n {6}azerbaijan.*\n.*\n/, 'terms: [azerbaijan]\n')),
      says: /taxonomy\.yaml:16/,
      status: 2,
    },
    {
      name: 'has terms: null',
      ...words(taxonomy.replace(/terms:\n {6}azerbaijan.*\n.*\n/, 'terms:\n')),
      says: /taxonomy\.yaml:1\d/,
      status: 2,
    },
    { name: 'has a term of null', ...terms('      a:\n'), says: /taxonomy\.yaml:9/, status: 2 },
    { name: 'has a term without a label', ...terms('      a: {}\n'), says: /taxonomy\.yaml:9/, status: 2 },
    { name: 'has a term with an empty label', ...terms('      a: {label: ""}\n'), says: /taxonomy\.yaml:9/, status: 2 },
    { name: 'has a label of two lines', ...terms('      a: {label: "x\\ny"}\n'), says: /taxonomy\.yaml:9/, status: 2 },
    { name: 'has an unknown key in a term', ...terms('      a: {lable: A}\n'), says: /taxonomy\.yaml:9/, status: 2 },
    { name: 'has an id in capitals', ...terms('      A: {label: A}\n'), says: /taxonomy\.yaml:9/, status: 2 },
    { name: 'has an id with a slash', ...terms('      a/b: {label: A}\n'), says: /taxonomy\.yaml:9/, status: 2 },
    { name: 'has an id that leads upwards', ...terms('      ..: {label: A}\n'), says: /taxonomy\.yaml:9/, status: 2 },
    { name: 'honest: an id of a number', ...terms('      1: {label: A}\n'), command: ['taxonomy', 'list'] },
    {
      name: 'has an id twice',
      ...terms('      a: {label: A}\n      a: {label: B}\n'),
      says: /taxonomy\.yaml:10/,
      status: 2,
    },
    {
      name: 'has an id twice under two headings',
      ...terms('      a: {label: A, narrower: {c: {label: C}}}\n      b: {label: B, narrower: {c: {label: D}}}\n'),
      says: /taxonomy\.yaml:10/,
      status: 2,
    },
    {
      name: 'has an id under itself',
      ...terms('      a: {label: A, narrower: {a: {label: A}}}\n'),
      says: /taxonomy\.yaml:9/,
      status: 2,
    },
    {
      name: 'has month 13',
      ...terms('      a: {label: A, active: {from: 2009-13}}\n'),
      says: /taxonomy\.yaml:9/,
      status: 2,
    },
    {
      name: 'has 30 February',
      ...terms('      a: {label: A, active: {until: 2009-02-30}}\n'),
      says: /taxonomy\.yaml:9/,
      status: 2,
    },
    {
      name: 'has an anchor and an alias',
      ...words(taxonomy.replace('{label: Austria}', '&a {label: Austria}\n      b: *a')),
      says: /taxonomy\.yaml:1[89]/,
      status: 2,
    },
    {
      name: 'has a merge key',
      ...words(taxonomy.replace('{label: Austria}', '{<<: {label: Austria}}')),
      says: /taxonomy\.yaml:18/,
      status: 2,
    },
    {
      name: 'has a tag of JavaScript',
      ...words(taxonomy.replace('{label: Austria}', '!!js/function "x"')),
      says: /taxonomy\.yaml:18/,
      status: 2,
    },
    { name: 'is indented with tabs', ...words(taxonomy.replaceAll('  ', '\t')), says: /taxonomy\.yaml:4/, status: 2 },
    { name: 'has terms nested 60 deep', ...terms(chain(60)), says: /taxonomy\.yaml:\d+.*deep/, status: 2 },
    {
      name: 'has brackets nested 100,000 deep',
      isAlone: true,
      ...words(`a: ${'['.repeat(100_000)}`),
      says: /taxonomy\.yaml:1.*deep/,
      status: 2,
    },
    {
      name: 'has 20,000 keys in a row',
      isAlone: true,
      ...words('a: '.repeat(20_000)),
      says: /taxonomy\.yaml:1/,
      status: 2,
    },
    {
      name: 'has 100,000 quotes',
      isAlone: true,
      ...words(`a: ${'"'.repeat(100_001)}`),
      says: /taxonomy\.yaml:1/,
      status: 2,
    },
    {
      name: 'has a label of 900,000 characters',
      isAlone: true,
      ...terms(`      a: {label: ${'x'.repeat(900_000)}}\n`),
      says: /taxonomy\.yaml:9/,
      status: 2,
    },
    {
      name: 'has a byte more than a MiB',
      ...words(taxonomy + '#'.repeat(1024 * 1024 + 1 - taxonomy.length)),
      says: /taxonomy\.yaml.*(?:MiB|limit)/,
      status: 2,
    },
    {
      name: 'has 100 MB of nothing',
      isAlone: true,
      prepare: (folder) => truncateSync(join(folder, 'taxonomy.yaml'), 100_000_000),
      says: /taxonomy\.yaml.*(?:MiB|limit)/,
      status: 2,
    },
    {
      name: 'is a folder',
      ...words(undefined),
      prepare: (folder) => mkdirSync(join(folder, 'taxonomy.yaml')),
      says: /taxonomy\.yaml|repository/,
      status: 2,
    },
    {
      name: 'is a link',
      ...words(undefined),
      prepare: (folder) => symlinkSync('press.yaml', join(folder, 'taxonomy.yaml')),
      says: /taxonomy\.yaml.*link/,
      status: 2,
    },
    {
      name: 'is a link to a device',
      isAlone: true,
      ...words(undefined),
      prepare: (folder) => symlinkSync('/dev/zero', join(folder, 'taxonomy.yaml')),
      says: /taxonomy\.yaml|repository/,
      status: 2,
    },
    ...objectNames.slice(0, 3).map((name): Refusal => ({
      name: `has ${name} as a term`,
      ...terms(`      ${name}: {label: A}\n`),
      says: /taxonomy\.yaml:9/,
      status: 2,
    })),
    ...[
      '__proto__',
      'constructor',
      'to-string',
      'help',
      'output',
      'date',
      'where',
      'from',
      'limit',
      'repo',
      'status',
      'text',
      'not',
      'and',
      'x_y',
      'X',
      '9a',
      '-a',
      '""',
    ]
      .slice(0, 17)
      .map((name): Refusal =>
        name === 'to-string'
          ? { name: 'honest: a facet to-string', ...facet(name, 'x') }
          : { name: `has ${name} as a facet`, ...facet(name, 'others'), says: /taxonomy\.yaml:19/, status: 2 },
      ),
    ...[
      '__proto__',
      'constructor',
      'embargo',
      'status',
      'id',
      'title',
      'date',
      'fields',
      '"a b"',
      '""',
      'Embargo',
      'embargo_until',
      'statuss',
      'public',
      'path',
      'draft',
    ].map((name): Refusal => ({
      name: `has ${name} as the key of a facet`,
      ...facet('other', name),
      says: /taxonomy\.yaml:2\d/,
      status: 2,
    })),
    {
      name: 'honest: 5,000 terms',
      isAlone: true,
      ...words(taxonomy.replace('      elections:', `${manyTerms(5000)}      elections:`)),
    },
    {
      name: 'honest: terms nested six deep',
      ...words(taxonomy.replace('      elections:', `${chain(6)}      elections:`)),
    },
    { name: 'honest: a byte-order mark', ...words(`\uFEFF${taxonomy}`) },
    { name: 'honest: lines of Windows', ...words(taxonomy.replaceAll('\n', '\r\n')) },
    { name: 'honest: no final line break', ...words(taxonomy.trimEnd()) },
    { name: 'honest: Arabic labels', ...words(taxonomy.replace('label: Austria', 'label: النمسا')) },
    {
      name: 'honest: toString as a label and an alias',
      ...words(taxonomy.replace('label: Austria', 'label: toString, aliases: [__proto__, constructor, valueOf]')),
    },
  ],
});

judgeRefusals({
  kind: 'the vocabulary',
  command: ['taxonomy', 'check'],
  cases: [
    { name: 'honest', ...words(taxonomy) },
    {
      name: 'a term that relates to itself',
      ...terms('      a: {label: A, related: [a]}\n'),
      says: /taxonomy\.yaml|self-reference/,
      status: 1,
    },
    {
      name: 'a term that replaces itself',
      ...terms('      a: {label: A, deprecated: true, replacedBy: [a]}\n'),
      says: /self-reference|circle|succession/,
      status: 1,
    },
    {
      name: 'a circle of successors',
      ...terms(
        '      a: {label: A, deprecated: true, replacedBy: [b]}\n      b: {label: B, deprecated: true, replacedBy: [a]}\n',
      ),
      says: /succession-cycle/,
      status: 1,
    },
    {
      name: 'a circle of members',
      ...terms('      a: {label: A, memberOf: [{term: b}]}\n      b: {label: B, memberOf: [{term: a}]}\n'),
      says: /hierarchy-cycle/,
      status: 1,
    },
    {
      name: 'a circle of a thousand',
      isAlone: true,
      ...terms(
        Array.from(
          { length: 1000 },
          (_, i) => `      t${i}: {label: "T ${i}", memberOf: [{term: t${(i + 1) % 1000}}]}\n`,
        ).join(''),
      ),
      says: /hierarchy-cycle/,
      status: 1,
    },
    {
      name: 'a reference to nothing',
      ...terms('      a: {label: A, related: [zzz]}\n'),
      says: /unknown-reference/,
      status: 1,
    },
    {
      name: 'a reference to __proto__',
      ...terms('      a: {label: A, related: [__proto__]}\n'),
      says: /unknown-reference|taxonomy\.yaml:9/,
    },
    {
      name: 'a period that ends before it begins',
      ...terms('      a: {label: A, active: {from: 2010, until: 2009}}\n'),
      says: /period-reversed/,
      status: 1,
    },
    {
      name: 'two terms of one label',
      ...terms('      a: {label: A}\n      b: {label: A}\n'),
      says: /label-clash/,
      status: 1,
    },
    {
      name: 'the circle kept out of a selection',
      ...terms(
        '      elections: {label: Elections, memberOf: [{term: b}]}\n      b: {label: B, memberOf: [{term: elections}]}\n',
      ),
      command: ['list', '--field', 'b'],
      says: /honest/,
      status: 0,
    },
    {
      name: 'a deep circle of successors in a selection',
      isAlone: true,
      ...terms(
        Array.from(
          { length: 2000 },
          (_, i) => `      t${i}: {label: "T ${i}", deprecated: true, replacedBy: [t${(i + 1) % 2000}]}\n`,
        ).join(''),
      ),
      command: ['list', '--field', 't5'],
      status: 0,
    },
  ],
});

judgeRefusals({
  kind: 'press.yaml',
  command: ['list'],
  cases: [
    { name: 'honest', ...house(settings) },
    { name: 'honest: missing', files: { 'press.yaml': undefined } },
    { name: 'is a list', ...house('- a\n'), says: /press\.yaml:1/, status: 2 },
    { name: 'is a word', ...house('hello\n'), says: /press\.yaml:1/, status: 2 },
    { name: 'is JavaScript', ...house('module.exports = { a: 1 };\n'), says: /press\.yaml:1/, status: 2 },
    { name: 'has an unknown key', ...set('colour: red'), says: /press\.yaml:6/, status: 2 },
    { name: 'has a key twice', ...set('timezone: UTC'), says: /press\.yaml:6/, status: 2 },
    { name: 'has __proto__', ...set('__proto__: {timezone: UTC}'), says: /press\.yaml:6/, status: 2 },
    { name: 'has constructor', ...set('constructor: x'), says: /press\.yaml:6/, status: 2 },
    { name: 'has toString', ...set('toString: x'), says: /press\.yaml:6/, status: 2 },
    { name: 'has __proto__ as a rule', ...set('rules: {__proto__: off}'), says: /press\.yaml:6/, status: 2 },
    { name: 'has constructor as a rule', ...set('rules: {constructor: off}'), says: /press\.yaml:6/, status: 2 },
    {
      name: 'has an unknown rule',
      ...set('rules: {hyype: off}'),
      command: ['validate'],
      says: /press\.yaml:6|hyype/,
      status: 2,
    },
    { name: 'has an unknown level', ...set('rules: {hype: toString}'), says: /press\.yaml:6/, status: 2 },
    { name: 'has rules as a list', ...set('rules: [hype]'), says: /press\.yaml:6/, status: 2 },
    { name: 'has an unknown zone', ...house('timezone: Mars/Phobos\n'), says: /press\.yaml:1/, status: 2 },
    {
      name: 'has a zone that is a path',
      ...house('timezone: ../../etc/localtime\n'),
      says: /press\.yaml:1/,
      status: 2,
    },
    { name: 'has a zone of an Object', ...house('timezone: constructor\n'), says: /press\.yaml:1/, status: 2 },
    { name: 'has an offset for a zone', ...house('timezone: "+01:00"\n'), says: /press\.yaml:1/, status: 2 },
    { name: 'has releases elsewhere', ...set('releases: ../other'), says: /press\.yaml:6/, status: 2 },
    { name: 'has releases at the root of the disk', ...set('releases: /etc'), says: /press\.yaml:6/, status: 2 },
    { name: 'has releases in itself', ...set('releases: .'), says: /press\.yaml:6|«\.»/, status: 2 },
    { name: 'has releases in .press', ...set('releases: .press'), says: /press/, status: 2 },
    { name: 'has releases in .git', ...set('releases: .git/x'), says: /press\.yaml:6/, status: 2 },
    { name: 'has releases in schemas', ...set('releases: schemas'), says: /press\.yaml:6/, status: 2 },
    { name: 'has releases that are empty', ...set('releases: ""'), says: /press\.yaml:6/, status: 2 },
    { name: 'has releases of a number', ...set('releases: 5'), status: 0 },
    { name: 'has a javascript: address', ...house('baseUrl: javascript:alert(1)\n'), says: /press\.yaml:1/, status: 2 },
    { name: 'has a file: address', ...house('baseUrl: file:///etc/\n'), says: /press\.yaml:1/, status: 2 },
    {
      name: 'has an address with a password',
      ...house('baseUrl: https://a:b@example.org/\n'),
      says: /press\.yaml:1/,
      status: 2,
    },
    {
      name: 'has an address with a line break',
      ...house('baseUrl: "https://example.org/\\nx"\n'),
      says: /press\.yaml:1/,
      status: 2,
    },
    {
      name: 'has an address of quotes',
      ...house('baseUrl: "https://example.org/\\"><script>"\n'),
      says: /press\.yaml:1/,
      status: 2,
    },
    {
      name: 'has a permalink that leads upwards',
      ...house('permalink: /../../:slug/\n'),
      says: /press\.yaml:1/,
      status: 2,
    },
    { name: 'has a feed without an id', ...feed('{title: A, formats: [rss]}'), says: /press\.yaml:3/, status: 2 },
    {
      name: 'has a feed id that leads upwards',
      ...feed('{id: ../x, title: A, formats: [rss]}'),
      says: /press\.yaml:3/,
      status: 2,
    },
    {
      name: 'has a feed id of a device',
      ...feed('{id: con, title: A, formats: [rss]}'),
      command: ['export', '--all-feeds', '-o', 'out'],
      says: /con/,
      status: 2,
    },
    {
      name: 'has a feed id of __proto__',
      ...feed('{id: __proto__, title: A, formats: [rss]}'),
      says: /press\.yaml:3/,
      status: 2,
    },
    {
      name: 'honest: a feed id of constructor',
      ...feed('{id: constructor, title: A, formats: [rss]}'),
      command: ['export', '--feed', 'constructor', '-f', 'rss'],
    },
    {
      name: 'asks for a feed that an Object has',
      ...house(settings),
      command: ['export', '--feed', 'constructor', '-f', 'rss'],
      says: /constructor/,
      status: 2,
    },
    {
      name: 'asks for a feed of __proto__',
      ...house(settings),
      command: ['export', '--feed', '__proto__', '-f', 'rss'],
      says: /__proto__/,
      status: 2,
    },
    {
      name: 'has a feed twice',
      ...feed('{id: a, title: A, formats: [rss]}\n  - {id: a, title: B, formats: [rss]}'),
      command: ['export', '--all-feeds', '-o', 'out'],
      says: /«?a»?/,
      status: 2,
    },
    {
      name: 'has an unknown format',
      ...feed('{id: a, title: A, formats: [toString]}'),
      says: /press\.yaml:3/,
      status: 2,
    },
    {
      name: 'has a query that is broken',
      ...feed('{id: a, title: A, formats: [rss], where: "((("}'),
      command: ['export', '--feed', 'a', '-f', 'rss'],
      says: /\(\(\(|where|closing|bracket/i,
      status: 2,
    },
    {
      name: 'has a query of a MiB',
      ...feed(`{id: a, title: A, formats: [rss], where: "${'(a OR '.repeat(1000)}"}`),
      says: /press\.yaml:3|long/,
      status: 2,
      command: ['export', '--feed', 'a', '-f', 'rss'],
    },
    {
      name: 'has a code list elsewhere',
      ...set('codeLists: {iso3166: ../../../etc/passwd}'),
      command: ['taxonomy', 'check'],
      says: /press\.yaml:6|passwd/,
      status: 2,
    },
    {
      name: 'has a code list on the web',
      ...set('codeLists: {iso3166: "https://example.org/x"}'),
      command: ['taxonomy', 'check'],
      says: /press\.yaml:6|https/,
      status: 2,
    },
    { name: 'is UTF-16', ...house(Buffer.from(settings, 'utf16le')), says: /press\.yaml:1/, status: 2 },
    {
      name: 'has more than a MiB',
      ...house(`${settings}#${'x'.repeat(1024 * 1024)}`),
      says: /press\.yaml.*(?:MiB|limit)/,
      status: 2,
    },
    { name: 'is a folder', files: { 'press.yaml': undefined, 'press.yaml/x': '' }, says: /press\.yaml/, status: 2 },
    {
      name: 'is a link',
      files: { 'press.yaml': undefined },
      prepare: (folder) => symlinkSync('/etc/passwd', join(folder, 'press.yaml')),
      says: /press\.yaml/,
      status: 2,
    },
    {
      name: 'is nested 10,000 deep',
      isAlone: true,
      ...house(`a: ${'{a: '.repeat(10_000)}`),
      says: /press\.yaml:1/,
      status: 2,
    },
  ],
});
