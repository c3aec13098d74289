/**
 * Packages that only unusual files need. Nearly every run ends without them, and they would double what it costs to start.
 *
 * `require` rather than `import()`, because reading is synchronous on purpose: promises cost more than the reading itself.
 */
import type GrayMatter from 'gray-matter';
import type * as Yaml from 'yaml';

/** The YAML parser with positions. */
export function yamlPackage(): typeof Yaml {
  return require('yaml');
}

/** The front-matter splitter; called in `front-matter-reader.ts` alone. */
export function grayMatterPackage(): typeof GrayMatter {
  return require('gray-matter');
}
