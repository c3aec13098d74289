import { beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../support/scratch-folder.ts';
import { press } from '../support/world.ts';

const release = (id: string, more = '', status = 'published'): string =>
  `---\nid: ${id}\ntitle: Title of ${id}\ndate: 2020-01-02\nstatus: ${status}\n${more}---\nText of ${id}.\n`;

const files = {
  'taxonomy.yaml': 'version: 1\nfacets: {field: {property: fields, terms: {}}}\n',
  'releases/2020/open-budget.md': release(
    'open-budget',
    'related: [open-course, secret-budget]\ntranslationOf: {id: secret-text, digest: "sha256:x"}\nupdated: 2999-01-01\ncorrections: [{date: 2999-01-01, kind: correction, note: Not told yet.}]\n',
  ),
  'releases/2020/open-course.md': release('open-course'),
  'releases/2020/secret-budget.md': release('secret-budget', 'related: [secret-text]\n', 'draft'),
  'releases/2020/secret-text.md': release('secret-text', 'embargo: 2999-01-01T00:00:00Z\n'),
};

describe('press show', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = scratchFolder(files);
  });
  const shown = async (...words: string[]): Promise<string> => {
    const { out, err } = await press(['show', ...words], { cwd });
    return out + err;
  };

  it('says of a public release what is out, and points to nothing that is not', async () => {
    for (const format of ['text', 'json']) {
      const told = await shown('open-budget', '--format', format);
      expect(told).toContain('Text of open-budget.');
      expect(told).not.toMatch(/secret|2999|Not told yet/);
    }
    const [record] = JSON.parse(await shown('open-budget', '--format', 'json')) as [Record<string, unknown>];
    expect(record).toMatchObject({ related: ['open-course'], public: true });
  });

  it('shows one that is not public to whoever names it, with all that it refers to', async () => {
    expect((await shown('secret-budget')).split('\n')[0]).toBe('Not public: its status is «draft».');
    const [record] = JSON.parse(await shown('secret-budget', '--format', 'json')) as [Record<string, unknown>];
    expect(record).toMatchObject({ related: ['secret-text'], public: false, status: 'draft' });
  });

  it('names nothing else that is not public', async () => {
    expect(await shown('secret')).toContain('«secret» could be 2 releases, and none of them is public.');
    expect(await shown('budget')).toContain('Title of open-budget');
    for (const slip of ['secret-budgte', 'secrettext', 'secret', 'nothing'])
      expect(await shown(slip), slip).not.toMatch(/secret-text|secret-budget/);
    expect(await shown('open-corse')).toContain('Did you mean «open-course»?');
  });
});
