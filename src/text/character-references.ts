/** What a character reference of HTML or XML stands for (HTML standard, 13.5): the names that text is written with, and all numbers. */
import { fromWindows1252 } from './windows-1252.ts';

const NAMES =
  'amp & lt < gt > quot " apos \' nbsp \u00A0 shy \u00AD ensp \u2002 emsp \u2003 thinsp \u2009 zwnj \u200C zwj \u200D lrm \u200E rlm \u200F ' +
  'hyphen \u2010 dash \u2010 ndash – mdash — horbar ― lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ laquo « raquo » lsaquo ‹ rsaquo › ' +
  'hellip … bull • middot · sect § para ¶ copy © reg ® trade ™ deg ° euro € pound £ cent ¢ yen ¥ times × divide ÷ minus − plusmn ± ' +
  'frac12 ½ frac14 ¼ frac34 ¾ sup1 ¹ sup2 ² sup3 ³ ordf ª ordm º iexcl ¡ iquest ¿ num # dollar $ percnt % ast * plus + comma , period . ' +
  'sol / bsol \\ colon : semi ; equals = quest ? commat @ lpar ( rpar ) lsqb [ rsqb ] lbrack [ rbrack ] lcub { rcub } lbrace { rbrace } ' +
  'lowbar _ UnderBar _ grave ` verbar | vert | excl ! Tab \u0009 NewLine \u000A szlig ß aelig æ AElig Æ oelig œ OElig Œ oslash ø Oslash Ø ' +
  'eth ð ETH Ð thorn þ THORN Þ dstrok đ Dstrok Đ lstrok ł Lstrok Ł inodot ı imath ı hstrok ħ Hstrok Ħ numero № ' +
  'alpha α beta β gamma γ delta δ epsilon ε zeta ζ eta η theta θ iota ι kappa κ lambda λ mu μ nu ν xi ξ omicron ο pi π rho ρ sigmaf ς ' +
  'sigma σ tau τ upsilon υ phi φ chi χ psi ψ omega ω Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ ' +
  'Lambda Λ Mu Μ Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω ' +
  'acy а bcy б vcy в gcy г dcy д iecy е iocy ё zhcy ж zcy з icy и jcy й kcy к lcy л mcy м ncy н ocy о pcy п rcy р scy с tcy т ucy у fcy ф ' +
  'khcy х tscy ц chcy ч shcy ш shchcy щ hardcy ъ ycy ы softcy ь ecy э yucy ю yacy я jukcy є iukcy і yicy ї ' +
  'Acy А Bcy Б Vcy В Gcy Г Dcy Д IEcy Е IOcy Ё ZHcy Ж Zcy З Icy И Jcy Й Kcy К Lcy Л Mcy М Ncy Н Ocy О Pcy П Rcy Р Scy С Tcy Т Ucy У Fcy Ф ' +
  'KHcy Х TScy Ц CHcy Ч SHcy Ш SHCHcy Щ HARDcy Ъ Ycy Ы SOFTcy Ь Ecy Э YUcy Ю YAcy Я Jukcy Є Iukcy І YIcy Ї';

/** The accent that a name such as `eacute` puts on its letter. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['macr', '\u0304'],
  ['breve', '\u0306'],
  ['dot', '\u0307'],
  ['uml', '\u0308'],
  ['ring', '\u030A'],
  ['dblac', '\u030B'],
  ['caron', '\u030C'],
  ['cedil', '\u0327'],
  ['ogon', '\u0328'],
]);

let names: ReadonlyMap<string, string> | undefined;

/** By a name without its signs, such as `eacute`; undefined for one that text is not written with. */
export function namedCharacter(name: string): string | undefined {
  names ??= new Map(pairsOf(NAMES.split(' ')));
  const known = names.get(name);
  if (known !== undefined) return known;
  const accent = ACCENTS.get(name.slice(1));
  return accent === undefined ? undefined : `${name.charAt(0)}${accent}`.normalize('NFC');
}

/** By a number; one of Windows' own is what it was meant to be, as browsers read it. Undefined for what is no character. */
export function numberedCharacter(point: number): string | undefined {
  if (!Number.isInteger(point) || point <= 0 || point > 0x10_ff_ff || (point >= 0xd8_00 && point <= 0xdf_ff))
    return undefined;
  const character = String.fromCodePoint(point);
  return fromWindows1252(character) ?? character;
}

function* pairsOf(words: readonly string[]): Generator<[string, string]> {
  for (let at = 0; at + 1 < words.length; at += 2) yield [words[at] ?? '', words[at + 1] ?? ''];
}
