/** Hugo and Jekyll, where they are installed, build a site of the Markdown folder; what they understood must be what was meant. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { markdown } from '../../src/formats/markdown.ts';
import { shownTitle, visibleLine } from '../../src/formats/rendering/pages/shown-title.ts';
import { instantOf } from '../../src/model/embargo.ts';
import { editionOf, hostileEdition, publicRelease, referenceEdition } from '../support/editions.ts';
import { elementsOf, textsOf } from '../support/html-reading.ts';
import { joined } from '../support/written.ts';

const root = mkdtempSync(join(tmpdir(), 'press-builders-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const templates = publicRelease(
  {
    id: 'templates',
    title: '{{ site.title }} {% raw %} {{< x >}} <b>bold</b> &amp; | *stars* # NO: [x](y)',
    date: '2010-12-30',
    summary: '12:30',
    place: 'NO',
    fields: ['elections', 'law-and-order'],
    updated: '2011-01-02',
    aliases: ['/old/templates/', 'https://elsewhere.example/x', '/../../etc/'],
  },
  [
    'Text {{ site.title }} {% include x %} {{< figure >}} {: .red} a | b $$x$$ <i>raw</i> &lt;',
    ': no definition',
    '',
    '# Heading {#id}',
    '',
    '`{{ code }}` and `{% raw %}`, note[^1].',
    '',
    '```\n{{< youtube x >}}\n{% endraw %}\n```',
    '',
    '| A | B |\n|---|---|\n| c\\|d | {{ e }} |',
    '',
    '[^1]: {{ f }}',
  ].join('\n'),
);
const releases = [templates, ...referenceEdition.releases, ...hostileEdition.releases];
const edition = editionOf(releases);

const labels = new Map([
  ['elections', 'Elections'],
  ['education', 'Education'],
  ['law-and-order', 'Law; order & justice'],
]);

/** What a builder makes of the front matter of a page. */
interface Understood {
  readonly title: string;
  readonly date: string;
  readonly lastmod: string | null;
  readonly description: string;
  readonly fields: readonly string[];
  readonly lang: string;
}

const seconds = (moment: string): number => Date.parse(moment) / 1000;

/** What was meant, by address. Days begin in the newsroom's zone. */
const meant = releases.map((release) => ({
  address: release.permalink,
  title: shownTitle(release),
  seconds: release.date === undefined ? 0 : instantOf(release.date, 'Europe/Vienna').epochMilliseconds / 1000,
  description: visibleLine(release.summary ?? ''),
  fields: (release.terms.get('fields') ?? []).map((id) => visibleLine(labels.get(id) ?? id)),
}));

function write(file: string, content: string | Buffer): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function fill(folder: string): void {
  for (const { name, chunks } of markdown.folder?.files(edition, 'releases') ?? [])
    write(join(folder, name), joined(chunks));
}

/** Facts and text of the page at an address. */
function builtPage(folder: string, address: string): { facts: Understood; page: string } {
  const path = [address, decodeURIComponent(address)]
    .map((each) => join(folder, each, 'index.html'))
    .find((file) => existsSync(file));
  const page = readFileSync(path ?? `${folder}: no page at ${address}`, 'utf8');
  return { facts: JSON.parse(textsOf(page, 'textarea')[0] ?? '') as Understood, page };
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['version'], { stdio: 'ignore' }).error === undefined;
}

function buildWithHugo(site: string, program: string): string {
  fill(join(site, 'content'));
  write(
    join(site, 'config.toml'),
    [
      'baseURL = "https://press.example.org/"',
      'timeZone = "Europe/Vienna"',
      'disableKinds = ["RSS", "sitemap", "taxonomy", "term", "home", "section", "404"]',
      'taxonomies = {field = "fields"}',
      'markup = {goldmark = {extensions = {typographer = false}}}',
    ].join('\n'),
  );
  write(
    join(site, 'layouts/_default/single.html'),
    '<textarea>{{ dict "title" .Title "date" (.Date.Format "2006-01-02T15:04:05Z07:00") "description" .Description ' +
      '"lastmod" (.Lastmod.Format "2006-01-02T15:04:05Z07:00") "fields" .Params.fields "lang" .Params.lang | jsonify }}' +
      '</textarea><main>{{ .Content }}</main>',
  );
  execFileSync(program, ['--source', site, '--cacheDir', join(site, 'cache'), '--quiet'], { stdio: 'pipe' });
  return join(site, 'public');
}

function buildWithJekyll(site: string, program: string): string {
  fill(join(site, '_posts'));
  write(
    join(site, '_config.yml'),
    'timezone: Europe/Vienna\nkramdown: {smart_quotes: "apos,apos,quot,quot"}\ndefaults: [{scope: {path: ""}, values: {layout: out}}]\n',
  );
  const fact = (name: string, value: string): string => `"${name}": {{ ${value} | jsonify | escape }}`;
  const facts = [
    fact('title', 'page.title'),
    fact('date', 'page.date | date_to_xmlschema'),
    fact('description', 'page.description'),
    fact('lastmod', 'page.last_modified_at | date_to_xmlschema'),
    fact('fields', 'page.fields'),
    fact('lang', 'page.lang'),
  ];
  write(
    join(site, '_layouts/out.html'),
    `<textarea>{${facts.join(', ')}}</textarea><main>{{ content }}</main>`.replaceAll('"', '&quot;'),
  );
  execFileSync(program, ['build', '--quiet', '--source', site, '--destination', join(site, 'out')], { stdio: 'pipe' });
  return join(site, 'out');
}

const builders = [
  ['hugo', buildWithHugo],
  ['jekyll', buildWithJekyll],
] as const;

describe.each(
  builders.map(([program, build]) => {
    const isThere = isInstalled(program);
    const name = isThere ? program : `${program} (not installed here, so nothing is judged)`;
    return { name, program, build, isThere };
  }),
)('a site built with $name', ({ program, build, isThere }) => {
  const folder = isThere ? build(join(root, program), program) : '';

  it.skipIf(!isThere)('has every release at its address, with title, date and terms as they were meant', () => {
    const understood = meant.map(({ address }) => {
      const { title, date, description, fields } = builtPage(folder, address).facts;
      return { address, title, seconds: seconds(date), description: description ?? '', fields };
    });
    expect(understood).toEqual(meant);
  });

  it.skipIf(!isThere)('knows when a release was changed, and in which language it is', () => {
    const { facts } = builtPage(folder, '/ru/2023/lessons/');
    expect([seconds(facts.lastmod ?? ''), facts.lang]).toEqual([seconds('2023-05-21T10:00:00+02:00'), 'ru']);
  });

  it.skipIf(!isThere)('shows instructions as text, in words and in code', () => {
    const [text = ''] = textsOf(builtPage(folder, '/2010/templates/').page, 'main');
    const words = text.replaceAll('\u200B', '');
    for (const seen of [
      'Text {{ site.title }} {% include x %} {{< figure >}} {: .red} a | b $$x$$ <i>raw</i> <',
      ': no definition',
      'Heading {#id}',
      '{{ code }} and {% raw %}, note',
      '{{< youtube x >}}\n{% endraw %}',
      'c|d',
      '{{ e }}',
      '{{ f }}',
    ])
      expect(words).toContain(seen);
  });

  it.skipIf(!isThere)('runs nothing, and links to nothing that must not be followed', () => {
    for (const { address } of meant) {
      const elements = elementsOf(builtPage(folder, address).page);
      expect(elements.filter(({ name }) => /^(?:script|iframe|style|svg|object)$/.test(name))).toEqual([]);
      for (const { attributes } of elements)
        for (const [key, value] of attributes) {
          expect(key).not.toMatch(/^on/);
          if (key === 'href' || key === 'src') expect(value).toMatch(/^(?:https?:\/\/|mailto:|#)/);
        }
    }
  });
});
