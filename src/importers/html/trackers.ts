/** Pictures and frames that are there to count readers, not to be seen. */
import type { HtmlElement } from './parse-html.ts';
import { attributeOf } from './tree.ts';

/** What is said of one that was left out. */
export const TRACKER = 'A picture or frame that counts readers was left out';

/** Hosts that serve nothing else. */
const hosts: ReadonlySet<string> = new Set([
  'www.google-analytics.com',
  'ssl.google-analytics.com',
  'www.googletagmanager.com',
  'pixel.wp.com',
  'stats.wp.com',
  'pixel.quantserve.com',
  'b.scorecardresearch.com',
  'sb.scorecardresearch.com',
  'ad.doubleclick.net',
  'googleads.g.doubleclick.net',
  'mc.yandex.ru',
  'counter.yadro.ru',
  'px.ads.linkedin.com',
  'feeds.feedburner.com',
]);

/** Whether a picture or frame is a tracker: no larger than a dot, or from a host that only counts. `href` is its checked address. */
export function isTracker(element: HtmlElement, href: string | undefined): boolean {
  if (isDot(element)) return true;
  if (href === undefined || !URL.canParse(href)) return false;
  const { hostname, pathname } = new URL(href);
  return hosts.has(hostname) || (hostname === 'www.facebook.com' && pathname === '/tr');
}

function isDot(element: HtmlElement): boolean {
  const sides = ['width', 'height'].map((name) => attributeOf(element, name)?.trim());
  return sides.every((side) => side !== undefined && /^[01](?:px)?$/.test(side)) || sides.some((side) => side === '0');
}
