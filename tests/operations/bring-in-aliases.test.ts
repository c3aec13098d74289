import { describe, expect, it } from 'vitest';
import { furtherAddresses } from '../../src/operations/bring-in-aliases.ts';
import { archive, bring, fileOf, incoming } from './bring-in-fixture.ts';

const sites = { sites: ['https://press.example.org/', undefined, 'no address'], permalink: '/2009/here/' };

describe('further addresses', () => {
  it('of this site send readers on, each once and never to itself; others are a remark', () => {
    const otherUrls = [
      '/old/7',
      'https://press.example.org/old/7',
      'https://press.example.org/2009/here/',
      'http://press.example.org/print?id=3',
      'https://elsewhere.example/7',
      '//host/7',
      '/with blank',
      'urn:x',
    ];
    expect(furtherAddresses(incoming({ otherUrls }), sites)).toEqual({
      aliases: ['/old/7', '/print'],
      notes: ['https://elsewhere.example/7', '//host/7', '/with blank', 'urn:x'].map(
        (url) => `It also stands at ${url}.`,
      ),
    });
  });

  it('stand with those that the source has, and are reported', async () => {
    const repository = await archive({ 'press.yaml': 'baseUrl: https://press.example.org/\n' });
    const brought = await bring(
      [{ otherUrls: ['/old/7', 'https://press.example.org/b'] }],
      { year: '2009' },
      repository,
    );
    expect(fileOf(brought)).toContain('aliases: [/old/7, /b]\n');
    expect(brought.report.releases[0]?.read).toContainEqual({
      key: 'aliases',
      value: ['/old/7', '/b'],
      origin: 'further addresses',
    });
  });
});

describe('what is only likely', () => {
  it('is told as such', async () => {
    const likely = { value: 'BAKU', origin: 'first line', confidence: 'likely' } as const;
    const { report } = await bring([{ places: [likely], title: { ...likely, value: 'T' } }], { year: '2009' });
    const read = report.releases[0]?.read.filter(({ confidence }) => confidence === 'likely');
    expect(read?.map(({ key }) => key)).toEqual(['title', 'place']);
  });
});
