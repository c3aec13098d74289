/** hype, unattributed-quote, unexpanded-acronym: the exact place, what is said, and what is left alone. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { findingsOf, unmark } from './marked-text.ts';

const on = ['unexpanded-acronym'];
const body = (text: string, changes: Record<string, string> = {}): string =>
  sampleRelease({ place: undefined, ...changes }, `${text}\n`);

async function found(text: string, others: Record<string, string> = {}): Promise<Diagnostic[]> {
  const rules = ['hype', 'unattributed-quote', 'unexpanded-acronym'];
  return (await findingsOf(text, samplePath, others, on)).filter(({ rule }) => rules.includes(rule));
}

const speech = 'The first day at a polling station decides whether people trust the count.';
const russianSpeech = 'Первый день на участке решает, верят ли люди подсчёту голосов';
const russian = { lang: 'ru', title: 'В Баку открылся курс' };

describe('the place', () => {
  it.each([
    ['hype', 'a word', body('A ⟦groundbreaking⟧ course opened.')],
    [
      'hype',
      'words over two lines, behind wide letters',
      body('新聞 😀 <!-- amazing --> We are ⟦thrilled\nto⟧ open a course.'),
    ],
    ['hype', 'a word in an item of a list', body('Guests:\n\n* a **⟦world-class⟧** cook')],
    ['hype', 'a word of a title', body('Text.', { title: '"Office opens ⟦must-see⟧ hall"' })],
    ['hype', 'a word of a folded summary', body('Text.', { summary: '>-\n  A course with\n  ⟦breathtaking⟧ views' })],
    ['hype', 'CR LF and a mark', `\uFEFF${body('Text.\nAn ⟦unrivalled⟧ course.').replaceAll('\n', '\r\n')}`],
    ['unattributed-quote', 'a paragraph', body(`One.\n\n⟦“${speech}”⟧\n\nTwo.`)],
    ['unattributed-quote', 'a sentence among others', body(`One. ⟦"${speech}"⟧ Two.`)],
    ['unattributed-quote', 'a sentence in Russian', body(`Раз.\n\n⟦«${russianSpeech}»⟧.\n\nДва.`, russian)],
    ['unexpanded-acronym', 'the first use', body('The ⟦CECAZ⟧ opened a course, and the CECAZ closed it.')],
    ['unexpanded-acronym', 'a plural', body('Some ⟦IDP⟧s came.')],
    ['unexpanded-acronym', 'Cyrillic', body('Речь шла о ⟦ГКЧП⟧.', russian)],
  ])('of %s: %s', async (rule, _, marked) => {
    const { text, range } = unmark(marked);
    expect((await found(text)).map((each) => [each.rule, each.range, each.severity])).toEqual([[rule, range, 'info']]);
  });
});

describe('what is said', () => {
  it('of praise and of feelings', async () => {
    const [feeling, praise] = await found(body('We are proud\nto announce a groundbreaking course.'));
    expect(feeling?.message).toBe('«proud to announce» tells how you feel, not what has happened.');
    expect(praise).toMatchObject({
      message: '«groundbreaking» praises, and tells readers nothing.',
      hint: 'Take it out, or say what is new, in figures.',
    });
  });

  it('of each acronym once', async () => {
    const all = await found(body('The CECAZ and the XYZ met. The XYZ and the CECAZ parted.'));
    expect(all.map(({ message }) => message)).toEqual([
      '«CECAZ» is nowhere spelled out.',
      '«XYZ» is nowhere spelled out.',
    ]);
  });
});

describe('nothing is said', () => {
  it.each([
    ['of praise that somebody spoke', body('"It is a groundbreaking course," said a trainer.')],
    ['of praise in a quoted paragraph', body('> A groundbreaking course.\n\nSaid a trainer.')],
    [
      'of praise in code, addresses and comments',
      body('See `amazing`, <https://example.org/amazing> and [it](https://example.org/must-see). <!-- amazing -->'),
    ],
    ['of praise in a name', body('The World-Class Chairs Company brought chairs.')],
    ['of praise in another language', body('Un cours amazing.', { lang: 'fr' })],
    [
      'of praise in a statement',
      body('BAKU, 16 November 2009 - An amazing course.', { type: 'statement', place: 'Baku' }),
    ],
    ['of a quoted title in a title', body('Text.', { title: 'Film “An amazing day” opens festival' })],
    ['of speech with a verb', body(`"${speech}" said a trainer.`)],
    ['of speech with a name', body(`"${speech}" Daria Lindqvist keeps the keys.`)],
    ['of speech that is announced', body(`A trainer put it this way:\n\n"${speech}"`)],
    ['of speech after who spoke', body(`A trainer spoke, and said much.\n\n"${speech}"`)],
    ['of speech before who spoke', body(`"${speech}"\n\n— Daria Lindqvist`)],
    ['of speech over two paragraphs', body(`"${speech}\n\n"${speech}" said a trainer.`)],
    ['of the title of a course', body('One. "How to Read a Protocol in Five Easy Steps." Two.')],
    ['of a part of a sentence', body('The law «on the protection of those who watch an election» is new.')],
    ['of a motto within a sentence', body('They wrote "We all count every vote that is cast." on a wall.')],
    ['of short words', body('One. "Nobody knew that."')],
    ['of speech in Russian', body(`«${russianSpeech}», – сказал преподаватель.`, russian)],
    ['of speech in a language that is not known', body(`„${speech}“`, { lang: 'de' })],
    ['of inches and apostrophes', body('The doors are 6" wide and the visitors\' cars 9" high.')],
    ['of acronyms that all know', body('The UN, the EU, NGOs and the USA met. ООН и США.')],
    ['of acronyms of the vocabulary', body('The OSCE and ODIHR met.')],
    ['of acronyms in brackets', body('The Central Election Commission (CEC) met. The CEC is new.')],
    ['of acronyms before brackets', body('The IFES (a foundation for electoral systems) came.')],
    [
      'of Roman numerals, units and codes',
      body('Part XIV has 10 MB. They came from Portland, OR, with AZ, BY and DE.'),
    ],
    [
      'of words in capitals',
      body('FOR IMMEDIATE RELEASE\n\nDo NOT open. They may not.\n\n**UPDATE:** no. UPDATE: yes.'),
    ],
    ['of the dateline', body('ULM, 16 November 2009 - A course opened.', { place: 'Ulm' })],
    ['of acronyms in code and addresses', body('See `ABCD` and <https://example.org/ABCD>.')],
  ])('%s', async (_, text) => {
    expect(await found(text)).toEqual([]);
  });

  it('of what the house has agreed to say of itself', async () => {
    const settings = {
      'press.yaml': 'publisher: {name: Sample Office for News}\nboilerplates: {about: An amazing office.}\n',
    };
    expect(await found(body('The SON is here.\n\nAn amazing\noffice.'), settings)).toEqual([]);
    expect(await found(body('The SON is here.\n\nAn amazing\noffice.'))).toHaveLength(2);
  });

  it('of acronyms where nobody asked for it', async () => {
    expect(await findingsOf(body('The CECAZ opened a course.'))).toEqual([]);
  });
});
