/** Mutants that no test can kill, and why. */
import { explainedReader } from './explained-reader.js';
import { explainedTexts } from './explained-texts.js';

/** Lines as they stand, on one line each, and as they would be, one way or several. */
const explanations = [...explainedTexts, ...explainedReader];

/** Whether it is said why a mutant lives. */
export function isExplained({ file, was, becomes }) {
  return explanations.some((each) => each.file === file && each.was === was && [each.becomes].flat().includes(becomes));
}
