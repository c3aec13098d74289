import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldRunning, mayHoldWord } from '../../src/text/fold.ts';

describe('one spelling for a word', () => {
  it.each([
    ['Türkiye', 'turkiye'],
    ['TURKIYE', 'turkiye'],
    ['TÜRKİYE', 'turkiye'],
    ['Türkıye', 'turkiye'],
    ['Tu\u0308rkiye', 'turkiye'],
    ['ＴＵＲＫＩＹＥ', 'turkiye'],
    ['２０２５', '2025'],
    ['Ёлка', 'елка'],
    ['ВЫБОРЫ', 'выборы'],
    ['Київ', 'киів'],
    ['Straße', 'strasse'],
    ['STRASSE', 'strasse'],
    ['STRAẞE', 'strasse'],
    ['Łódź', 'lodz'],
    ['Bosnia-Herzegovina', 'bosnia herzegovina'],
    ['Bosnia – Herzegovina', 'bosnia herzegovina'],
    ['Côte d’Ivoire', 'cote divoire'],
    ["Cote d'Ivoire", 'cote divoire'],
    ['Cyber/ICT Security', 'cyber ict security'],
    ['elec\u00ADtions\u200B', 'elections'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['οδος', 'οδοσ'],
    ['ﬁnance', 'finance'],
    ['مُحَمَّد', 'محمد'],
    ['😀 party', 'party'],
    ['', ''],
    ['—', ''],
    ['« »', ''],
  ])('%j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it.each([
    ['The Netherlands', 'netherlands'],
    ['the hague', 'hague'],
    ['La Haye', 'haye'],
    ['Les Émirats', 'emirats'],
    ['Le Monde', 'monde'],
    ['Der Spiegel', 'spiegel'],
    ['Die Presse', 'presse'],
    ['Das Parlament', 'parlament'],
    ["L'Autriche", 'autriche'],
    ['«L’Autriche»', 'autriche'],
    ['The The Netherlands', 'netherlands'],
    ['The', 'the'],
    ["l'", 'l'],
    ['Theatre', 'theatre'],
    ['Office of the Secretary', 'office of the secretary'],
    ['L 5', 'l 5'],
  ])('drops a leading article only: %j is %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('keeps scripts and their letters apart', () => {
    expect(fold('Баку')).not.toBe(fold('Baku'));
    expect(fold('हिन्दी')).not.toBe(fold('हिन्दू'));
    expect(fold('カス')).not.toBe(fold('ガス'));
  });

  it('changes nothing the second time, for every character there is', () => {
    const unstable: string[] = [];
    for (let point = 0; point <= 0x10_ff_ff; point += 1) {
      const folded = fold(`x${String.fromCodePoint(point)}y`);
      if (fold(folded) !== folded) unstable.push(point.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  it('changes nothing the second time, for any text', () => {
    const pieces = fc.constantFrom('the', 'l', "'", '’', ' ', 'La', 'é', 'İ', 'ß', 'д', '-', 'x', '\u0301');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        const folded = fold(words.join(''));
        expect(fold(folded)).toBe(folded);
        expect(folded).toBe(folded.trim());
      }),
      { numRuns: 1000 },
    );
  });

  it('makes no difference between the fast path and the other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(fold(text)).toBe(fold(`${text}\u200B`));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('running text', () => {
  it.each([
    ["Ukraine's people", 'ukraine s people'],
    ['Dans l’Azerbaïdjan voisin', 'dans l azerbaidjan voisin'],
    ['The OSCE’s office', 'the osce s office'],
    ['L’Arménie', 'l armenie'],
    ["здоров'я", 'здоров я'],
    ['… – «»', ''],
  ])('of %j is searched as %j', (text, folded) => {
    expect(foldRunning(text)).toBe(folded);
  });

  it('folded again is the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => foldRunning(foldRunning(text)) === foldRunning(text)),
    );
  });
});

describe('running text', () => {
  const sign = fc.constantFrom(..."abNZ059 -.,;:\n\r\t\u0000\u0007\u00A0«»–—“”„…'’é\u0301ﬁß\u00AD\u200B•");
  const running = fc.string({ unit: sign, maxLength: 30 });

  it('is folded the same, in English and with signs of other languages behind it', () => {
    fc.assert(
      fc.property(running, (text) => {
        expect(foldRunning(`${text} •é`)).toBe(`${foldRunning(text)} e`.trim());
      }),
      { numRuns: 5000 },
    );
  });

  it('is only said to have no such word when it has none', () => {
    let refused = 0;
    fc.assert(
      fc.property(running, running, (text, other) => {
        for (const word of `${foldRunning(text)} ${foldRunning(other)}`.split(' ')) {
          if (mayHoldWord(text, word)) continue;
          refused += 1;
          expect(` ${foldRunning(text)} `).not.toContain(` ${word} `);
        }
      }),
      { numRuns: 5000 },
    );
    expect(refused).toBeGreaterThan(100);
  });
});
