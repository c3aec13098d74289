import { describe, expect, it } from 'vitest';
import { feedAddress } from '../../src/model/feed-address.ts';

const rss = { id: 'rss', extension: 'rss' };
const jsonFeed = { id: 'json-feed', extension: 'feed.json' };
const formats = ['rss', 'json-feed'];

describe('the address of a feed’s file', () => {
  it.each([
    ['https://press.example.org/feeds/elections.xml', rss, 'https://press.example.org/feeds/elections.xml'],
    ['https://press.example.org/feeds/elections.xml', jsonFeed, 'https://press.example.org/feeds/vote.feed.json'],
    ['https://press.example.org/feeds/', rss, 'https://press.example.org/feeds/vote.rss'],
    ['https://press.example.org/feeds/', jsonFeed, 'https://press.example.org/feeds/vote.feed.json'],
    ['https://press.example.org', rss, 'https://press.example.org/vote.rss'],
    ['https://press.example.org/feed?of=vote', rss, 'https://press.example.org/feed?of=vote'],
    ['https://press.example.org/feed?of=vote', jsonFeed, 'https://press.example.org/vote.feed.json'],
    ['https://пример.рф/é/', rss, 'https://xn--e1afmkfd.xn--p1ai/%C3%A9/vote.rss'],
  ])('is that of the first format, or lies beside it: %s', (url, format, address) => {
    expect(feedAddress({ id: 'vote', url, formats }, format)).toBe(address);
  });

  it('is not known without a url, and not of a format that the feed is not written in', () => {
    const url = 'https://press.example.org/feeds/';
    expect(feedAddress({ id: 'vote', formats }, rss)).toBeUndefined();
    expect(feedAddress({ id: 'vote', url, formats }, { id: 'atom', extension: 'atom' })).toBeUndefined();
    expect(feedAddress({ id: 'vote', url: 'https://[', formats }, rss)).toBeUndefined();
  });
});
