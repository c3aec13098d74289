import { describe, expect, it } from 'vitest';
import { identityOf, tagAuthority } from '../../src/model/identity.ts';

const publisher = { name: 'x', authority: 'press.example.org', since: '2009-01-01' };

describe('the identity of a release', () => {
  it('is a tag URI of authority, first day and id', () => {
    expect(identityOf('baku-election-hotline', publisher)).toBe(
      'tag:press.example.org,2009-01-01:baku-election-hotline',
    );
  });

  it('does not depend on anything else of the publisher', () => {
    const moved = { ...publisher, name: 'y', url: 'https://elsewhere.example/', logo: '/z.png' };
    expect(identityOf('a', moved)).toBe(identityOf('a', publisher));
  });

  it.each([
    ['no authority', { name: 'x', since: '2009' }],
    ['no first day', { name: 'x', authority: 'press.example.org' }],
    ['an address for a host', { name: 'x', authority: 'https://press.example.org/', since: '2009' }],
    ['no host at all', { name: 'x', authority: 'a b', since: '2009' }],
  ])('falls back to the same UUID for ever: %s', (_, incomplete) => {
    expect(tagAuthority(incomplete)).toBeUndefined();
    expect(identityOf('a', incomplete)).toBe('urn:uuid:b45812ae-9a26-55a3-940f-5c3da3939eb1');
    expect(identityOf('b', incomplete)).not.toBe(identityOf('a', incomplete));
  });

  it.each([
    ['Press.Example.ORG', 'press.example.org,2009'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai,2009'],
    ['desk@Example.org', 'desk@example.org,2009'],
  ])('writes the authority %s as %s', (authority, written) => {
    expect(tagAuthority({ name: 'x', authority, since: '2009' })).toBe(written);
  });
});
