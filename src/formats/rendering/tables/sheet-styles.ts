/** How cells of a sheet look: `styles.xml` of a workbook, and the numbers by which cells name their style. */
import { element, serialise, XML_DECLARATION, type XmlElement } from '../../../text/xml.ts';

export const SHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const DAY_FORMAT = 164; // the first number that is free for formats of one's own

/** Places in the list of `cellFormats`. */
export const styles = {
  heading: 1,
  wrapped: 2,
  plain: 3,
  guardedWrapped: 4,
  guardedPlain: 5,
  day: 6,
  link: 7,
} as const;

const top = element('alignment', { vertical: 'top' });
const topWrapped = element('alignment', { vertical: 'top', wrapText: 1 });

// A guarded cell stays text when somebody edits it, as if an apostrophe had been typed in front; its value has none.
const cellFormats: readonly XmlElement[] = [
  format({}),
  format({ fontId: 1, applyFont: 1, fillId: 2, applyFill: 1, applyAlignment: 1 }, topWrapped),
  format({ applyAlignment: 1 }, topWrapped),
  format({ applyAlignment: 1 }, top),
  format({ quotePrefix: 1, applyAlignment: 1 }, topWrapped),
  format({ quotePrefix: 1, applyAlignment: 1 }, top),
  format({ numFmtId: DAY_FORMAT, applyNumberFormat: 1, applyAlignment: 1 }, topLeft()),
  format({ fontId: 2, applyFont: 1, applyAlignment: 1 }, top),
];

/** The text of `styles.xml`. */
export function stylesXml(): string {
  const root = element(
    'styleSheet',
    { xmlns: SHEET_NAMESPACE },
    element('numFmts', { count: 1 }, element('numFmt', { numFmtId: DAY_FORMAT, formatCode: 'yyyy\\-mm\\-dd' })),
    listOf('fonts', [font(), font(element('b', {})), font(element('u', {}), '0563C1')]),
    listOf('fills', [fill('none'), fill('gray125'), fill('solid', 'E7E6E6')]),
    listOf('borders', [element('border', {}, ...borderSides())]),
    listOf('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    listOf('cellXfs', cellFormats),
    listOf('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
  );
  return XML_DECLARATION + serialise(root);
}

function listOf(name: string, items: readonly XmlElement[]): XmlElement {
  return element(name, { count: items.length }, ...items);
}

function format(attributes: Readonly<Record<string, number>>, alignment?: XmlElement): XmlElement {
  return element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0, ...attributes }, alignment);
}

/** A day is a number to a spreadsheet, and stands at the left all the same, where the days that are texts stand. */
function topLeft(): XmlElement {
  return element('alignment', { horizontal: 'left', vertical: 'top' });
}

function font(trait?: XmlElement, colour = '000000'): XmlElement {
  const size = element('sz', { val: 11 });
  return element(
    'font',
    {},
    trait,
    size,
    element('color', { rgb: `FF${colour}` }),
    element('name', { val: 'Calibri' }),
    element('family', { val: 2 }),
  );
}

function fill(patternType: string, colour?: string): XmlElement {
  const foreground = colour === undefined ? undefined : element('fgColor', { rgb: `FF${colour}` });
  return element('fill', {}, element('patternFill', { patternType }, foreground));
}

function borderSides(): XmlElement[] {
  return ['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side, {}));
}
