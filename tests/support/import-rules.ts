/** Which way imports may point. tests/architecture.test.ts runs these, and a broken one says its sentence. */
interface ImportRule {
  readonly name: string;
  readonly comment: string;
  readonly severity: 'error';
  readonly from: object;
  readonly to: object;
}

const folders = [
  'model',
  'text',
  'rules',
  'vocabulary-rules',
  'formats',
  'vocabulary-formats',
  'reporters',
  'reports',
  'site',
  'importers',
  'operations',
  'repository',
  'cli',
];
const outside = (...allowed: readonly string[]): string => `^src/(?!(?:${allowed.join('|')})/)`;

/** A folder and the folders of ours that it may import. */
const mayImport = (folder: string, allowed: readonly string[], comment: string): ImportRule => ({
  name: `${folder}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: outside(folder, ...allowed) },
});

/** A package that only some files may import. */
const onlyFrom = (packageName: string, files: string, comment: string): ImportRule => ({
  name: `${packageName.replace(/\W+/g, '-')}-only`,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: files },
  to: { path: `node_modules/${packageName}/` },
});

const forbidden: readonly ImportRule[] = [
  {
    name: 'no-circles',
    comment: 'Two files that import each other cannot be understood one at a time.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-drawers',
    comment: 'Give it the name of what it does: a drawer collects.',
    severity: 'error',
    from: {},
    to: { path: '^src/.*(?:utils|helpers|common)' },
  },
  {
    name: 'known-folders',
    comment: `src/ has the folders ${folders.join(', ')}.`,
    severity: 'error',
    from: { path: `^src/(?!(?:${folders.join('|')})/)` },
    to: {},
  },
  mayImport('text', [], 'text/ knows text and nothing of ours.'),
  mayImport('model', ['text'], 'The model stands below everything: it may use text/ only.'),
  ...[
    'rules',
    'vocabulary-rules',
    'formats',
    'vocabulary-formats',
    'reporters',
    'reports',
    'site',
    'importers',
    'operations',
    'repository',
  ].map((folder) =>
    mayImport(
      folder,
      ['model', 'text'],
      `${folder}/ speaks the language of model/; what it needs of others is handed to it.`,
    ),
  ),
  {
    name: 'pure-core',
    comment:
      'model/, text/, rules/, vocabulary-rules/, formats/, vocabulary-formats/, reporters/, importers/ and operations/ do no input or output: it comes in through a port.',
    severity: 'error',
    from: {
      path: '^src/(?:model|text|rules|vocabulary-rules|formats|vocabulary-formats|reporters|reports|site|importers|operations)/',
    },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no-packages-in-verbs',
    comment: 'Verbs need nouns, not packages.',
    severity: 'error',
    from: { path: '^src/(?:model|operations|rules|vocabulary-rules)/' },
    to: { path: 'node_modules' },
  },
  {
    name: 'rules-alone',
    comment: 'No rule imports a rule: what two need belongs to model/.',
    severity: 'error',
    from: { path: '^src/rules/(?!index)' },
    to: { path: '^src/rules/' },
  },
  {
    name: 'vocabulary-rules-alone',
    comment: 'No rule about the vocabulary imports another: what two need belongs to model/.',
    severity: 'error',
    from: { path: '^src/vocabulary-rules/(?!index)' },
    to: { path: '^src/vocabulary-rules/' },
  },
  {
    name: 'formats-alone',
    comment: 'No format imports a format: what two need is in formats/rendering/.',
    severity: 'error',
    from: { path: '^src/formats/', pathNot: '^src/formats/index' },
    to: { path: '^src/formats/[^/]+\\.ts$' },
  },
  {
    name: 'vocabulary-formats-alone',
    comment: 'No format of a vocabulary imports another: what two need is in skos/ or beside it.',
    severity: 'error',
    from: { path: '^src/vocabulary-formats/', pathNot: '^src/vocabulary-formats/index' },
    to: { path: '^src/vocabulary-formats/(?:turtle|jsonld|csv)\\.ts$' },
  },
  {
    name: 'reporters-alone',
    comment: 'No reporter imports a reporter.',
    severity: 'error',
    from: { path: '^src/reporters/(?!index)' },
    to: { path: '^src/reporters/[^/]+\\.ts$' },
  },
  {
    name: 'repository-through-compose',
    comment: 'Only cli/compose.ts knows the real world; commands get it as their environment.',
    severity: 'error',
    from: { path: '^src/cli/', pathNot: '^src/cli/compose\\.ts$' },
    to: { path: '^src/repository/' },
  },
  onlyFrom('commander', '^src/cli/program\\.ts$', 'commander is the command line, and that is cli/program.ts.'),
  onlyFrom('inquirer', '^src/cli/terminal/prompts\\.ts$', 'Questions are asked in cli/terminal/prompts.ts.'),
  onlyFrom(
    '@inquirer/core',
    '^src/cli/terminal/(?:prompts|term-picker)\\.ts$',
    'Questions are asked in cli/terminal/.',
  ),
  onlyFrom('chalk', '^src/cli/terminal/paint\\.ts$', 'Colour has a meaning first: paint.bad, paint.path.'),
  onlyFrom(
    'markdown-it',
    '^src/formats/rendering/markdown/',
    'Markdown becomes HTML in one place, where links are filtered.',
  ),
  onlyFrom(
    'fflate',
    '^src/formats/rendering/tables/zip-archive\\.ts$',
    'Workbooks are packed in one place, always to the same bytes.',
  ),
  onlyFrom('n3', '^src/vocabulary-formats/rdf/turtle-triples\\.ts$', 'Turtle is read in one place.'),
  onlyFrom(
    'gray-matter',
    '^src/repository/lazy-packages\\.ts$',
    'gray-matter is called in one function, behind our own fences.',
  ),
  onlyFrom('yaml', '^src/repository/', 'YAML is read and written in repository/.'),
  onlyFrom('ajv(?:-formats)?', '^src/repository/', 'Schemas are compiled in repository/.'),
  onlyFrom('any-ascii', '^src/text/slug\\.ts$', 'It is half a megabyte: only making a slug needs it.'),
];

export const importRules = {
  forbidden,
  options: { doNotFollow: { path: 'node_modules' }, tsPreCompilationDeps: true, parser: 'swc' },
};
