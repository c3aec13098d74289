/** Words in capitals that need no explanation: everybody knows them, or the house uses them for itself and its terms. */
import type { Settings } from './settings.ts';
import type { Taxonomy } from './taxonomy.ts';
import { allNames } from './term-lookup.ts';

let everybodys: ReadonlySet<string> | undefined;

// What a newspaper prints without saying what it stands for.
const words =
  'UN EU NATO US USA UK UAE USSR DC NGO HIV AIDS UNESCO UNICEF WHO IMF OPEC INTERPOL NASA FBI CIA BBC CNN AFP FIFA UEFA IOC ' +
  'CEO CFO MP MEP TV DVD CD PC PDF IT ICT AI ID IQ OK VIP GPS DNA GDP VAT SMS SIM PIN URL USB RSS WWW HTTP HTTPS HTML XML FAQ ATM ' +
  'LED CCTV ISBN ISO PCR LGBT LGBTI LGBTQ AM PM AD BC CE BCE GMT UTC BST CET CEST EET EEST EST EDT CST CDT MST MDT PST PDT MSK ' +
  'EUR USD GBP CHF RSVP PR PS NB TBC TBA PO LLP LLC PLC INC LTD ' +
  'ООН ЕС НАТО США СССР РФ СНГ ФРГ ГДР КНР ОАЭ СМИ НКО НПО ВИЧ СПИД ВОЗ МВФ ЮНЕСКО ЮНИСЕФ ИНТЕРПОЛ ВВП ДНК ТВ МВД МИД ФСБ ПК ' +
  'ONU UE OTAN ONG OMS FMI VIH SIDA UNO';

/** Whether nobody asks what a word in capitals stands for. Other people's vocabularies have other acronyms. */
export function isKnownAcronym(word: string, { taxonomy, settings }: House): boolean {
  everybodys ??= new Set(words.split(' '));
  return everybodys.has(word) || isRomanNumeral(word) || acronymsOfHouse(taxonomy, settings).has(word);
}

export interface House {
  readonly taxonomy: Taxonomy;
  readonly settings: Settings;
}

const byTaxonomy = new WeakMap<Taxonomy, { readonly settings: Settings; readonly found: ReadonlySet<string> }>();

/** The words in capitals in the names of terms, in what the vocabulary puts around names, and in the publisher’s name, and its first letters. */
function acronymsOfHouse(taxonomy: Taxonomy, settings: Settings): ReadonlySet<string> {
  const kept = byTaxonomy.get(taxonomy);
  if (kept?.settings === settings) return kept.found;
  const found = new Set<string>();
  for (const name of namesOfHouse(taxonomy, settings)) {
    for (const [word] of name.matchAll(/[\p{L}\p{M}]{2,}/gu)) if (isInCapitals(word)) found.add(word);
  }
  found.add(initialsOf(settings.publisher.name));
  byTaxonomy.set(taxonomy, { settings, found });
  return found;
}

/** `PCLOB` of «Privacy and Civil Liberties Oversight Board». */
function initialsOf(name: string): string {
  return Array.from(name.matchAll(/(?<!\p{L})\p{Lu}/gu), ([letter]) => letter).join('');
}

function* namesOfHouse({ facets, decorations }: Taxonomy, { publisher }: Settings): Generator<string> {
  yield publisher.name;
  for (const { prefix = '', suffix = '' } of decorations) yield `${prefix} ${suffix}`;
  for (const facet of facets.values()) for (const term of facet.terms.values()) yield* allNames(term);
}

/** Whether a word of letters has none in small type, and has capitals at all: Arabic and Georgian have none. */
export function isInCapitals(word: string): boolean {
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

function isRomanNumeral(word: string): boolean {
  return /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(word);
}
