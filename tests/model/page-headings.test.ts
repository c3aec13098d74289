import { describe, expect, it } from 'vitest';
import { headingMeaning, typeOfWords } from '../../src/model/page-headings.ts';

describe('the headings of a page’s list', () => {
  it.each([
    ['Date', { asks: 'date', lang: 'en' }],
    ['DATE:', { asks: 'date', lang: 'en' }],
    ['Место', { asks: 'place', lang: 'ru' }],
    ['the Source', { asks: 'facet', facet: 'source', lang: 'en' }],
    ['Fields of work', { asks: 'facet', facet: 'field', lang: 'en' }],
  ])('«%s» asks %j', (heading, meaning) => {
    expect(headingMeaning(heading)).toEqual(meaning);
  });

  it.each(['', 'constructor', 'Dates to remember', 'Our work'])('«%s» asks nothing', (heading) => {
    expect(headingMeaning(heading)).toBeUndefined();
  });
});

describe('the lines that name a kind of release', () => {
  it.each([
    ['Press release', 'press-release', 'en'],
    ['ПРЕСС-РЕЛИЗ', 'press-release', 'ru'],
    ['Media advisory', 'media-advisory', 'en'],
  ])('«%s» is %s', (words, name, lang) => {
    expect(typeOfWords(words)).toEqual({ name, lang });
  });

  it('are whole lines', () => {
    expect(typeOfWords('Press release of the harbour')).toBeUndefined();
    expect(typeOfWords('toString')).toBeUndefined();
  });
});
