const PAGE = /<(?:!doctype html|html|head|body|main|article|section|div|h1|p)[\s>/]/i;
const FEED = /<(?:rss|feed|rdf:rdf)[\s>]/i;
const WINDOW = 5000;

/** Whether a text begins as web pages and pieces of them do; feeds do not. */
export function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, WINDOW);
  return head.replace('\uFEFF', '').trimStart().startsWith('<') && PAGE.test(head) && !FEED.test(head);
}
