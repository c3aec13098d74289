import type { Manuscript } from '../../model/manuscript.ts';
import type { Repository } from '../../model/repository.ts';

/** Lines of files for a report, read again when they are wanted, one file at a time: findings come file by file. */
export class SourceLines {
  readonly #repository: Pick<Repository, 'manuscripts'>;
  readonly #unsaved: ReadonlyMap<string, Manuscript>;
  #last: Manuscript | undefined;

  constructor(repository: Pick<Repository, 'manuscripts'>, unsaved: readonly Manuscript[]) {
    this.#repository = repository;
    this.#unsaved = new Map(unsaved.map((manuscript) => [manuscript.path, manuscript]));
  }

  /** A line, counted from 1, without its line break; empty for what the file does not have. */
  at(file: string, line: number): string {
    if (this.#last?.path !== file) this.#last = this.#unsaved.get(file) ?? this.#read(file);
    return this.#last?.lines.lineText(line) ?? '';
  }

  #read(file: string): Manuscript | undefined {
    for (const manuscript of this.#repository.manuscripts([file])) return manuscript;
    return undefined;
  }
}
