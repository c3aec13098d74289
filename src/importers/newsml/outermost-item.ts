/** How NewsML-G2 is told from other XML. */
import { outermostElement } from '../html/outermost-element.ts';

/** Whether a text is an item of NewsML-G2, or a message with several. */
export function isNewsml(text: string): boolean {
  const root = outermostElement(text);
  const isItem = root !== undefined && kinds.has(root.name.slice(root.name.indexOf(':') + 1));
  return isItem && /^https?:\/\/iptc\.org\/std\/nar\//.test(root.namespace ?? '');
}

const kinds: ReadonlySet<string> = new Set(
  'newsMessage newsItem packageItem conceptItem knowledgeItem planningItem catalogItem'.split(' '),
);
