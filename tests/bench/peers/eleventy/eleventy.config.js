/**
 * Eleventy with a check of its data, without templates and without writing (`--dryrun`); Markdown is left as it is.
 *
 * Like `press validate` it reads every file and checks front matter against the vocabulary. Unlike press it knows no other rule and
 * stops at the first mistake; and it is a site builder, which prepares a page for every file even when nothing is written.
 */
import Ajv from 'ajv';
import { releaseSchema } from '../release-terms.js';

export default function configure(eleventy) {
  const check = new Ajv().compile(releaseSchema(process.env.BENCH_ARCHIVE));
  eleventy.setQuietMode(true);
  eleventy.setUseGitIgnore(false);
  eleventy.setLibrary('md', { render: (text) => text });
  eleventy.addGlobalData('permalink', () => (data) => `${data.page.fileSlug}.html`);
  eleventy.addGlobalData('eleventyDataSchema', () => (data) => {
    if (!check({ ...data, date: data.page.date.toISOString() }))
      throw new Error(`${data.page.inputPath}: ${check.errors[0].message}`);
  });
  return { markdownTemplateEngine: false, dir: { input: 'releases', output: '.bench/eleventy' } };
}
