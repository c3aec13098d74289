/**
 * remark with remark-lint-frontmatter-schema and nothing else; the schema is `release-schema.json`, made from the vocabulary.
 *
 * Like `press validate` it reads every file, checks front matter against schema and vocabulary, and says where a mistake is. Unlike press
 * it looks at each file alone and knows no other rule; it parses the whole text as Markdown, which cannot be switched off.
 */
import remarkFrontmatter from 'remark-frontmatter';
import remarkLintFrontmatterSchema from 'remark-lint-frontmatter-schema';

export default {
  plugins: [
    remarkFrontmatter,
    [remarkLintFrontmatterSchema, { schemas: { '.bench/release-schema.json': ['releases/**/*.md'] } }],
  ],
};
