/** Levels of the headings in a text that stands under a heading of another text. */

const DEEPEST = 6;

/** Tells the headings of one text, in order, their levels: below the one that they stand under, and none left out on the way down. */
export class HeadingLevels {
  readonly #above: number;
  /** Own levels of the headings that the next one stands under, outermost first. */
  readonly #open: number[] = [];

  constructor(above: number) {
    this.#above = above;
  }

  /** `h4` for `h2` and the like; another element keeps its name. */
  nameOf(name: string): string {
    if (!/^h[1-6]$/.test(name)) return name;
    return `h${this.levelOf(Number(name.slice(1)))}`;
  }

  /** The level of the next heading, whose own level is given. */
  levelOf(own: number): number {
    while ((this.#open.at(-1) ?? 0) >= own) this.#open.pop();
    this.#open.push(own);
    return Math.min(this.#above + this.#open.length, DEEPEST);
  }
}
