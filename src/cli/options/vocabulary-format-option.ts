/** The format of a vocabulary, by word or by the name of the file. */
import type { OptionValues } from '../../model/command.ts';
import { PressError } from '../../model/press-error.ts';
import { quoted } from '../../model/quoting.ts';
import type { VocabularyFormat } from '../../model/vocabulary-format.ts';
import { vocabularyFormats } from '../../vocabulary-formats/index.ts';

const usual = 'turtle';

/** The format that is named, else that of the ending behind `-o`, else Turtle. */
export async function wantedVocabularyFormat(options: OptionValues): Promise<VocabularyFormat> {
  const { format, output } = options;
  if (typeof format === 'string') return formatOf(format);
  return (typeof output === 'string' ? await formatOfName(output) : undefined) ?? formatOf(usual);
}

/** The format that is named, else that of the file's name, else the one that the text looks like most. Rejects with PressError where nothing fits. */
export async function formatOfSource(options: OptionValues, name: string, text: string): Promise<VocabularyFormat> {
  const { from } = options;
  if (typeof from === 'string') return formatOf(from);
  const byName = await formatOfName(name);
  if (byName !== undefined) return byName;
  const cards = await allFormats();
  const [best] = cards.toSorted((a, b) => b.recognise(text) - a.recognise(text));
  if (best !== undefined && best.recognise(text) >= LIKELY) return best;
  throw new PressError('nothing-imported', `${quoted(name)} is no vocabulary that press recognises.`, {
    hint: `Say what it is with --from ${[...vocabularyFormats.keys()].join(', --from ')}.`,
  });
}

const LIKELY = 0.5;

async function formatOfName(name: string): Promise<VocabularyFormat | undefined> {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
  const cards = await allFormats();
  return cards.find(({ extensions }) => ending !== undefined && extensions.includes(ending));
}

async function allFormats(): Promise<VocabularyFormat[]> {
  return Promise.all([...vocabularyFormats.values()].map((load) => load()));
}

async function formatOf(id: string): Promise<VocabularyFormat> {
  const load = vocabularyFormats.get(id);
  if (load === undefined) throw new Error(`There is no format «${id}».`);
  return load();
}
