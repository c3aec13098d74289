/** Importer: a page of an institution's site as flattened text, its menus and lists one line an item. */
import type { Importer, ImportSource, SourceRelease } from '../model/importer.ts';
import { PressError } from '../model/press-error.ts';
import { withoutControls } from '../text/control-characters.ts';
import { noFacts } from './page/describe-release.ts';
import { describeAll } from './page/entries.ts';
import { findRelease } from './page/find-release.ts';
import { foreignXml, looksLikeHtml } from './html/looks-like-html.ts';
import { passagesOfText } from './page/passages-of-text.ts';
import { droppedRemarks } from './page/remarks.ts';

export const pageText: Importer = {
  id: 'page-text',
  summary: 'a page as plain text: menus, headline, a list such as «Date:» and «Place:», the text',
  extensions: ['txt'],
  onlyWhenNamed: false,
  recognise({ text }) {
    if (looksLikeHtml(text) || text.startsWith('---') || foreignXml(text) !== undefined) return 0;
    // Headline and facts stand above the text; of a table of a million lines nobody needs to look for them in each.
    const found = findRelease(passagesOfText(text.slice(0, LOOKED_AT)));
    if (found === undefined) return 0;
    return found.statements.length > 0 ? 0.9 : 0.6;
  },
  read: readPage,
};

const LOOKED_AT = 256 * 1024;

function readPage({ name, text, profiles = [] }: ImportSource): readonly SourceRelease[] {
  const clean = withoutControls(text);
  const passages = passagesOfText(clean);
  const found = findRelease(passages);
  if (found === undefined) throw notAPage(name);
  const changed = droppedRemarks({ droppedControls: text.length - clean.length, droppedLinks: 0 });
  const notes =
    profiles.length === 0 ? [] : ['Profiles are for pages in HTML; this is a text, and was read as any other.'];
  return describeAll({ found, passages }, { ...noFacts, changed, notes }, name);
}

function notAPage(name: string): PressError {
  return new PressError('nothing-imported', `«${name}» holds no release that press recognises.`, {
    hint: 'A page has a headline, then a list such as «- Date:», «- Place:» or a line «Press release», then the text.',
  });
}
