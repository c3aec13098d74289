import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayCase } from '../../src/model/dateline-case.ts';
import { datelineFor } from '../../src/model/dateline-writing.ts';
import { parseDateline } from '../../src/model/dateline.ts';
import { dayFromEpoch } from '../../src/text/civil-calendar.ts';
import { fold } from '../../src/text/fold.ts';

const DATE = { year: 2009, month: 11, day: 16 };

describe('a city in running text', () => {
  it.each([
    ['BAKU', 'Baku'],
    ['THE HAGUE', 'The Hague'],
    ['NEW YORK CITY', 'New York City'],
    ['BOSNIA AND HERZEGOVINA', 'Bosnia and Herzegovina'],
    ['PORT OF SPAIN', 'Port of Spain'],
    ['SAINT-DENIS', 'Saint-Denis'],
    ['STRATFORD-UPON-AVON', 'Stratford-upon-Avon'],
    ['SANTA CRUZ DE LA SIERRA', 'Santa Cruz de la Sierra'],
    ['LAS VEGAS', 'Las Vegas'],
    ['DAR ES SALAAM', 'Dar es Salaam'],
    ["SANA'A", "Sana'a"],
    ["L'AQUILA", "L'Aquila"],
    ['N’DJAMENA', 'N’Djamena'],
    ["COEUR D'ALENE", "Coeur d'Alene"],
    ['ST. PÖLTEN', 'St. Pölten'],
    ['WASHINGTON, D.C.', 'Washington, D.C.'],
    ['LONDON, UK', 'London, UK'],
    ['İSTANBUL', 'İstanbul'],
    ['DİYARBAKIR', 'Diyarbakir'],
    ['СКОПЈЕ', 'Скопје'],
    ['РОСТОВ-НА-ДОНУ', 'Ростов-на-Дону'],
    ['東京', '東京'],
    ['Å', 'Å'],
    ['', ''],
  ])('%s is %s', (city, spelt) => {
    expect(displayCase(city)).toBe(spelt);
  });

  it.each(['Warsaw', 'McLEAN', 'The Hague', 'den Haag', 'Saint-Denis'])('%s stays', (city) => {
    expect(displayCase(city)).toBe(city);
  });

  it('is spelt as the vocabulary spells it where that knows it', () => {
    const spellings = new Map([
      [fold('Bakı'), 'Bakı'],
      [fold('McLean'), 'McLean'],
    ]);
    expect(displayCase('BAKI', spellings)).toBe('Bakı');
    expect(displayCase('mclean', spellings)).toBe('McLean');
    expect(displayCase('WARSAW', spellings)).toBe('Warsaw');
    expect(displayCase('CONSTRUCTOR', new Map())).toBe('Constructor');
  });

  it('is not changed a second time', () => {
    const names = fc.array(fc.constantFrom('NEW', 'DE', "D'A", 'A', '-', ' ', 'İ', 'ß', 'Ж', '.', 'St'), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(names, (parts) => {
        const spelt = displayCase(parts.join(''));
        expect(displayCase(spelt)).toBe(spelt);
      }),
    );
  });
});

describe('the dateline of a new release', () => {
  it.each([
    ['en', 'BAKU, 16 November 2009 - '],
    ['en-GB', 'BAKU, 16 November 2009 - '],
    ['ru', 'БАКУ, 16 ноября 2009 года - '],
    ['RU', 'БАКУ, 16 ноября 2009 года - '],
    ['uk', 'БАКУ, 16 листопада 2009 року - '],
    ['mk', 'БАКУ, 16 ноември 2009 година - '],
    ['sr', 'БАКУ, 16. новембар 2009. - '],
    ['bg', 'БАКУ, 16 ноември 2009 г. - '],
    ['fr', 'BAKU, 16 novembre 2009 - '],
    ['de', 'BAKU, 16. November 2009 - '],
    ['es', 'BAKU, 16 de noviembre de 2009 - '],
    ['fi', 'BAKU, 16 November 2009 - '],
    ['constructor', 'BAKU, 16 November 2009 - '],
    ['', 'BAKU, 16 November 2009 - '],
  ])('in %j', (lang, dateline) => {
    const place = /[а-я]/i.test(dateline) ? 'Баку' : 'Baku';
    expect(datelineFor({ places: [place], date: DATE, lang })).toBe(dateline);
  });

  it('joins places, or has none', () => {
    expect(datelineFor({ places: ['Vienna', 'The Hague'], date: DATE, lang: 'en' })).toBe(
      'VIENNA/THE HAGUE, 16 November 2009 - ',
    );
    expect(datelineFor({ places: [], date: DATE, lang: 'en' })).toBe('16 November 2009 - ');
  });

  it('writes a Turkish capital as Turkish does', () => {
    expect(datelineFor({ places: ['İzmir', 'Diyarbakır'], date: DATE, lang: 'tr' })).toBe(
      'İZMİR/DİYARBAKIR, 16 Kasım 2009 - ',
    );
  });

  it('is read back as what was written', () => {
    const city = fc.constantFrom(
      'Baku',
      'The Hague',
      'New York City',
      'Saint-Denis',
      "N'Djamena",
      'Bosnia and Herzegovina',
      'St. Pölten',
      'Rio de Janeiro',
      'Скопје',
      'Ростов-на-Дону',
      'Αθήνα',
      'Տաթև',
      'Gießen',
      'Łódź',
      'Coeur d’Alene',
      'Mayfield',
      'Marsa',
      'Port of Spain',
    );
    const lang = fc.constantFrom('en', 'ru', 'uk', 'mk', 'sr', 'bg', 'fr', 'de', 'es', 'it', 'tr', 'xx', 'not a tag');
    const day = fc.integer({ min: -354_285, max: 376_199 }); // the years 1000 to 2999
    fc.assert(
      fc.property(fc.array(city, { maxLength: 4 }), day, lang, (places, days, language) => {
        const date = dayFromEpoch(days);
        const dateline = datelineFor({ places, date, lang: language });
        const text = `${dateline}The Office`;
        const found = parseDateline(text)!;
        const written = places.map((place) => dateline.split(', ')[0]?.split('/')[places.indexOf(place)]);
        expect(found.cities).toEqual(written);
        expect(found).toMatchObject({ ...date, start: 0, end: dateline.length });
      }),
      { numRuns: 1000 },
    );
  });
});
