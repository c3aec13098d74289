import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { page, readHtml, readText, source } from './pages.ts';
import type { SourceRelease } from '../../src/model/importer.ts';

/** What a release says, without where it stood: that differs between a page and its text. */
function said({
  title,
  date,
  dayAndMonth,
  places,
  labels,
  type,
  body,
  guesses,
  contradictions,
}: SourceRelease): unknown {
  return {
    title: title?.value,
    date: date?.value,
    day: dayAndMonth?.value,
    places: places.map(({ value }) => value),
    labels: labels.map(({ heading, value }) => [heading, value]),
    type: type?.value,
    body,
    guesses,
    contradictions,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** A flattened page as the site may have served it. */
function asHtml(text: string): string {
  const lines = text.trim().split('\n');
  const from = lines.indexOf('Press release');
  const end = lines.findIndex(
    (line, at) => at > from + 1 && !line.startsWith('- ') && lines[at - 1]?.startsWith('- ') === true,
  );
  const items = lines.slice(from + 2, end).map((line) => `<li>${escaped(line.slice(2))}</li>`);
  const body = lines.slice(end).map((line) => `<p>${escaped(line)}</p>`);
  const menu = lines.slice(0, from).map((line) => `<li>${escaped(line.replace(/^-\s?/, ''))}</li>`);
  return `<body><nav><ul>${menu.join('')}</ul></nav><main><p>${lines[from]}</p><h1>${escaped(lines[from + 1] ?? '')}</h1><ul>${items.join('')}</ul>${body.join('\n')}</main></body>`;
}

describe('a page and its flattened text', () => {
  it('give the same release', () => {
    expect(said(readHtml(page('ferry-course.html')))).toEqual(said(readText(page('ferry-course.txt'))));
  });
});

const seed = new URL('../../../shared/seed/page.txt', import.meta.url);
const isHere = existsSync(seed);

describe.skipIf(!isHere)(
  `the page that the project began with${isHere ? '' : ' (left out: it is not beside the project)'}`,
  () => {
    const text = isHere ? readFileSync(seed, 'utf8') : '';

    it('gives nine paragraphs, a place, a source and four fields, and no year', () => {
      const { title, body, places, labels, date, dayAndMonth, notCarried } = readText(source(text));
      const lines = text.trim().split('\n');
      expect(title?.value).toBe(lines[lines.indexOf('Press release') + 1]);
      expect(body.split('\n\n')).toHaveLength(9);
      expect(body.startsWith('BAKU, 16 November - ')).toBe(true);
      expect(places.map(({ value }) => value)).toEqual(['BAKU']);
      expect(labels.map(({ heading, value }) => [heading, value.split(', ').length])).toEqual([
        ['Source', 1],
        ['Fields of work', 4],
      ]);
      expect([date, dayAndMonth?.value, notCarried]).toEqual([undefined, { day: 16, month: 11 }, []]);
    });

    it('loses no word of its text and takes none of its menus', () => {
      const { body } = readText(source(text));
      const lines = text.trim().split('\n');
      expect(body.replaceAll('\\', '').split('\n\n')).toEqual(
        lines.slice(lines.findLastIndex((line) => line.startsWith('- ')) + 1),
      );
    });

    it('is read the same when menus follow the text as well', () => {
      const lines = text.trim().split('\n');
      const menus = lines.slice(0, lines.indexOf('Press release')).join('\n');
      expect(said(readText(source(`${text}\n${menus}\n`)))).toEqual(said(readText(source(text))));
    });

    it('is read the same as HTML', () => {
      expect(said(readHtml(source(asHtml(text))))).toEqual(said(readText(source(text))));
    });
  },
);
