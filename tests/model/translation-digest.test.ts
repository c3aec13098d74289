import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sampleRelease, samplePath } from '../../src/model/sample-release.ts';
import { isSameDigest, translatedMeaning, translationDigest } from '../../src/model/translation-digest.ts';
import { repositoryInMemory } from '../../src/repository/in-memory.ts';

const repository = await repositoryInMemory({ 'taxonomy.yaml': 'version: 1\nfacets: {}\n' });
const meaning = (text: string): string => {
  const { data = {}, ...rest } = repository.manuscriptFrom(samplePath, Buffer.from(text));
  return translatedMeaning({ ...rest, data });
};
const body = 'BAKU – A café opened.\n\nIt is small.\n';
const text = sampleRelease({ title: 'A café opens', summary: 'Coffee.' }, body);

describe('what a translation was made of', () => {
  it('is title, summary and body, a line each', () => {
    expect(meaning(text)).toBe('A café opens\nCoffee.\nBAKU – A café opened. It is small.');
    expect(meaning(sampleRelease({}, ''))).toBe('Course for election observers opens in Baku\n\n');
    expect(meaning('---\nid: a\ntitle: [a, b]\n---\nBody.\n')).toBe('\n\nBody.');
  });

  it.each([
    ['line ends', text.replaceAll('\n', '\r\n')],
    ['a byte-order mark', `\uFEFF${text}`],
    ['how an accent is stored', text.normalize('NFD')],
    ['a comment', text.replace('It is', '<!-- checked -->It is')],
    [
      'where lines are broken, and blanks',
      text.replace('A café opened', 'A\n  café\u00A0opened').replace('small.\n', 'small.\n\n'),
    ],
    ['other keys', text.replace('status:', 'updated: 2010-01-01\nlang: en\nstatus:').replace('elections', 'youth')],
    ['quotes', text.replace('Coffee.', '"Coffee."')],
  ])('does not depend on %s', (_, other) => {
    expect(other).not.toBe(text);
    expect(meaning(other)).toBe(meaning(text));
  });

  it.each([
    ['a word of the title', text.replace('opens', 'closes')],
    ['the summary', text.replace('Coffee.', 'Tea.')],
    ['no summary', text.replace('summary: Coffee.\n', '')],
    ['a capital', text.replace('It is', 'it is')],
    ['a figure in the text', text.replace('small', '1 000 m')],
  ])('depends on %s', (_, other) => {
    expect(meaning(other)).not.toBe(meaning(text));
  });

  it('does not take a summary for the beginning of the text', () => {
    const one = sampleRelease({ summary: 'Coffee.' }, 'Tea.\n');
    const other = sampleRelease({}, 'Coffee.\nTea.\n');
    expect(meaning(one)).not.toBe(meaning(other));
  });
});

describe('the digest', () => {
  const { data = {}, ...rest } = repository.manuscriptFrom(samplePath, Buffer.from(text));
  const digest = translationDigest({ ...rest, data }, (words) => repository.digestOfText(words));

  it('is the SHA-256 of the UTF-8 bytes', () => {
    expect(digest).toBe(
      `sha256:${createHash('sha256')
        .update(Buffer.from(meaning(text), 'utf8'))
        .digest('hex')}`,
    );
  });

  it.each([
    ['as it is', digest],
    ['without its name', digest.slice(7)],
    ['in capitals', digest.toUpperCase()],
    ['shortened', digest.slice(0, 17)],
    ['shortened, without its name', digest.slice(7, 15)],
  ])('is known again %s', (_, written) => {
    expect(isSameDigest(written, digest)).toBe(true);
  });

  it('is told from that of another text', () => {
    expect(isSameDigest(`sha256:${'0'.repeat(64)}`, digest)).toBe(false);
    expect(isSameDigest('0'.repeat(8), digest)).toBe(false);
  });

  it.each([
    '',
    'sha256:',
    'abc',
    'md5:0123456789abcdef',
    `${digest}0`,
    'sha512:0123456789',
    digest.slice(7, 14),
    'undefined',
  ])('is not compared with «%s»', (written) => {
    expect(isSameDigest(written, digest)).toBeUndefined();
  });
});
