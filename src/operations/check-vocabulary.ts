/** Runs the rules about taxonomy.yaml: everything that is wrong with the vocabulary, in one run, in the order of the file. */
import { inReportOrder, type Diagnostic, type RelatedPlace, type Severity } from '../model/diagnostic.ts';
import type { TaxonomyFile } from '../model/generated/taxonomy-file.ts';
import type { FrontMatter } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { replacement } from '../model/replacement.ts';
import type { DataText } from '../model/data-file.ts';
import { LineMap, type Range } from '../model/text-range.ts';
import { readVocabulary, type Vocabulary } from '../model/vocabulary.ts';
import type {
  RelatedToFinding,
  VocabularyContext,
  VocabularyFinding,
  VocabularyPlace,
  VocabularyRule,
} from '../model/vocabulary-rule.ts';
import type { VocabularyUsage } from '../model/vocabulary-usage.ts';
import type { Levels } from './validate-levels.ts';

export interface VocabularyCheck {
  readonly rules: readonly VocabularyRule[];
  /** Where a rule's level was chosen by press.yaml or the command line (`levelsOf`). */
  readonly levels: Levels;
  readonly codes: VocabularyContext['codes'];
  /** Reads the releases; asked once at most, and not at all when no rule that is on wants to know. */
  usage(vocabulary: Vocabulary): VocabularyUsage;
}

/** The findings in taxonomy.yaml. */
export function checkVocabulary(file: DataText, check: VocabularyCheck): Diagnostic[] {
  const vocabulary = readVocabulary(contentOf(file.data));
  let measured: VocabularyUsage | undefined;
  const context: VocabularyContext = {
    codes: check.codes,
    get usage() {
      return (measured ??= check.usage(vocabulary));
    },
  };
  const places = new Places(file);
  const found: Diagnostic[] = [];
  for (const rule of check.rules) {
    const level = check.levels.get(rule.id);
    if (level === 'off') continue;
    for (const finding of rule.check(vocabulary, context))
      found.push(places.diagnostic(finding, rule.id, level ?? finding.severity ?? rule.severity));
  }
  return found.sort(inReportOrder);
}

/** The schema has accepted it. */
function contentOf(data: FrontMatter): TaxonomyFile {
  const content: unknown = data;
  return isAccepted(content) ? content : { version: 1, facets: {} };
}

function isAccepted(content: unknown): content is TaxonomyFile {
  return typeof content === 'object' && content !== null && 'facets' in content;
}

/** The places of a file, as reports count them. */
class Places {
  readonly #file: DataText;
  readonly #lines: LineMap;

  constructor(file: DataText) {
    this.#file = file;
    this.#lines = new LineMap(file.text);
  }

  diagnostic(finding: VocabularyFinding, rule: string, severity: Severity): Diagnostic {
    const { message, hint, replaceBy, related = [] } = finding;
    return {
      rule,
      severity,
      file: this.#file.name,
      range: this.#range(finding),
      message,
      ...(hint === undefined ? {} : { hint }),
      ...(replaceBy === undefined ? {} : { fix: this.#fix(finding, replaceBy) }),
      ...(related.length === 0 ? {} : { related: related.map((other) => this.#related(other)) }),
    };
  }

  #range({ path, part = 'value' }: VocabularyPlace): Range {
    const { start, end } = placeOf(this.#file, path, part);
    return this.#lines.range(start, end);
  }

  #fix({ path, part = 'value' }: VocabularyPlace, word: string): NonNullable<Diagnostic['fix']> {
    const { title, safety, edits } = replacement(placeOf(this.#file, path, part), word, 'safe');
    return {
      title,
      safety,
      edits: edits.map(({ start, end, text }) => ({ range: this.#lines.range(start, end), text })),
    };
  }

  #related(other: RelatedToFinding): RelatedPlace {
    if (!('path' in other)) return other;
    return { file: this.#file.name, range: this.#range(other), message: other.message };
  }
}
