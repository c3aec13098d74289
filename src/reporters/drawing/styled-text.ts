/** Sentences in different colours, broken at blanks into lines of a given width. */
import { displayWidth } from '../../text/display-width.ts';

export interface Styled {
  readonly text: string;
  readonly paint?: (text: string) => string;
  /** Stays on one line. */
  readonly isWhole?: true;
}

// Telling the characters of a word apart takes time that grows with its length; nothing this long fits anywhere.
const LONGEST_MEASURED = 1000;

/** The parts one after another with a blank between, in lines of at most so many columns. A longer word has a line of its own, whole. */
export function wrapStyled(parts: readonly Styled[], columns: number): string[] {
  const lines: string[] = [];
  let line = new PaintedLine();
  for (const { text, paint, isWhole } of parts) {
    for (const word of isWhole === true ? [text] : text.split(' ')) {
      const width = word.length > LONGEST_MEASURED ? columns : displayWidth(word);
      if (line.width > 0 && line.width + 1 + width > columns) {
        lines.push(line.toString());
        line = new PaintedLine();
      }
      line.add(word, width, paint);
    }
  }
  return [...lines, line.toString()];
}

/** Words of one colour in a row are painted together. */
class PaintedLine {
  width = 0;
  readonly #done: string[] = [];
  #run: string[] = [];
  #paint: Styled['paint'];

  add(word: string, width: number, paint: Styled['paint']): void {
    this.width += width + (this.width > 0 ? 1 : 0);
    if (paint !== this.#paint) this.#end();
    this.#paint = paint;
    this.#run.push(word);
  }

  toString(): string {
    this.#end();
    return this.#done.join(' ');
  }

  #end(): void {
    if (this.#run.length === 0) return;
    const text = this.#run.join(' ');
    this.#done.push(this.#paint === undefined ? text : this.#paint(text));
    this.#run = [];
  }
}
