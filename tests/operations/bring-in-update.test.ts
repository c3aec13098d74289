import { describe, expect, it } from 'vitest';
import type { SourceRelease } from '../../src/model/importer.ts';
import type { Repository } from '../../src/model/repository.ts';
import type { BringInWish } from '../../src/operations/bring-in-wish.ts';
import { bringIn, type BroughtIn } from '../../src/operations/bring-in.ts';
import { archive, incoming, label, now, plainWish } from './bring-in-fixture.ts';

const url = 'https://example.org/7';
const path = 'releases/2009/2009-11-16-course-opens-in-baku.md';

/** Brings one page in, of which `version` tells the bytes apart. */
function take(
  repository: Repository,
  changes: Partial<SourceRelease>,
  { version = '1', ...wish }: Partial<BringInWish> & { readonly version?: string } = {},
): BroughtIn {
  const source = {
    name: 'page.txt',
    importer: 'page-text',
    digest: `sha256:${version.padStart(64, '0')}`,
    releases: [incoming({ url, ...changes })],
  };
  return bringIn({ sources: [source], unread: [] }, { ...plainWish, year: '2009', ...wish }, { repository, now });
}

/** The archive after the first import. */
async function imported(changes: Partial<SourceRelease> = {}): Promise<Repository> {
  const repository = await archive();
  repository.apply(take(repository, changes).changes);
  return repository;
}

function textAt(repository: Repository): string {
  return repository.fileAt(path)?.text ?? '';
}

/** The archive with the file as somebody has changed it. */
function edited(repository: Repository, from: string, to: string): Repository {
  const text = textAt(repository);
  if (!text.includes(from)) throw new Error(`The file does not say «${from}»`);
  return repository.withTexts(new Map([[path, text.replace(from, to)]]));
}

const newTitle = { title: { value: 'Course opens in Gəncə: a report', origin: 'line 2' } };
const newBody = { body: 'BAKU, 16 November - A course opened.\n\nIt ends on Friday.' };

describe('an import that is repeated', () => {
  it.each(['fail', 'skip', 'update'] as const)(
    'changes nothing where nothing has changed (%s)',
    async (onDuplicate) => {
      const { changes, refusal, report } = take(await imported(), {}, { onDuplicate });
      expect([changes.changes, refusal]).toEqual([[], undefined]);
      expect(report.summary).toMatchObject({ new: 0, unchanged: 1, duplicates: 0, toLookAt: 0 });
    },
  );

  it('is refused where the source says something else, unless somebody says what to do', async () => {
    const repository = await imported();
    const refused = take(repository, newTitle, { version: '2' });
    expect([refused.refusal?.code, refused.report.releases[0]?.outcome]).toEqual(['already-there', 'duplicate']);
    const skipped = take(repository, newTitle, { version: '2', onDuplicate: 'skip' });
    expect([skipped.refusal, skipped.changes.changes]).toEqual([undefined, []]);
  });

  it('is no change where other bytes say the same', async () => {
    const { report, refusal } = take(await imported(), {}, { version: '2' });
    expect([report.releases[0]?.outcome, refusal]).toEqual(['unchanged', undefined]);
  });

  it('knows a page by its bytes when it has neither name nor address, and the file was moved', async () => {
    const repository = await archive();
    repository.apply(take(repository, { url: undefined }).changes);
    const moved = await archive({
      'releases/2010/2010-01-01-other.md': textAt(repository).replaceAll('2009-11-16', '2010-01-01'),
    });
    expect(take(moved, { url: undefined }).report.releases[0]?.duplicateOf?.by).toBe('digest');
  });
});

describe('an update', () => {
  const update = { version: '2', onDuplicate: 'update' } as const;

  it('takes over what the source has changed, and no other byte', async () => {
    const repository = await imported();
    const before = textAt(repository);
    const { changes, report } = take(repository, { ...newTitle, ...newBody }, update);
    repository.apply(changes);
    const marks = /parts: .*/;
    expect(textAt(repository).replace(marks, '')).toBe(
      before
        .replace('title: Course opens in Baku', 'title: "Course opens in Gəncə: a report"')
        .replace('A course opened.', 'A course opened.\n\nIt ends on Friday.')
        .replace(/0{63}1/, '0'.repeat(63) + '2')
        .replace(marks, ''),
    );
    expect(report.releases[0]).toMatchObject({
      outcome: 'updated',
      path,
      updated: { parts: ['title', 'body'], public: true },
    });
    expect(report.summary).toMatchObject({ updated: 1, public: 1, toLookAt: 0 });
    expect(take(repository, { ...newTitle, ...newBody }, update).changes.changes).toEqual([]);
  });

  it('keeps what people have changed, and takes the rest', async () => {
    const repository = edited(await imported(), 'title: Course opens in Baku', "title: 'Our title' # shorter");
    const { changes, report } = take(repository, newBody, update);
    repository.apply(changes);
    expect(textAt(repository)).toContain("title: 'Our title' # shorter");
    expect(textAt(repository)).toContain('It ends on Friday.');
    expect(report.releases[0]?.conflicts).toEqual([]);
  });

  it('reports what both have changed with both texts, and the file keeps the person’s', async () => {
    const repository = edited(await imported(), 'A course opened.', 'A course has begun.');
    const { changes, report } = take(repository, { ...newBody, ...newTitle }, update);
    repository.apply(changes);
    expect(textAt(repository)).toContain('A course has begun.');
    expect(textAt(repository)).toContain('Gəncə');
    expect(report.releases[0]?.conflicts).toEqual([
      {
        key: 'body',
        kept: { value: 'BAKU, 16 November - A course has begun.', origin: path },
        other: { value: newBody.body, origin: 'page.txt' },
      },
    ]);
    expect(report.summary.toLookAt).toBe(1);
    expect(take(repository, { ...newBody, ...newTitle }, update).report.releases[0]?.conflicts).toHaveLength(1);
  });

  it('adds a key and takes one out, where nobody has touched it', async () => {
    const summary = { summary: { value: 'In short.', origin: 'page' } };
    const repository = await imported(summary);
    const mail = { contacts: [{ value: 'press@example.org', origin: 'page' }] };
    const { changes } = take(repository, mail, update);
    repository.apply(changes);
    expect(textAt(repository)).not.toContain('summary:');
    expect(textAt(repository)).toContain('\ncontacts:\n  - email: press@example.org\nlang: en\n');
  });

  it('leaves line ends, comments and the order of keys as they are', async () => {
    const first = await imported();
    const text = textAt(first).replace('lang: en', '# ours\nlang: en').replaceAll('\n', '\r\n');
    const repository = first.withTexts(new Map([[path, text]]));
    repository.apply(take(repository, newBody, update).changes);
    const after = textAt(repository);
    expect(after).toContain('# ours\r\nlang: en\r\n');
    expect(after.replaceAll('\r\n', '').includes('\n')).toBe(false);
  });

  it('publishes nothing by the way, and says that a draft could be', async () => {
    const unknown = { labels: [label('Source', 'Office in Ankara'), label('Fields of work', 'Unheard of')] };
    const repository = await imported(unknown);
    expect(textAt(repository)).toContain('status: draft');
    const known = { labels: [label('Source', 'Office in Ankara'), label('Fields of work', 'Elections')] };
    const { changes, report } = take(repository, known, update);
    repository.apply(changes);
    expect(textAt(repository)).toContain('fields: [elections]');
    expect(textAt(repository)).toContain('status: draft');
    expect(report.releases[0]).toMatchObject({ isReady: true, updated: { parts: ['fields'], public: false } });
    repository.apply(take(repository, known, { ...update, status: 'published' }).changes);
    expect(textAt(repository)).toContain('status: published');
  });

  it('takes nothing away that an option or an answer said last time', async () => {
    const repository = await imported();
    const { changes } = take(
      repository,
      { labels: [label('Source', 'Project Co-ordinator in Baku'), label('Fields of work', 'Elections, Unheard of')] },
      { ...update, year: undefined },
    );
    expect(changes.changes).toEqual([]);
  });

  it('stops a release that the source has stopped', async () => {
    const repository = await imported();
    const held = { frontMatter: new Map([['status', { value: 'hold', origin: 'key' }]]) };
    const { changes, report } = take(repository, held, update);
    repository.apply(changes);
    expect(textAt(repository)).toContain('status: hold');
    expect(report.releases[0]?.updated?.public).toBe(false);
    expect(report.releases[0]?.notes).toContain('It was public until now: readers may have it.');
  });

  it('leaves a file alone in which a key has no line of its own, and says so', async () => {
    const first = await imported();
    const text = textAt(first);
    const [, block = '', rest = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
    const data = first.manuscriptFrom(path, Buffer.from(text)).data ?? {};
    expect(block).not.toBe('');
    const repository = first.withTexts(new Map([[path, `---\n${JSON.stringify(data)}\n---\n${rest}`]]));
    const { changes, report } = take(repository, { summary: { value: 'S', origin: 'page' } }, update);
    expect(changes.changes).toEqual([]);
    expect(report.releases[0]?.conflicts).toMatchObject([{ key: 'file', kept: { value: 'left as it is' } }]);
  });
});
