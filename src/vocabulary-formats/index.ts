/** The formats in which a vocabulary travels, by the word after `--format`; each is loaded when it is asked for. */
import type { VocabularyFormat } from '../model/vocabulary-format.ts';

export const vocabularyFormats: ReadonlyMap<string, () => Promise<VocabularyFormat>> = new Map([
  ['turtle', async () => (await import('./turtle.ts')).turtle],
  ['jsonld', async () => (await import('./jsonld.ts')).jsonld],
  ['csv', async () => (await import('./csv.ts')).csv],
]);
