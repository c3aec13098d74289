import { describe, expect, it } from 'vitest';
import { hypeWordsIn } from '../../src/text/hype-words.ts';

const found = (text: string): string[] => Array.from(hypeWordsIn(text), ({ words }) => words);

describe('hypeWordsIn', () => {
  it.each([
    ['a groundbreaking and ground-breaking course', ['groundbreaking', 'ground-breaking']],
    ['a cutting\u2011edge, state-of-the-art hall', ['cutting\u2011edge', 'state-of-the-art']],
    ['game changers and a game-changing idea', ['game changers', 'game-changing']],
    ['we are thrilled\nto open', ['thrilled\nto']],
    ['Proudly presented. Groundbreaking work.', ['Proudly', 'Groundbreaking']],
    ['A WORLD-CLASS COURSE', ['WORLD-CLASS']],
    ['the World-Class Chairs Company', []],
    ['## Breathtaking day', ['Breathtaking']],
    ['Amazing Grace was sung', []],
    ['an unprecedented flood, the historic hall, a revolutionary song', []],
    [
      'an unprecedented success, a historic milestone, a revolutionary approach',
      ['unprecedented success', 'historic milestone', 'revolutionary approach'],
    ],
    ['amazement, the state of the art, world-classes', []],
  ])('in %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('tells praise from feelings', () => {
    expect(Array.from(hypeWordsIn('proud to announce a must-see'), ({ kind }) => kind)).toEqual(['feeling', 'praise']);
  });
});
