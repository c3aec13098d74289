import { describe, expect, it } from 'vitest';
import { placeFor } from '../../src/model/release-place.ts';

const from = 'releases/2009/2009-11-16-course.md';

describe('where a release belongs', () => {
  it.each<[string, string, { day?: string; slug?: string }, string]>([
    ['another day in the year', from, { day: '2009-12-01' }, 'releases/2009/2009-12-01-course.md'],
    ['another year', from, { day: '2010-01-11' }, 'releases/2010/2010-01-11-course.md'],
    ['another name', from, { day: '2009-11-16', slug: 'talk' }, 'releases/2009/2009-11-16-talk.md'],
    ['both', from, { day: '2010-01-11', slug: 'talk' }, 'releases/2010/2010-01-11-talk.md'],
    ['neither', from, { day: '2009-11-16' }, from],
    ['without a date the day in the name stays', from, { slug: 'talk' }, 'releases/2009/2009-11-16-talk.md'],
    ['and nothing is put there', 'releases/undated/x.md', { slug: 'talk' }, 'releases/undated/talk.md'],
    ['from the undated ones', 'releases/undated/x.md', { day: '2010-01-11' }, 'releases/2010/2010-01-11-x.md'],
    [
      'a folder of another name stays',
      'texts/2009 news/a.md',
      { day: '2010-01-11' },
      'texts/2009 news/2010-01-11-a.md',
    ],
    ['so does a flat one', 'releases/a.md', { day: '2010-01-11' }, 'releases/2010-01-11-a.md'],
    ['and none at all', 'a.md', { day: '2010-01-11' }, '2010-01-11-a.md'],
    ['only the last folder counts', '2009/2009/a.md', { day: '2010-01-11' }, '2009/2010/2010-01-11-a.md'],
    [
      'a translation keeps its language',
      'r/2009-11-16-a.ru.md',
      { day: '2010-01-11', slug: 'b' },
      'r/2010-01-11-b.ru.md',
    ],
    ['one with a script, too', 'r/a.sr-latn.md', { day: '2010-01-11' }, 'r/2010-01-11-a.sr-latn.md'],
    [
      'what stands before a dot is no name otherwise',
      'r/Å.ru.md',
      { day: '2010-01-11', slug: 'b' },
      'r/2010-01-11-b.md',
    ],
    ['a name that begins with a dot', 'r/.ru.md', { day: '2010-01-11' }, 'r/2010-01-11-.ru.md'],
    ['capitals at the end', 'r/2009-11-16-a.MD', { day: '2010-01-11' }, 'r/2010-01-11-a.md'],
    ['a day alone for a name', 'r/2009-11-16.md', { day: '2010-01-11' }, 'r/2010-01-11-2009-11-16.md'],
  ])('%s', (_, path, { day, slug }, place) => {
    expect(placeFor(path, { day, slug })).toBe(place);
  });
});
