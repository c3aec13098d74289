/**
 * The script that people write for such a folder: gray-matter with `yaml` as its engine, ajv compiled once with the vocabulary as
 * enums, and markdown-it for what stands in the text.
 *
 *     node tests/bench/peers/plain-build/build.js ARCHIVE
 *
 * Like `press validate` it reads every file, checks front matter against schema and vocabulary, finds ids that stand there twice, and
 * looks for HTML and links in the text. Unlike press it knows no place of a mistake, no other rule, no date that does not exist and no
 * embargo; it stops at nothing that a hostile file brings.
 */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Ajv from 'ajv';
import matter from 'gray-matter';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';
import { releaseSchema } from '../release-terms.js';

const archive = process.argv[2];
const check = new Ajv({ allErrors: true }).compile(releaseSchema(archive));
const markdown = new MarkdownIt({ html: true });
const ids = new Set();
const findings = [];

const names = await readdir(join(archive, 'releases'), { recursive: true });
for (const name of names.filter((name) => name.endsWith('.md'))) {
  const text = await readFile(join(archive, 'releases', name), 'utf8');
  const { data, content } = matter(text, { engines: { yaml: parse } });
  if (!check(data)) findings.push(...check.errors.map(({ message }) => `${name}: ${message}`));
  if (ids.has(data.id)) findings.push(`${name}: the id is taken`);
  ids.add(data.id);
  for (const { type, children } of markdown.parse(content, {})) {
    if (type === 'html_block' || children?.some((child) => child.type === 'html_inline'))
      findings.push(`${name}: HTML`);
    if (children?.some((child) => child.type === 'link_open' && child.attrGet('href') === ''))
      findings.push(`${name}: a link to nothing`);
  }
}

process.stdout.write(`${ids.size} releases\n${findings.join('\n')}`);
