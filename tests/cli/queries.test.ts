import { describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';

const taxonomy =
  'version: 1\nfacets: {field: {property: fields, multiple: true, terms: {elections: {label: Elections}}}}\n';
const release = (id: string, keys: string): string =>
  `---\nid: ${id}\ntitle: Title of ${id}\ndate: 2020-01-02\nfields: [elections]\n${keys}---\nText.\n`;

const open = {
  'taxonomy.yaml': taxonomy,
  'press.yaml':
    'baseUrl: https://press.example.org/\nfeeds:\n  - id: wrong\n    title: Wrong\n    formats: [rss]\n    where: >-\n      field:elections\n      AND feild:x\n',
  'releases/open.md': release('open', 'status: published\nrelated: [secret-draft]\nembargo: 2020-01-02T00:00:00Z\n'),
};
const hidden = {
  'releases/draft.md': release('secret-draft', 'status: draft\nplace: Nowhere\n'),
  'releases/later.md': release('secret-later', 'status: published\nembargo: 2999-01-01T00:00:00Z\nsummary: secret\n'),
  'releases/unclear.md': release('secret-unclear', 'status: published\nembargo: 2999-01-01T00:00\n'),
  'releases/kept.md': release('secret-kept', 'status: hold\ntranslationOf: {id: open}\nupdated: 2021-01-01\n'),
};
/** What is said besides counts. */
const saidOf = (err: string): string => err.replaceAll(/^(?:Held back|Left out): .*\n|^No public release.*\n/gm, '');

describe('a query about what is not public', () => {
  it.each([
    ['is:embargoed', 2],
    ['is:embargoed OR has:embargo', 2],
    ['is:draft,hold', 2],
    ['NOT is:published', 2],
    ['has:summary OR has:place', 2],
    ['is:translation,updated', 1],
    ['title:"secret draft"', 1],
    ['id:secret-later has:embargo', 1],
    ['updated:2021..', 1],
  ])('%s is answered as if it were not there; it is counted alone', async (query, heldBack) => {
    const [guarded, without] = [scratchFolder({ ...open, ...hidden }), scratchFolder(open)];
    for (const format of ['json', 'csv', 'list']) {
      const command = ['export', '-f', format, '--where', query, '--explain'];
      const [told, known] = [await press(command, { cwd: guarded }), await press(command, { cwd: without })];
      expect(told.out, format).toBe(known.out);
      expect(told.err, format).toMatch(new RegExp(`^Held back: ${heldBack} releases? that`, 'm'));
      expect(saidOf(told.err), format).toBe(saidOf(known.err));
    }
  });
});

describe('a saved feed whose query goes over several lines', () => {
  it('is shown in one, with the place', async () => {
    const { err, status } = await press(['export', '--feed', 'wrong'], { cwd: scratchFolder(open) });
    expect(status).toBe(2);
    expect(err).toContain('column 21: «feild» is not a field.\n  Did you mean «field»?\n');
    expect(err).toContain('\n    field:elections AND feild:x\n                        ^^^^^\n');
  });
});
