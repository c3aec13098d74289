import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/model/settings.ts';
import type { Repository } from '../../src/model/repository.ts';
import { draftName, draftRelease, type DraftAnswers } from '../../src/operations/draft.ts';
import { clashOf, identitiesOf } from '../../src/operations/identities.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const taxonomyFile = `version: 1
languages: [en]
facets:
  field:
    property: fields
    multiple: true
    required: true
    terms: {elections: {label: Elections}, education: {label: Education}}
  desk:
    property: desk
    terms: {north: {label: North}}
  ministry:
    property: ministry
    multiple: true
    judged: author
    terms: {health: {label: Health}, labour: {label: Labour}}
`;

const answers: DraftAnswers = {
  title: 'Voters ask: who answers?',
  date: '2009-11-16',
  places: ['Baku'],
  terms: new Map([
    ['fields', ['elections']],
    ['ministry', ['health']],
    ['desk', ['north']],
  ]),
  lang: 'en',
  type: 'press-release',
  status: 'draft',
  body: 'BAKU, 16 November 2009 - Text.\n',
};

const repository = (files: Readonly<Record<string, string>> = {}): Promise<Repository> =>
  repositoryInMemory({ 'taxonomy.yaml': taxonomyFile, ...files });

describe('draftRelease', () => {
  it('names the file and writes the keys in the order of the house, the author first', async () => {
    const { creation, id, path, permalink } = draftRelease(answers, await repository());
    expect({ id, path, permalink, kind: creation.kind, to: creation.path }).toEqual({
      id: '2009-11-16-voters-ask-who-answers',
      path: 'releases/2009/2009-11-16-voters-ask-who-answers.md',
      permalink: '/2009/voters-ask-who-answers/',
      kind: 'create',
      to: 'releases/2009/2009-11-16-voters-ask-who-answers.md',
    });
    expect(creation.text).toBe(`---
id: 2009-11-16-voters-ask-who-answers
title: "Voters ask: who answers?"
date: 2009-11-16
place: Baku
ministry: health
fields: [elections]
desk: north
lang: en
status: draft
---
BAKU, 16 November 2009 - Text.
`);
  });

  it('writes everything that a release may say', async () => {
    const full: DraftAnswers = {
      ...answers,
      places: ['Baku', 'Ganja'],
      terms: new Map([
        ['fields', []],
        ['ministry', ['health', 'labour']],
      ]),
      type: 'media-advisory',
      lang: 'ru',
      embargo: '2026-03-08T09:00:00+01:00',
      summary: 'Short: very.',
      contacts: [{ name: 'A. Example', phone: '+43 1' }],
      boilerplate: 'about',
      slug: 'evening',
      origin: () => ({ url: 'https://www.example.org/1' }),
      extra: [
        ['aliases', ['/old/']],
        ['updated', '2009-11-17'],
      ],
    };
    const { creation, permalink } = draftRelease(full, await repository());
    expect(permalink).toBe('/ru/2009/evening/');
    expect(creation.text.split('---\n')[1]).toBe(`id: 2009-11-16-evening
title: "Voters ask: who answers?"
date: 2009-11-16
place: [Baku, Ganja]
ministry: [health, labour]
boilerplate: about
type: media-advisory
summary: "Short: very."
contacts:
  - name: A. Example
    phone: +43 1
aliases: [/old/]
updated: 2009-11-17
embargo: "2026-03-08T09:00:00+01:00"
lang: ru
status: draft
origin:
  url: https://www.example.org/1
`);
  });

  it('puts a draft without a day where drafts without a day belong', async () => {
    const { path, creation, id } = draftRelease(
      { ...answers, date: undefined },
      await repository({ 'press.yaml': 'releases: news\n' }),
    );
    expect({ path, id }).toEqual({ path: 'news/undated/voters-ask-who-answers.md', id: 'voters-ask-who-answers' });
    expect(creation.text).not.toContain('date:');
  });

  it('takes the day from a moment as it is written', async () => {
    const { path, creation } = draftRelease({ ...answers, date: '2009-01-01T00:30:00+04:00' }, await repository());
    expect(path).toBe('releases/2009/2009-01-01-voters-ask-who-answers.md');
    expect(creation.text).toContain('date: "2009-01-01T00:30:00+04:00"');
  });

  it('writes a slug down only where the file name does not give it', async () => {
    const dated = draftRelease({ ...answers, date: undefined, slug: '2009-11-16-again' }, await repository());
    expect(dated.creation.text).toContain('slug: 2009-11-16-again');
    expect(dated.permalink).toBe('/2009-11-16-again/');
  });
});

describe('draftName', () => {
  it('transliterates the title', () => {
    expect(draftName({ ...answers, title: 'Выборы в Бишкеке – 2026' }, 'releases').slug).toMatch(/^[a-z0-9-]+$/);
  });

  it.each(['🎉', '…', '«»'])('asks for a name when the title is «%s»', (title) => {
    expect(() => draftName({ ...answers, title }, 'releases')).toThrow(
      expect.objectContaining({ code: 'missing-answer', hint: expect.stringContaining('--slug') as unknown }),
    );
  });

  it.each(['con', 'index', 'nul', 'A', 'a--b', '-a', 'a/b', '../x', 'ä', 'a b', '__proto__'])(
    'refuses the slug «%s»',
    (slug) => {
      expect(() => draftName({ ...answers, slug }, 'releases')).toThrow(expect.objectContaining({ code: 'usage' }));
    },
  );

  it.each(['Index', 'CON', 'Aux'])('refuses a reserved name also when the title «%s» gives it', (title) => {
    expect(() => draftName({ ...answers, title }, 'releases')).toThrow(/reserved|cannot be/);
  });

  it('has nothing against honest neighbours', () => {
    for (const slug of ['constitution', 'indexes', 'console', '1', 'constructor'])
      expect(draftName({ ...answers, slug }, 'releases').slug).toBe(slug);
  });
});

describe('identities', () => {
  const file = (lines: string): string => `---\n${lines}\n---\nText.\n`;

  it('are the ids and the addresses of all readable releases, valid or not', async () => {
    const identities = identitiesOf(
      await repository({
        'releases/2009/2009-11-16-a.md': file('id: a\ntitle: A\ndate: 2009-11-16\naliases: [/old/a/]'),
        'releases/2009/2009-11-17-b.ru.md': file('id: b.ru\nlang: ru\ndate: 2009-11-17'),
        'releases/undated/c.md': file('slug: see'),
        'releases/2010/broken.md': 'no front matter',
        'press.yaml': `language: ${defaultSettings.language}\n`,
      }),
    );
    expect(Object.fromEntries(identities.ids)).toEqual({
      a: 'releases/2009/2009-11-16-a.md',
      'b.ru': 'releases/2009/2009-11-17-b.ru.md',
    });
    expect([...identities.permalinks.keys()].sort()).toEqual(['/2009/a/', '/old/a/', '/ru/2009/b/', '/see/']);
  });

  it('clash by id first, then by address', () => {
    const identities = { ids: new Map([['a', 'x.md']]), permalinks: new Map([['/a/', 'y.md']]) };
    expect(clashOf({ id: 'a', permalink: '/a/' }, identities)).toEqual({ kind: 'id', name: 'a', path: 'x.md' });
    expect(clashOf({ id: 'b', permalink: '/a/' }, identities)).toEqual({
      kind: 'permalink',
      name: '/a/',
      path: 'y.md',
    });
    expect(clashOf({ id: 'constructor', permalink: '/toString/' }, identities)).toBeUndefined();
  });
});
