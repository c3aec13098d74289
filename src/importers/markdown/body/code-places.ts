/** Where a Markdown text holds code: nothing there is an instruction, whatever it looks like. */
import { outlineMarkdown } from '../../../text/markdown-outline.ts';

/** Tells whether an offset lies in code. */
export function codePlaces(text: string): (at: number) => boolean {
  if (!text.includes('`') && !text.includes('~~~') && !/^(?: {4}|\t)/m.test(text)) return () => false;
  const { blocks, code } = outlineMarkdown(text);
  const spans = [...blocks.filter(({ kind }) => kind === 'code'), ...code].sort((a, b) => a.start - b.start);
  return (at) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.start ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    const span = spans[low - 1];
    return span !== undefined && at < span.end;
  };
}
