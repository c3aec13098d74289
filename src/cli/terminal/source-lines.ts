import type { Manuscript } from '../../model/manuscript.ts';
import type { Repository } from '../../model/repository.ts';
import { LineMap } from '../../model/text-range.ts';

/** Lines of files for a report, read again when they are wanted, one file at a time: findings come file by file. */
export class SourceLines {
  readonly #repository: Pick<Repository, 'fileAt'>;
  readonly #unsaved: ReadonlyMap<string, LineMap>;
  #last: { readonly file: string; readonly lines: LineMap | undefined } | undefined;

  constructor(repository: Pick<Repository, 'fileAt'>, unsaved: readonly Manuscript[]) {
    this.#repository = repository;
    this.#unsaved = new Map(unsaved.map(({ path, lines }) => [path, lines]));
  }

  /** A line, counted from 1, without its line break; empty for what the file does not have. */
  at(file: string, line: number): string {
    if (this.#last?.file !== file) this.#last = { file, lines: this.#unsaved.get(file) ?? this.#read(file) };
    return this.#last.lines?.lineText(line) ?? '';
  }

  /** The text alone: nobody asks here what it means. */
  #read(file: string): LineMap | undefined {
    const text = this.#repository.fileAt(file)?.text;
    return text === undefined ? undefined : new LineMap(text);
  }
}
