/** Markdown of records and items, which goes over as it is unless it holds what could run, or fetch, in somebody's reader. */
import { withoutHarmfulLinks } from './clean-body.ts';
import { withoutHtml } from './clean-html.ts';
import { Tally, type BodyRemarks } from './remarks.ts';

export interface HarmlessMarkdown extends BodyRemarks {
  readonly body: string;
}

const HARMFUL =
  /<\/?(?:script|style|iframe|object|embed|svg|math|form|input|link|meta|base|img|video|audio)\b|<[a-z][^<>]{0,500}[\s/"']on[a-z]{3,20}\s*=|\b(?:javascript|vbscript|data):/i;

/** Throws PressError for HTML that grows without end. */
export function harmlessMarkdown(body: string, name: string): HarmlessMarkdown {
  if (!HARMFUL.test(body)) return { body, changed: [], notCarried: [] };
  const tally = new Tally();
  const shown = withoutHarmfulLinks(withoutHtml(body, { name, tally }), tally);
  return { body: shown, ...tally.result() };
}
