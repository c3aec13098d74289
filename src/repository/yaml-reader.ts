/** YAML as this house reads it; of a text that cannot be read, every slip in it. */
import { readStrictly, refused, type YamlReading } from './yaml-conversion.ts';
import { explainYaml } from './yaml-explanation.ts';

export { emptyReading, type YamlReading } from './yaml-conversion.ts';

/** Reads YAML text. `offset` is added to every place, for a text that is part of a file. */
export function readYaml(text: string, offset: number): YamlReading {
  const reading = readStrictly(text, offset);
  return reading.data === undefined ? refused(explainYaml(text, offset, reading.faults)) : reading;
}
