/**
 * Velite with one collection whose schema knows the vocabulary. `strict` makes a finding an error.
 *
 * Like `press validate` it reads every file and checks front matter against schema and vocabulary, and ids that stand there twice.
 * Unlike press it looks at no text, knows no other rule, and writes all data as JSON, which cannot be switched off.
 */
import { defineConfig, s } from 'velite';
import { statuses, termsOf } from '../release-terms.js';

const archive = process.env.BENCH_ARCHIVE;
const terms = termsOf(archive);

export default defineConfig({
  root: `${archive}/releases`,
  output: { data: `${archive}/.bench/velite`, assets: `${archive}/.bench/velite-assets`, clean: false },
  collections: {
    releases: {
      name: 'Release',
      pattern: '**/*.md',
      schema: s.object({
        id: s.unique('releases'),
        title: s.string().max(300),
        date: s.isodate(),
        place: s.string().optional(),
        source: s.enum(terms.source),
        fields: s.array(s.enum(terms.field)),
        countries: s.array(s.enum(terms.country)),
        lang: s.string(),
        status: s.enum(statuses),
      }),
    },
  },
});
