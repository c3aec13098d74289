import { describe, expect, it } from 'vitest';
import { ninjs } from '../../src/importers/ninjs.ts';
import type { SourceRelease } from '../../src/model/importer.ts';
import { source } from './pages.ts';

const item = {
  uri: 'https://agency.example/items/abc-123',
  type: 'text',
  version: '1',
  versionCreated: '2009-11-16T10:00:00Z',
  contentCreated: '2009-11-16T09:00:00Z',
  pubStatus: 'usable',
  headlines: [
    { role: 'sub', value: 'Small' },
    { role: 'main', value: 'Course opens' },
  ],
};
const read = (changes: object): SourceRelease => {
  const [release] = ninjs.read(source(JSON.stringify({ ...item, ...changes })));
  if (release === undefined) throw new Error('no release');
  return release;
};
const key = (changes: object, name: string): unknown => read(changes).frontMatter?.get(name)?.value;

describe('a ninjs item', () => {
  it('is recognised by what only ninjs has', () => {
    expect(ninjs.recognise(source(JSON.stringify(item)))).toBeGreaterThan(0.9);
    expect(ninjs.recognise(source(`${JSON.stringify(item)}\n${JSON.stringify(item)}\n`))).toBeGreaterThan(0.9);
    expect(ninjs.recognise(source('{"uri":"x","title":"y"}'))).toBe(0);
  });

  it('gives headline, moments and address', () => {
    expect(read({})).toMatchObject({
      title: { value: 'Course opens' },
      date: { value: '2009-11-16T09:00:00Z' },
      url: item.uri,
      hasMomentsOnly: true,
    });
    expect(key({}, 'updated')).toBe('2009-11-16T10:00:00Z');
    expect(key({ versionCreated: item.contentCreated }, 'updated')).toBeUndefined();
    expect(read({ contentCreated: undefined }).date?.value).toBe(item.versionCreated);
    expect(read({ contentCreated: undefined, version: '2' }).date).toBeUndefined();
    expect(read({ contentCreated: '2009-11-16T09:00' }).notCarried[0]).toContain('«2009-11-16T09:00»');
  });

  it.each([
    ['usable', undefined],
    ['withheld', 'hold'],
    ['canceled', 'withdrawn'],
    ['embargoed', 'hold'],
  ])('that is %s has the status %s', (pubStatus, status) => {
    expect(key({ pubStatus }, 'status')).toBe(status);
  });

  it('keeps an embargo as it is, and waits for a person where words speak of one', () => {
    expect(key({ embargoedUntil: 'soon' }, 'embargo')).toBe('soon');
    expect(read({ edNote: 'EMBARGOED until noon' }).speaksOfEmbargo).toBe(true);
    expect(read({ edNote: 'EMBARGOED until noon', embargoedUntil: '2026-12-01T12:00:00Z' }).speaksOfEmbargo).toBe(
      false,
    );
  });

  it.each([
    ['text/html', '<h2>When</h2><p>A <b>big</b> day<script>x()</script></p>', '## When\n\nA **big** day'],
    ['text/plain', 'One *line*\nanother\n\nLast', 'One \\*line\\*\\\nanother\n\nLast'],
    ['text/markdown', '# A\r\n\n**b**\n', '# A\n\n**b**'],
  ])('has its text from %s', (contentType, value, markdown) => {
    expect(read({ bodies: [{ role: 'main', contentType, value }] }).body).toBe(markdown);
  });

  it('prefers the text that keeps most, and names a kind that it cannot read', () => {
    const bodies = [
      { contentType: 'text/plain', value: 'plain' },
      { contentType: 'text/html; charset=utf-8', value: '<p>rich</p>' },
    ];
    expect(read({ bodies }).body).toBe('rich');
    expect(read({ bodies: [{ contentType: 'application/nitf+xml', value: '<nitf/>' }] })).toMatchObject({
      body: '',
      notCarried: ['the text, which is application/nitf+xml'],
    });
  });

  it('names terms by the addresses of press, and otherwise by whatever facet knows them', () => {
    const subjects = [
      { name: 'Elections', uri: 'https://press.example.org/fields/elections', literal: 'elections' },
      { uri: 'http://cv.iptc.org/newscodes/mediatopic/20000574', literal: 'medtop:20000574' },
    ];
    expect(read({ subjects }).labels).toEqual([
      { heading: 'fields', value: 'Elections', id: 'elections', origin: '«subjects»', isOfAnyFacet: true },
    ]);
    const topics = [{ name: 'election', uri: 'http://cv.iptc.org/newscodes/mediatopic/20000574' }];
    expect(read({ subjects: topics, infoSources: [{ name: 'Agency' }] }).labels).toEqual([
      { heading: 'source', value: 'Agency', origin: '«infoSources»' },
      { heading: 'subjects', value: 'election', origin: '«subjects»', isOfAnyFacet: true },
    ]);
  });

  it('has one contact for all ways to reach a person', () => {
    const contactInfo = [
      { type: 'email', name: 'A', role: 'Desk', value: 'a@example.org' },
      { type: 'phone', name: 'A', role: 'Desk', value: '+43 1' },
      { type: 'name', value: 'B' },
      { type: 'fax', value: '17' },
    ];
    expect(key({ infoSources: [{ name: 'S', contactInfo }] }, 'contacts')).toEqual([
      { name: 'A', role: 'Desk', email: 'a@example.org', phone: '+43 1' },
      { name: 'B' },
    ]);
    expect(read({ infoSources: [{ name: 'S', contactInfo }] }).notCarried).toEqual(['contact «fax: 17»']);
  });

  it('tells what it leaves behind', () => {
    expect(
      read({ usageTerms: 'Not in Vienna', by: 'A. Writer', edNote: 'Corrects the day', people: [] }).notCarried,
    ).toEqual(['«usageTerms»', '«by: A. Writer»', 'note for editors «Corrects the day»']);
  });

  it('has a name of its own, and its corrections where press wrote them', () => {
    expect(read({}).sourceId).toEqual({ value: item.uri, origin: '«uri»' });
    const edNote = 'Correction (2009-11-18): Twelve, not ten.\nFor the desk alone.';
    const own = { edNote, slugline: 'a', altIds: [{ role: 'id', value: 'a' }] };
    expect(key(own, 'corrections')).toEqual([{ date: '2009-11-18', kind: 'correction', note: 'Twelve, not ten.' }]);
    expect(read(own).notCarried).toEqual(['note for editors «For the desk alone.»']);
    expect(key({ edNote }, 'corrections')).toBeUndefined();
  });

  it('has the place of its dateline where it names none, and is contradicted by one of another day', () => {
    const bodies = (value: string): object => ({ bodies: [{ contentType: 'text/plain', value }] });
    const course = 'BAKU, 16 November 2009 - A course opened.';
    expect(read(bodies(course))).toMatchObject({
      places: [{ value: 'BAKU', confidence: 'likely' }],
      contradictions: [],
    });
    expect(read({ ...bodies(course), located: 'Vienna' })).toMatchObject({
      places: [{ value: 'Vienna' }],
      contradictions: [{ key: 'place', value: 'BAKU', origin: 'dateline' }],
    });
    expect(read(bodies(course.replace('16', '19'))).contradictions).toEqual([
      { key: 'date', value: '2009-11-19', origin: 'dateline' },
    ]);
  });

  it('that takes back or shows a picture is passed over, and told', () => {
    const text = [
      { ...item, headlines: undefined, pubStatus: 'canceled', slugline: 'gone' },
      { ...item, type: 'picture' },
      item,
    ];
    const from = source(JSON.stringify(text));
    expect(ninjs.read(from)).toHaveLength(1);
    expect(ninjs.leavesOut?.(from)).toEqual([
      {
        part: 'item 1',
        message:
          'It takes «gone» back and has no text. If the archive has that release, write «status: withdrawn» into it, and under «corrections» an entry of the kind «withdrawal».',
      },
      { part: 'item 2', message: 'It is of the type «picture», and no text.' },
    ]);
  });

  it('with values of any form harms nobody', () => {
    for (const odd of [null, 5, 'x', [], {}, [null], [5], [{}]]) {
      const all = Object.fromEntries(
        [
          'headlines',
          'bodies',
          'subjects',
          'places',
          'infoSources',
          'renditions',
          'altIds',
          'genres',
          'associations',
          'descriptions',
        ].map((name) => [name, odd]),
      );
      expect(read({ ...all, title: 'T' }).title?.value).toBe('T');
    }
  });
});
