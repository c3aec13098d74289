import { describe, expect, it } from 'vitest';
import { schemaFixes } from '../../src/model/schema-fixes.ts';
import { sampleRelease } from '../../src/model/sample-release.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });

/** Title, safety and texts of every fix of everything that the schema finds wrong. */
function fixesOf(changes: Record<string, string>): unknown[] {
  const bytes = new TextEncoder().encode(sampleRelease(changes));
  const manuscript = repository.manuscriptFrom('releases/a.md', bytes);
  const violations = repository.releaseSchema('press-release')?.check(manuscript.data ?? {}) ?? [];
  return violations
    .flatMap((violation) => schemaFixes(violation, manuscript))
    .map(({ title, safety, edits }) => [title, safety, ...edits.map(({ text }) => text)]);
}

describe('what a schema finds wrong is mended', () => {
  it.each<[Record<string, string>, unknown[]]>([
    [{ status: 'publish' }, [['Replace by published', 'review', 'published']]],
    [{ status: 'Draft' }, [['Replace by draft', 'review', 'draft']]],
    [{ status: 'live' }, []],
    [{ corrections: '[{date: 2009-11-17, kind: Updat, note: x}]' }, [['Replace by update', 'safe', 'update']]],
    [{ title: '[One]' }, [['Take it out of the list', 'safe', 'One']]],
    [{ title: '[One, two]' }, []],
    [{ aliases: '/old/' }, [['Make a list of it', 'safe', '[/old/]']]],
    [{ contacts: '{name: Desk}' }, [['Make a list of it', 'safe', '[{name: Desk}]']]],
    [{ contacts: '\n  name: Desk\n  role: Officer' }, [['Make a list of it', 'safe', '- ', '  ']]],
    [{ place: '{city: Baku}' }, []],
    [{ attachments: '[{href: /a.pdf, size: "12"}]' }, [['Take the quotes off', 'safe', '12']]],
    [{ attachments: '[{href: /a.pdf, size: "012"}]' }, []],
    [{ lang: 'sr_latn' }, [['Replace by sr-Latn', 'safe', 'sr-Latn']]],
    [{ lang: 'English please' }, []],
    [{ lang: 'elvish' }, []],
    [{ lang: 'English' }, [['Replace by en', 'safe', 'en']]],
    [{ contacts: 'Jane' }, []],
    [{ attachments: 'photo.jpg' }, []],
    [{ summary: '' }, [['Take the empty key out', 'review', '']]],
    [{ title: '' }, []],
    [{ aliases: '[/a/, /b/, /a/]' }, [['Take the second one out', 'safe', '']]],
    [{ slug: 'Baku' }, []],
  ])('%j', (changes, fixes) => {
    expect(fixesOf(changes)).toEqual(fixes);
  });
});
