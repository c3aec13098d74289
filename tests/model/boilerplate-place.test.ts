import { describe, expect, it } from 'vitest';
import { placeOfBoilerplate } from '../../src/model/boilerplate-place.ts';
import { samplePath, sampleRelease } from '../../src/model/sample-release.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({
  'taxonomy.yaml': 'version: 1\nfacets: {topic: {property: topics, terms: {a: {label: A}}}}\n',
});
const closing = 'We have answered questions from many countries since 2009.';
const place = (body: string, boilerplate = closing) => {
  const manuscript = repository.manuscriptFrom(samplePath, Buffer.from(sampleRelease({}, body)));
  return { text: manuscript.text, found: placeOfBoilerplate(manuscript, boilerplate) };
};

describe('placeOfBoilerplate', () => {
  it.each([
    `One.\n\n${closing}\n`,
    `One. ${closing} Two.\n`,
    closing.replaceAll(' ', '\n\n'),
    `We <!-- x --> ${closing.slice(3)}`,
  ])('finds the text in %j', (body) => {
    expect(place(body).found).toEqual({ is: 'the same' });
  });

  it.each(['', 'One.\n', 'They asked questions from one country.\n', `<!-- ${closing} -->\n`])(
    'misses it in %j',
    (body) => {
      expect(place(body).found).toEqual({ is: 'missing' });
    },
  );

  it('takes the nearest paragraph, and shows a few words of both', () => {
    const { text, found } = place(
      `We had questions since 2009.\n\n${closing.replace('answered questions from many', 'sent')}\n\nWe are.\n`,
    );
    if (found.is !== 'changed') throw new Error(found.is);
    expect(text.slice(found.whole.start, found.whole.end)).toBe('We have sent countries since 2009.');
    expect(text.slice(found.changed.start, found.changed.end)).toBe('sent');
    expect(found).toMatchObject({ here: 'sent', wanted: 'answered questions from many' });
  });

  it('compares as many paragraphs as there are', () => {
    const { text, found } = place(
      'One.\n\n**About**\n\nWe have answered questions for years.\n',
      '**About us**\n\nWe have answered questions for years.',
    );
    if (found.is !== 'changed') throw new Error(found.is);
    expect(text.slice(found.whole.start, found.whole.end)).toBe('**About**\n\nWe have answered questions for years.');
    expect(found).toMatchObject({ here: '**About**', wanted: '**About us**' });
  });
});
