/** The texts of the files that a new repository begins with. */
import { datelineFor } from '../model/dateline-writing.ts';
import { parseCivilDate } from '../text/dates.ts';

/** What the texts depend on. */
export interface FirstTexts {
  /** Front-matter lines of the first draft that answer the vocabulary's required facets. */
  readonly draftTerms: readonly string[];
  /** `YYYY-MM-DD`, the date of the first draft. */
  readonly today: string;
  /** Name and version of this program, for package.json. */
  readonly program: { readonly name: string; readonly version: string };
}

/** Path → text, without the vocabulary and the schemas. */
export function textsOfNewRepository({ today, draftTerms, program }: FirstTexts): [string, string][] {
  return [
    ['press.yaml', settings],
    [`releases/${today.slice(0, 4)}/${today}-first-release.md`, firstDraft(today, draftTerms)],
    ['package.json', manifest(program)],
    ['.github/workflows/press.yml', workflow],
    ['.vscode/settings.json', editorSettings],
    ['.gitignore', 'node_modules/\n.press/\n'],
  ];
}

/** A vocabulary of two facets, to be filled with one's own words. */
export const minimalTaxonomy = `# The controlled vocabulary: the terms that the releases in this repository may use.
# Add your own under «terms»: an id that never changes, and the label that people see.
version: 1
languages: [en]
facets:
  field:
    label: Field of work
    property: fields
    multiple: true
    required: true
    terms:
      general: {label: General}
  source:
    label: Source
    property: source
    multiple: true
    required: true
    judged: author
    terms:
      press-office: {label: Press office}
`;

const settings = `# Newsroom settings. Every key may be left out.

# Who publishes. authority (a host that is yours) and since (a day on which it was) make the lasting identity of
# releases in feeds: set them before the first feed goes out, then leave them.
publisher:
  name: Press office
  # authority: press.example.org
  # since: 2026-01-01

# Where the releases stand on the web. Feeds need it.
# baseUrl: https://press.example.org/

# A release dated 2026-03-01 is public from midnight in this zone on.
timezone: UTC
language: en

# Feeds that are written again and again: press export --feed general -f rss
feeds:
  - {id: general, title: All releases, formats: [rss]}
`;

function firstDraft(today: string, terms: readonly string[]): string {
  const lines = [
    `id: ${today}-first-release`,
    'title: A first release to look at',
    `date: ${today}`,
    'place: Vienna',
    ...terms,
    'lang: en',
    'status: draft',
  ];
  const date = parseCivilDate(today);
  const dateline = date === undefined ? '' : datelineFor({ places: ['Vienna'], date, lang: 'en' });
  const body =
    'This is a draft, so no list, feed or page shows it. Change it, or make one of your own with `press new`. Its status becomes ' +
    '`published` when it goes out.';
  return `---\n${lines.join('\n')}\n---\n${dateline}${body}\n`;
}

function manifest({ name, version }: FirstTexts['program']): string {
  return `${JSON.stringify({ private: true, devDependencies: { [name]: version } }, null, 2)}\n`;
}

// Site builders that read releases/ would publish drafts and embargoed texts: they know nothing of status and embargo.
// A memory that is kept in a build of a branch reaches that branch and what is proposed to it, never the branch that it came from.
const workflow = `# Checks every change to the releases. A site must never be built from releases/ itself, because site
# builders publish drafts and embargoed texts: build it from what «press export» writes.
# From 500 releases on, what was found clean is remembered, by content, and not judged again.
name: Releases
on: [push, pull_request]
permissions: {contents: read}
jobs:
  validate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with: {node-version: 22}
      - run: npm install
      - uses: actions/cache/restore@v4
        with: {path: .press/cache/archive, key: 'press-\${{ github.run_id }}-\${{ github.run_attempt }}', restore-keys: press-}
      - run: npx --no-install press validate --cache content
      - uses: actions/cache/save@v4
        if: always() && hashFiles('.press/cache/archive') != ''
        with: {path: .press/cache/archive, key: 'press-\${{ github.run_id }}-\${{ github.run_attempt }}'}
`;

const editorSettings = `${JSON.stringify(
  {
    'yaml.schemas': {
      './schemas/taxonomy.schema.json': 'taxonomy.yaml',
      './schemas/press.schema.json': 'press.yaml',
    },
  },
  null,
  2,
)}\n`;
