/** The one place that calls gray-matter: always with options (it caches otherwise), and with every language but ours refused. */
import { grayMatterPackage } from './lazy-packages.ts';
import { emptyReading, readYaml, type YamlReading } from './yaml-reader.ts';

/**
 * Reads the block between two fences that `splitFrontMatter` has found; `offset` is where the block begins in its file.
 *
 * gray-matter only ever sees the block between fences of ours, so that there is one opinion about where it ends.
 */
export function readFrontMatter(block: string, offset: number): YamlReading {
  let reading = emptyReading();
  const engine = {
    // gray-matter hands over the block with the line break of the fence in front.
    parse: (text: string): object => {
      reading = readYaml(text, offset - 1);
      return reading.data ?? {};
    },
    stringify: refuse,
  };
  grayMatterPackage()(`---\n${block}\n---\n`, {
    language: 'yaml',
    engines: { yaml: engine, javascript: refusing, js: refusing, json: refusing, coffee: refusing, toml: refusing },
  });
  return reading;
}

function refuse(): never {
  throw new Error('Only YAML front matter is read, and none is ever written back.');
}

const refusing = { parse: refuse, stringify: refuse };
