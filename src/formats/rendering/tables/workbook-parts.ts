/** The small parts of a workbook with one sheet (ECMA-376 part 1 and 2): all but the rows. */
import { withoutControls } from '../../../text/control-characters.ts';
import { closeTag, element, openTag, serialise, XML_DECLARATION, type XmlElement } from '../../../text/xml.ts';
import { SHEET_NAMESPACE, stylesXml } from './sheet-styles.ts';
import type { ArchivedText } from './zip-archive.ts';

/** Namespace of relationships where a part names one. */
export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Where the sheet itself is, and what it points to. */
export const sheetPath = 'xl/worksheets/sheet1.xml';
const sheetRelationsPath = 'xl/worksheets/_rels/sheet1.xml.rels';

export interface WorkbookFacts {
  readonly sheetName: string;
  /** For the properties of the file. */
  readonly title: string;
  readonly author: string;
  /** All cells with their heading, `$A$1:$M$9`; undefined where there is nothing to filter. */
  readonly filtered: string | undefined;
}

/** What comes before the sheet. */
export function workbookParts(facts: WorkbookFacts): ArchivedText[] {
  return [
    part('[Content_Types].xml', contentTypes()),
    part(
      '_rels/.rels',
      relations([
        { type: `${RELATIONSHIPS}/officeDocument`, target: 'xl/workbook.xml' },
        { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
      ]),
    ),
    part('docProps/core.xml', coreProperties(facts)),
    part('xl/workbook.xml', workbook(facts)),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        { type: `${RELATIONSHIPS}/worksheet`, target: 'worksheets/sheet1.xml' },
        { type: `${RELATIONSHIPS}/styles`, target: 'styles.xml' },
      ]),
    ),
    { path: 'xl/styles.xml', text: [stylesXml()] },
  ];
}

/** The addresses that cells of the sheet link to; the first one is `rId1`. */
export function sheetLinks(addresses: readonly string[]): ArchivedText {
  return { path: sheetRelationsPath, text: relationLines(addresses) };
}

function* relationLines(addresses: readonly string[]): Generator<string> {
  yield XML_DECLARATION + openTag('Relationships', relationsNamespace);
  for (const [at, target] of addresses.entries()) {
    const relation = { type: `${RELATIONSHIPS}/hyperlink`, target, TargetMode: 'External' };
    yield serialise(relationElement(relation, at), 1);
  }
  yield closeTag('Relationships');
}

function part(path: string, root: XmlElement): ArchivedText {
  return { path, text: [XML_DECLARATION + serialise(root)] };
}

function contentTypes(): XmlElement {
  const override = (PartName: string, ContentType: string): XmlElement =>
    element('Override', { PartName, ContentType });
  return element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/xl/workbook.xml', `${SPREADSHEET}.sheet.main+xml`),
    override(`/${sheetPath}`, `${SPREADSHEET}.worksheet+xml`),
    override('/xl/styles.xml', `${SPREADSHEET}.styles+xml`),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  );
}

interface Relation {
  readonly type: string;
  readonly target: string;
  readonly TargetMode?: string;
}

const relationsNamespace = { xmlns: `${PACKAGE}/relationships` };

function relations(list: readonly Relation[]): XmlElement {
  return element('Relationships', relationsNamespace, ...list.map(relationElement));
}

function relationElement({ type: Type, target: Target, ...rest }: Relation, at: number): XmlElement {
  return element('Relationship', { Id: `rId${at + 1}`, Type, Target, ...rest });
}

/** Title and author without the day of making, which would be another one each time. */
function coreProperties({ title, author }: WorkbookFacts): XmlElement {
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    },
    element('dc:title', {}, withoutControls(title)),
    element('dc:creator', {}, withoutControls(author)),
  );
}

function workbook({ sheetName: name, filtered }: WorkbookFacts): XmlElement {
  const sheet = `'${name.replaceAll("'", "''")}'!`;
  return element(
    'workbook',
    { xmlns: SHEET_NAMESPACE, 'xmlns:r': RELATIONSHIPS },
    element('sheets', {}, element('sheet', { name, sheetId: 1, 'r:id': 'rId1' })),
    element(
      'definedNames',
      {},
      // Spreadsheets keep the range of the filter twice, and some look for it here.
      filtered === undefined
        ? undefined
        : element('definedName', { name: '_xlnm._FilterDatabase', localSheetId: 0, hidden: 1 }, sheet + filtered),
      // The heading on every page of paper.
      element('definedName', { name: '_xlnm.Print_Titles', localSheetId: 0 }, `${sheet}$1:$1`),
    ),
  );
}
