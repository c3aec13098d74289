import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../src/model/body-outline.ts';
import { withoutComments } from '../../src/model/house-notes.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import { readManuscript } from '../../src/repository/read-manuscript.ts';
import { outlineMarkdown } from '../../src/text/markdown-outline.ts';

const manuscriptOf = (body: string): Manuscript =>
  readManuscript('releases/2009/2009-11-16-x.md', Buffer.from(`---\nid: x\n---\n${body}`), () => undefined);

describe('the outline of a body', () => {
  it('is made once a manuscript', () => {
    const manuscript = manuscriptOf('# One\n');
    expect(outlineOf(manuscript)).toBe(outlineOf(manuscript));
    expect(outlineOf(manuscriptOf('# One\n'))).not.toBe(outlineOf(manuscript));
  });

  it('has its places in the file, as if there were no comments', () => {
    const manuscript = manuscriptOf(
      '<!-- n -->## One\n\n[two <!-- [x](y) --> words](three<!-- -->.md) <b>four</b> `five`\n',
    );
    const { blocks, links, tags, code } = outlineOf(manuscript);
    const shown = ({ start, end }: { start: number; end: number }): string => manuscript.text.slice(start, end);
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['heading', 2],
      ['paragraph', undefined],
    ]);
    expect(blocks.map(shown)[0]).toBe('## One');
    expect(links.map((link) => [link.target, shown(link)])).toEqual([['three.md', 'three<!-- -->.md']]);
    expect(tags.map(shown)).toEqual(['<b>', '</b>']);
    expect(code.map(shown)).toEqual(['`five`']);
  });

  it('shows words where they stand, and blanks for everything else', () => {
    const body = 'One [two](three.md) `four` <i>five</i> <!-- six -->\n\n    seven\n\n[x]: y.md\n';
    const manuscript = manuscriptOf(body);
    const { prose, visible } = outlineOf(manuscript);
    expect(prose).toHaveLength(manuscript.text.length);
    expect(visible).toHaveLength(manuscript.text.length);
    expect(prose.split(/\s+/).join(' ')).toBe(' One [two]( ) five ');
    expect(visible.slice(manuscript.bodyStart)).toBe(body.replace('<!-- six -->', ' '.repeat(12)));
    expect(visible.slice(0, manuscript.bodyStart).trim()).toBe('');
  });

  it('agrees with the gate on what comments are', () => {
    const scraps = fc.constantFrom('<!--', '-->', '<', '!--', '<!', '--', '>', '# a', '\n', '[a](b)', ' ', '<b>', '`');
    fc.assert(
      fc.property(fc.array(scraps, { maxLength: 14 }), (parts) => {
        const body = parts.join('');
        const placed = outlineOf(manuscriptOf(body));
        const gate = outlineMarkdown(withoutComments(body));
        expect(placed.blocks.map(({ kind, level }) => [kind, level])).toEqual(
          gate.blocks.map(({ kind, level }) => [kind, level]),
        );
        expect(placed.links.map(({ target }) => target)).toEqual(gate.links.map(({ target }) => target));
        expect(placed.tags.map(({ name }) => name)).toEqual(gate.tags.map(({ name }) => name));
      }),
      { numRuns: 1500 },
    );
  });

  it('is empty where there is no body', () => {
    const { blocks, links } = outlineOf(readManuscript('x.md', Buffer.from('no front matter'), () => undefined));
    expect([blocks, links]).toEqual([[], []]);
  });
});
