/** Circles in a graph. */

/**
 * The groups of nodes that lead to each other, each in the order of the nodes; a node that leads to itself alone is no circle. The
 * strongly connected components of Tarjan (1972), without recursion, in time that grows with nodes and arrows alone.
 */
export function circles<Node>(nodes: Iterable<Node>, next: (node: Node) => readonly Node[]): Node[][] {
  const walk = new Walk(next);
  const order = new Map<Node, number>();
  for (const node of nodes) {
    order.set(node, order.size);
    walk.from(node);
  }
  const position = (node: Node): number => order.get(node) ?? 0;
  return walk.found.map((circle) => circle.sort((a, b) => position(a) - position(b)));
}

interface Visit<Node> {
  readonly node: Node;
  readonly arrows: Iterator<Node>;
}

class Walk<Node> {
  readonly found: Node[][] = [];
  readonly #next: (node: Node) => readonly Node[];
  /** When each node was met, and the earliest one that it is known to lead to. */
  readonly #met = new Map<Node, { readonly at: number; earliest: number }>();
  readonly #open: Node[] = [];
  readonly #isOpen = new Set<Node>();

  constructor(next: (node: Node) => readonly Node[]) {
    this.#next = next;
  }

  from(start: Node): void {
    if (this.#met.has(start)) return;
    const path = [this.#visit(start)];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const step = top.arrows.next();
      if (step.done !== true) {
        if (!this.#met.has(step.value)) path.push(this.#visit(step.value));
        else if (this.#isOpen.has(step.value)) this.#lower(top.node, this.#met.get(step.value)?.at);
        continue;
      }
      path.pop();
      this.#close(top.node);
      const above = path.at(-1);
      if (above !== undefined) this.#lower(above.node, this.#met.get(top.node)?.earliest);
    }
  }

  #visit(node: Node): Visit<Node> {
    this.#met.set(node, { at: this.#met.size, earliest: this.#met.size });
    this.#open.push(node);
    this.#isOpen.add(node);
    return { node, arrows: this.#next(node)[Symbol.iterator]() };
  }

  #lower(node: Node, to = Infinity): void {
    const meeting = this.#met.get(node);
    if (meeting !== undefined) meeting.earliest = Math.min(meeting.earliest, to);
  }

  /** What was met since a node that leads to nothing earlier is a group of its own. */
  #close(node: Node): void {
    const meeting = this.#met.get(node);
    if (meeting === undefined || meeting.earliest < meeting.at) return;
    const group = this.#open.splice(this.#open.lastIndexOf(node));
    for (const each of group) this.#isOpen.delete(each);
    if (group.length > 1) this.found.push(group);
  }
}
