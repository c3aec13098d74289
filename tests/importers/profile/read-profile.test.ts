import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/importers/profile/read-profile.ts';
import type { SiteProfile } from '../../../src/model/site-profile.ts';
import { personsData } from '../../../src/repository/persons-data.ts';

export function profile(yaml: string): SiteProfile {
  return readProfile(personsData('site.yaml', Buffer.from(yaml)));
}

describe('a profile', () => {
  it('says with selectors, lists and mappings where things stand', () => {
    const { places, facets, match, skip, entry, fallback, name, isPersons } = profile(`
name: Harbour Office
match:
  host: News.Example.org
  selector: body.press
title: h1
date:
  - select: time
    attribute: DateTime
  - select: [.date, .issued]
    pattern: 'on (.+)'
    format: day-month-year
place: {value: Baku}
body: [.text, .content]
facets:
  field: .topics a
skip: .share
entry: [.item]
fallback: true
`);
    expect([name, isPersons, match, skip, entry, fallback]).toEqual([
      'Harbour Office',
      true,
      { host: 'news.example.org', selector: 'body.press' },
      ['.share'],
      '.item',
      true,
    ]);
    expect(Object.fromEntries(places)).toEqual({
      title: [{ select: 'h1' }],
      date: [
        { select: 'time', attribute: 'datetime' },
        { select: '.date', pattern: 'on (.+)', format: 'day-month-year' },
        { select: '.issued', pattern: 'on (.+)', format: 'day-month-year' },
      ],
      place: [{ select: '', value: 'Baku' }],
      body: [{ select: '.text' }, { select: '.content' }],
    });
    expect(Object.fromEntries(facets)).toEqual({ field: [{ select: '.topics a' }] });
  });

  it('is called by its file, is for all pages, and leaves nothing out, where it does not say', () => {
    expect(profile('title: h1\nbody: .text\nskip:\n')).toMatchObject({
      name: 'site.yaml',
      match: {},
      skip: [],
      fallback: false,
    });
  });

  const good = 'title: h1\nbody: p\n';

  it.each([
    ['title: h1\n', 'site.yaml:1:1: The profile does not say where the text stands.'],
    ['body: h1\n', 'site.yaml:1:1: The profile does not say where the title stands.'],
    [`${good}titel: h2\n`, 'site.yaml:3:1: «titel» is no key of a profile.'],
    [
      `${good}date: p:first\n`,
      'site.yaml:3:7: «p:first» cannot be used as a selector. «:first» is a pseudo-class, which press does not know.',
    ],
    [
      `${good}skip: [.a, "+"]\n`,
      'site.yaml:3:12: «+» cannot be used as a selector. «+» is nothing that press knows in a selector.',
    ],
    [`${good}date:\n  pattern: (a)\n`, 'site.yaml:4:3: «date» has neither «select» nor «value».'],
    [`${good}date:\n  select: p\n  pattern: a\n`, 'site.yaml:5:12: «a» cannot be used as a pattern. It has 0 groups.'],
    [
      `${good}date:\n  select: p\n  pattern: (a)(b)\n`,
      'site.yaml:5:12: «(a)(b)» cannot be used as a pattern. It has 2 groups.',
    ],
    [
      `${good}date:\n  select: p\n  pattern: (?=a)\n`,
      'site.yaml:5:12: «(?=a)» cannot be used as a pattern. It is no regular expression, or uses look-around or back-references.',
    ],
    [`${good}date:\n  select: p\n  format: dmy\n`, 'site.yaml:5:11: «dmy» is no order of numbers.'],
    [`${good}date:\n  selct: p\n`, 'site.yaml:4:3: «selct» is no key of «date».'],
    [`${good}place: 7\n`, 'site.yaml:3:8: This has to be a text.'],
    [`${good}match: news.example.org\n`, 'site.yaml:3:8: Keys and values belong here.'],
    [`${good}match:\n  host: https://example.org/\n`, 'site.yaml:4:9: «https://example.org/» is no name of a host.'],
    [`${good}fallback: maybe\n`, 'site.yaml:3:11: This is neither true nor false.'],
    ['- a\n', 'site.yaml:1:1: '],
    ['title: "h1\n', 'site.yaml:1:8: '],
  ])('is refused where it is wrong, with line and column: %j', (yaml, message) => {
    expect(() => profile(yaml)).toThrow(message);
  });

  it('suggests the key that was meant', () => {
    let hint: unknown;
    try {
      profile(`${good}titel: h2\n`);
    } catch (error) {
      hint = (error as { hint?: string }).hint;
    }
    expect(hint).toBe('Did you mean «title»?');
  });

  it('names the line of text in another encoding', () => {
    expect(() => readProfile(personsData('site.yaml', Buffer.from([0x61, 0x0a, 0xff])))).toThrow('site.yaml:2: ');
  });
});
