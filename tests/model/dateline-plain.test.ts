import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datelineByGrammar, parseDateline } from '../../src/model/dateline.ts';
import { plainDateline } from '../../src/model/dateline-plain.ts';
import { HEADING_WORDS, SENTENCE_OPENERS, STANDALONE_CITIES } from '../../src/model/dateline-words.ts';

const words = [...HEADING_WORDS, ...SENTENCE_OPENERS, ...STANDALONE_CITIES].filter((word) => /^[a-z ]+$/.test(word));
const city = fc.oneof(
  fc.constantFrom(
    'BAKU',
    'WARSAW',
    'NEW YORK',
    'PORT OF SPAIN',
    'MAY',
    'SUNDAY',
    'SUN',
    'MARCH',
    'DC',
    'ST',
    'AND',
    'NATO',
  ),
  fc.constantFrom(...words).map((word) => word.toUpperCase()),
  fc.string({ unit: fc.constantFrom(...'ABCDEINORSTU'), minLength: 1, maxLength: 5 }),
);
const cities = fc.array(city, { minLength: 1, maxLength: 3 }).map((each) => each.join(' '));
const month = fc.constantFrom(
  'January',
  'May',
  'November',
  'Nov',
  'Sept',
  'mai',
  'Mai',
  'Brumaire',
  'Listopad',
  'MAY',
  'Monday',
  'Of',
);
const behind = fc.constantFrom(
  'A course opened.',
  'A course opened today.',
  'The press, too.',
  'A – b c',
  'Ap news – Text',
  'Pr newswire. Text',
  'Reuters reports on – that',
  'May we see',
  'May 5, 2010 – more',
  'Am see we',
  'a course',
  '“Yes,” he said.',
  '(OSCE) – Text',
  '5 May 2010 – more',
  '\nText',
  '  Text',
  '*Text*',
  '&nbsp;Text',
  '– Text',
  '',
  'OSCE – Text',
  '1 is',
  '\u00ADText',
);
/** Mostly the usual one. */
function mostly(usual: string, ...others: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...others) });
}

const text = fc
  .tuple(
    cities,
    mostly(', ', ' ', ','),
    mostly('16', '1', '31', '32', '0', '07'),
    fc.oneof(fc.constant('November'), month),
    mostly('2009', '1999', '3009', '209'),
    mostly(' – ', ' - ', ' — ', '-', ' –', ' -- ', ', '),
    behind,
  )
  .map(([where, comma, day, name, year, dash, rest]) => `${where}${comma}${day} ${name} ${year}${dash}${rest}`);

describe('a dateline of the usual form', () => {
  it('is read at a glance as the grammar reads it', () => {
    let count = 0;
    fc.assert(
      fc.property(fc.constantFrom('', '\n', '  '), text, fc.constantFrom(0, 600), (before, each, more) => {
        const whole = `${before}${each}${'x'.repeat(more)}`;
        const plain = plainDateline(whole, before.length);
        expect(parseDateline(whole)).toEqual(datelineByGrammar(whole));
        if (plain === undefined) return;
        count += 1;
        expect(plain).toEqual(datelineByGrammar(whole));
      }),
      { numRuns: 20_000 },
    );
    expect(count).toBeGreaterThan(100);
  });
});
