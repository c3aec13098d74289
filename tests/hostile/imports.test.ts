/** Sources that would run for ever, bring in what nobody wrote, or pretend to be something else. */
import { gzipSync } from 'node:zlib';
import { mkdirSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { judgeRefusals, type Refusal } from './refusals.ts';
import { put, type Content } from './newsroom.ts';

const source = (name: string, content: Content, ...options: string[]): Pick<Refusal, 'files' | 'command'> => ({
  files: { [`in/${name}`]: content },
  command: ['import', `in/${name}`, '--dry-run', ...options],
});
const piped = (content: Content, ...options: string[]): Pick<Refusal, 'stdin' | 'command'> => ({
  stdin: content,
  command: ['import', '-', '--dry-run', ...options],
});

const page = (inside: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Course opens in Baku</title>${head}</head><body><main><h1>Course opens in Baku</h1><p>BAKU, 16 November 2009 - The course for observers began today in the city, with thirty participants from ten States.</p>${inside}<h2>Fields of work</h2><ul><li>Elections</li></ul></main></body></html>`;
const rss = (item: string, head = ''): string =>
  `<?xml version="1.0"?>${head}<rss version="2.0"><channel><title>T</title><link>https://example.org/</link><description>D</description><item><title>Course opens</title><link>https://example.org/1</link><pubDate>Mon, 16 Nov 2009 10:00:00 GMT</pubDate><description>BAKU, 16 November 2009 - The course began.</description>${item}</item></channel></rss>`;
const csv = (rows: string): string =>
  `id,title,date,field,status,body\n2009-11-16-a,Course opens,2009-11-16,elections,published,Text.\n${rows}`;
const post = (keys: string, body = 'The course began.\n'): string =>
  `---\ntitle: Course opens in Baku\ndate: 2009-11-16\nfields: [elections]\n${keys}---\n${body}`;
const laughs = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
const outside = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const newsml = (inside: string): string =>
  `<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" version="1">${inside}</newsItem>`;

judgeRefusals({
  kind: 'imports',
  command: ['import'],
  cases: [
    { isTaken: true, says: /→ releases\//, name: 'honest: a page', ...source('a.html', page('')) },
    {
      isTaken: true,
      says: /→ releases\//,
      name: 'honest: a page with scripts, which are dropped',
      ...source(
        'a.html',
        page('<script>alert(1)</script><p onclick="x()">More <a href="javascript:alert(1)">here</a> today.</p>'),
      ),
    },
    {
      isTaken: true,
      says: /→ releases\//,
      name: 'honest: a page with a body that begins with a fence',
      ...source('a.html', page('<p>---</p><p>status: published</p><p>---</p>')),
    },
    { name: 'honest: Markdown', ...source('a.md', post('')) },
    {
      name: 'honest: Markdown with a byte-order mark and lines of Windows',
      ...source('a.md', `\uFEFF${post('').replaceAll('\n', '\r\n')}`),
    },
    { name: 'honest: a table', ...source('a.csv', csv('')) },
    { name: 'honest: a table in lines of Windows', ...source('a.csv', `\uFEFF${csv('').replaceAll('\n', '\r\n')}`) },
    { name: 'honest: a feed', ...source('a.xml', rss(''), '--from', 'feed'), status: 1, says: /field/ },
    { name: 'nothing at all', ...source('a.html', ''), says: /a\.html/ },
    { name: 'nothing on standard input', ...piped(''), says: /nothing|empty|standard input/i },
    { name: 'a NUL', ...source('a.html', '\0'.repeat(1000)), says: /a\.html/ },
    {
      name: 'random bytes',
      ...source('a.html', Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256))),
      says: /a\.html/,
    },
    { name: 'a packed page', ...source('a.html', gzipSync(page(''))), says: /a\.html.*(?:gzip|pack|compress)/i },
    { name: 'a packed feed', ...source('a.xml', gzipSync(rss(''))), says: /a\.xml.*(?:gzip|pack|compress)/i },
    {
      name: 'a packed bomb on standard input',
      ...piped(gzipSync(Buffer.alloc(50_000_000))),
      isAlone: true,
      says: /gzip|pack|compress/i,
    },
    { name: 'an archive', ...source('a.zip', 'PK\u0003\u0004xxxxxxxx'), says: /a\.zip/ },
    { name: 'a picture', ...source('a.html', Buffer.from('89504e470d0a1a0a0000000d', 'hex')), says: /a\.html/ },
    { name: 'a PDF', ...source('a.html', '%PDF-1.7\n%\u00e2\u00e3'), says: /a\.html/ },
    { name: 'a word processor', ...source('a.html', Buffer.from('d0cf11e0a1b11ae1', 'hex')), says: /a\.html/ },
    {
      name: 'a folder without a source',
      prepare: (folder) => mkdirSync(join(folder, 'in')),
      command: ['import', 'in', '--dry-run'],
      says: /\bin\b/,
    },
    {
      name: 'a link to a secret',
      prepare: (folder) => {
        mkdirSync(join(folder, 'in'));
        symlinkSync('/etc/passwd', join(folder, 'in/a.html'));
      },
      command: ['import', 'in/a.html', '--dry-run'],
      says: /a\.html.*link/,
    },
    {
      name: 'a link in a folder',
      prepare: (folder) => {
        put(join(folder, 'in/b.html'), page(''));
        symlinkSync('/etc/passwd', join(folder, 'in/a.html'));
      },
      command: ['import', 'in', '--dry-run'],
      says: /a\.html/,
    },
    {
      name: 'a sparse page of 1 GB',
      isAlone: true,
      prepare: (folder) => {
        put(join(folder, 'in/a.html'), '');
        truncateSync(join(folder, 'in/a.html'), 1_000_000_000);
      },
      command: ['import', 'in/a.html', '--dry-run'],
      says: /a\.html.*(?:MiB|limit|bytes)/,
    },
    {
      name: 'HTML nested 100,000 deep',
      isAlone: true,
      ...source('a.html', page('<div>'.repeat(100_000))),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      isTaken: true,
      says: /→ releases\//,
      name: 'honest: HTML nested 30,000 deep',
      isAlone: true,
      ...source('a.html', page(`${'<span>'.repeat(30_000)}deep${'</span>'.repeat(30_000)}`)),
    },
    {
      name: 'blockquotes nested 20,000 deep',
      isAlone: true,
      ...source('a.html', page(`${'<blockquote>'.repeat(20_000)}deep`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'lists nested 10,000 deep',
      isAlone: true,
      ...source('a.html', page(`${'<ul><li>'.repeat(10_000)}deep`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'tables nested 5,000 deep',
      isAlone: true,
      ...source('a.html', page(`${'<table><tr><td>'.repeat(5000)}deep`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'emphasis nested 20,000 deep',
      isAlone: true,
      ...source('a.html', page(`<p>${'<b><i>'.repeat(10_000)}deep</p>`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'formatting elements that are adopted',
      isAlone: true,
      ...source('a.html', page(`${'<a><b><i><p>'.repeat(3000)}x`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'attributes, 100,000 of them',
      isAlone: true,
      ...source('a.html', page(`<p ${Array.from({ length: 100_000 }, (_, i) => `a${i}=x`).join(' ')}>x</p>`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'an entity 500,000 times',
      isAlone: true,
      ...source('a.html', page(`<p>${'&nbsp;'.repeat(500_000)}x</p>`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'an unclosed comment',
      ...source('a.html', page('<!-- '.repeat(10_000))),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a charset that lies',
      ...source('a.html', Buffer.from(page('<p>Bakú</p>'), 'latin1')),
      says: /a\.html.*(?:UTF-8|charset|encod)/i,
    },
    {
      name: 'a charset that nobody knows',
      ...source('a.html', page('').replace('utf-8', 'x-klingon')),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'UTF-7',
      ...source('a.html', page('<p>+ADw-script+AD4-</p>').replace('utf-8', 'utf-7')),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a base address of JavaScript',
      ...source('a.html', page('<p><a href="x">y</a> is here today.</p>', '<base href="javascript:alert(1)//">')),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a title that breaks out of the front matter',
      ...source('a.html', page('').replaceAll('Course opens in Baku', 'x&#10;status: published&#10;---&#10;y')),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'billion laughs',
      ...source('a.xml', rss('', laughs), '--from', 'feed'),
      says: /a\.xml.*(?:DTD|DOCTYPE|document type)/i,
    },
    {
      name: 'an external entity',
      ...source('a.xml', rss('<author>&x;</author>', outside), '--from', 'feed'),
      says: /a\.xml.*(?:DTD|DOCTYPE|document type)/i,
    },
    {
      name: 'an external entity in NewsML-G2',
      ...source('a.xml', newsml('').replace('<newsItem', `${outside}<newsItem`)),
      says: /a\.xml.*(?:DTD|DOCTYPE|document type)/i,
    },
    { name: 'an unknown entity', ...source('a.xml', rss('<author>&bogus;</author>'), '--from', 'feed'), says: /./ },
    {
      name: 'XML nested 101 deep',
      ...source('a.xml', rss(`${'<x>'.repeat(101)}${'</x>'.repeat(101)}`), '--from', 'feed'),
      says: /a\.xml.*(?:deep|100)/,
    },
    {
      name: 'XML nested 100,000 deep',
      isAlone: true,
      ...source('a.xml', rss('<x>'.repeat(100_000)), '--from', 'feed'),
      says: /a\.xml/,
    },
    { name: 'XML that is cut off', ...source('a.xml', rss('').slice(0, 250), '--from', 'feed'), says: /a\.xml/ },
    { name: 'XML with a control', ...source('a.xml', rss('<author>\u0007</author>'), '--from', 'feed'), says: /./ },
    {
      name: 'XML with a control as a number',
      ...source('a.xml', rss('<author>&#7;</author>'), '--from', 'feed'),
      says: /./,
    },
    {
      name: 'XML in UTF-16',
      ...source('a.xml', Buffer.from(`\uFEFF${rss('')}`, 'utf16le'), '--from', 'feed'),
      says: /./,
    },
    { name: 'XML with an attribute twice', ...source('a.xml', rss('<x a="1" a="2"/>'), '--from', 'feed'), says: /./ },
    {
      name: 'XML that includes a file',
      ...source(
        'a.xml',
        rss('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'),
        '--from',
        'feed',
      ),
      says: /./,
    },
    { name: 'a feed that is a page', ...source('a.xml', page(''), '--from', 'feed'), says: /a\.xml/ },
    { name: 'JSON nested 100,000 deep', isAlone: true, ...source('a.json', '['.repeat(100_000)), says: /a\.json/ },
    {
      name: 'JSON nested 65 deep',
      ...source('a.json', `[{"id":"a","x":${'['.repeat(65)}${']'.repeat(65)}}]`),
      says: /a\.json/,
    },
    { name: 'JSON that is cut off', ...source('a.json', '[{"id": "a", '), says: /a\.json/ },
    { name: 'JSON of null', ...source('a.json', 'null'), says: /a\.json/ },
    { name: 'JSON of a number', ...source('a.json', '1e999'), says: /a\.json/ },
    {
      name: 'JSON with __proto__',
      ...source(
        'a.json',
        '[{"__proto__": {"status": "published"}, "id": "a", "title": "Course opens", "date": "2009-11-16", "fields": ["elections"], "status": "draft"}]',
      ),
      says: /./,
    },
    {
      name: 'JSON with a key twice',
      ...source(
        'a.json',
        '[{"id": "a", "title": "Course opens", "date": "2009-11-16", "fields": ["elections"], "status": "draft", "status": "published"}]',
      ),
      says: /./,
    },
    {
      name: 'JSON with half a character',
      ...source(
        'a.json',
        '[{"id": "a", "title": "Course \\ud800 opens", "date": "2009-11-16", "fields": ["elections"]}]',
      ),
      says: /./,
    },
    {
      name: 'NDJSON with a broken line',
      ...source(
        'a.ndjson',
        '{"id": "a", "title": "Course opens", "date": "2009-11-16", "fields": ["elections"]}\n{"id"\n',
      ),
      says: /a\.ndjson.*2/,
    },
    {
      name: 'a table with an unclosed quote',
      ...source('a.csv', csv('x,"unclosed,2009-11-16,elections,published,Text.\n')),
      says: /a\.csv.*quot/i,
    },
    {
      name: 'a table with an unclosed quote of 5 MB',
      isAlone: true,
      ...source('a.csv', csv(`x,"${'a,b\n'.repeat(1_200_000)}`)),
      says: /a\.csv/,
    },
    {
      name: 'a table with a NUL',
      ...source('a.csv', csv('x,a\0b,2009-11-16,elections,published,Text.\n')),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a table of a million columns',
      isAlone: true,
      ...source('a.csv', csv(`${','.repeat(1_000_000)}\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a heading of a million columns',
      isAlone: true,
      ...source('a.csv', `id,title,date${',c'.repeat(1_000_000)}\nx\n`, '--from', 'csv'),
      says: /a\.csv/,
    },
    {
      name: 'a table with a column twice',
      ...source('a.csv', 'id,title,title,date,field\na,b,c,2009-11-16,elections\n', '--from', 'csv'),
      says: /a\.csv.*title/,
    },
    {
      name: 'a table with the columns of an Object',
      ...source(
        'a.csv',
        'id,title,date,field,__proto__,constructor,toString\n2009-11-16-a,Course opens,2009-11-16,elections,x,y,z\n',
        '--from',
        'csv',
      ),
      says: /__proto__/,
    },
    {
      name: 'a table without rows',
      ...source('a.csv', 'id,title,date\n', '--from', 'csv'),
      isTaken: true,
      says: /0 releases/,
    },
    {
      name: 'a table in UTF-16',
      ...source('a.csv', Buffer.from(`\uFEFF${csv('')}`, 'utf16le')),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'an id that leads upwards',
      ...source('a.csv', csv('../../x,Other course,2009-11-17,elections,published,Text.\n')),
      says: /\.\.\/\.\.\/x/,
    },
    {
      name: 'a term that nobody knows',
      ...source('a.csv', csv('b,Other course,2009-11-17,__proto__,published,Text.\n')),
      says: /__proto__/,
    },
    {
      name: 'a date of no calendar',
      ...source('a.csv', csv('b,Other course,2009-02-30,elections,published,Text.\n')),
      says: /2009-02-30/,
    },
    {
      name: 'Markdown with JavaScript',
      ...source('a.md', '---js\n{ title: require("child_process").execSync("touch owned") }\n---\nx\n'),
      says: /a\.md/,
    },
    {
      name: 'Markdown with a tag of JavaScript',
      ...source('a.md', post('x: !!js/function "function () {}"\n')),
      says: /a\.md|tag/,
    },
    {
      name: 'Markdown with an alias bomb',
      isAlone: true,
      ...source(
        'a.md',
        post(
          `a: &a [x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, i) => `${'bcdefghij'[i]}: &${'bcdefghij'[i]} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[i]}`).join(',')}]\n`).join('')}`,
        ),
      ),
      says: /a\.md/,
    },
    {
      name: 'Markdown with keys in a row',
      isAlone: true,
      ...source('a.md', post(`${'x: '.repeat(300)}y\n`)),
      says: /a\.md/,
    },
    {
      name: 'Markdown with brackets',
      isAlone: true,
      ...source('a.md', post(`x: ${'['.repeat(20_000)}\n`)),
      says: /a\.md/,
    },
    { name: 'Markdown with __proto__', ...source('a.md', post('__proto__: {status: published}\n')), says: /__proto__/ },
    {
      name: 'TOML nested 1,000 deep',
      ...source('a.md', `+++\ntitle = "x"\nx = ${'['.repeat(1000)}\n+++\ny\n`),
      says: /a\.md/,
    },
    {
      name: 'a body of 60,000 quote signs',
      isAlone: true,
      ...source('a.md', post('', `${'> '.repeat(60_000)}x\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a body of 60,000 brackets',
      isAlone: true,
      ...source('a.md', post('', `${'['.repeat(60_000)}x\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a body of 60,000 images',
      isAlone: true,
      ...source('a.md', post('', `${'![a]('.repeat(60_000)}x\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a body of 60,000 asterisks and letters',
      isAlone: true,
      ...source('a.md', post('', `${'*a_b '.repeat(60_000)}x\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a body of 60,000 backticks',
      isAlone: true,
      ...source('a.md', post('', `${Array.from({ length: 350 }, (_, i) => '`'.repeat(i)).join('x')}\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a body of 30,000 unclosed tags',
      isAlone: true,
      ...source('a.md', post('', `${'<a '.repeat(30_000)}x\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a body of 30,000 unclosed comments',
      isAlone: true,
      ...source('a.md', post('', `${'<!--'.repeat(30_000)}x\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a body of 20,000 definitions',
      isAlone: true,
      ...source('a.md', post('', `${Array.from({ length: 20_000 }, (_, i) => `[l${i}]: /x\n`).join('')}[l1]\n`)),
      isTaken: true,
      says: /→ releases\//,
    },
    {
      name: 'a map that is a link',
      prepare: (folder) => {
        put(join(folder, 'in/a.html'), page(''));
        symlinkSync('/etc/passwd', join(folder, 'map.csv'));
      },
      command: ['import', 'in/a.html', '--map', 'map.csv', '--dry-run'],
      says: /map\.csv/,
    },
    {
      name: 'a map that is broken',
      files: { 'in/a.html': page(''), 'map.csv': 'a,"b' },
      command: ['import', 'in/a.html', '--map', 'map.csv', '--dry-run'],
      says: /map\.csv/,
    },
    ...['(a+)+$', '(?=x)', '(a)\\1', '((((', 'a'.repeat(1001)].map((pattern): Refusal => ({
      name: `a profile with the pattern ${pattern.slice(0, 10)}`,
      files: { 'in/a.html': page(''), 'p.yaml': `id: x\ntitle: {select: h1, match: '${pattern}'}\n` },
      command: ['import', 'in/a.html', '--profile', 'p.yaml', '--dry-run'],
      says: /p\.yaml/,
    })),
    {
      name: 'a profile with __proto__',
      files: { 'in/a.html': page(''), 'p.yaml': '__proto__: {title: h1}\n' },
      command: ['import', 'in/a.html', '--profile', 'p.yaml', '--dry-run'],
      says: /p\.yaml/,
    },
    {
      name: 'a vocabulary of Turtle that is cut off',
      files: { 'v.ttl': '@prefix skos: <http' },
      command: ['taxonomy', 'import', 'v.ttl', '--dry-run'],
      says: /v\.ttl/,
    },
    {
      name: 'a vocabulary of JSON-LD with a context on the web',
      files: { 'v.jsonld': '{"@context": "https://example.org/c", "@graph": [{"@id": "x", "@type": "skos:Concept"}]}' },
      command: ['taxonomy', 'import', 'v.jsonld', '--dry-run'],
      says: /v\.jsonld/,
    },
    {
      name: 'a vocabulary nested 100,000 deep',
      isAlone: true,
      files: { 'v.jsonld': '{"a":'.repeat(100_000) },
      command: ['taxonomy', 'import', 'v.jsonld', '--dry-run'],
      says: /v\.jsonld/,
    },
    {
      name: 'Turtle nested 100,000 deep',
      isAlone: true,
      files: { 'v.ttl': `<a> <b> ${'[<b> '.repeat(100_000)}` },
      command: ['taxonomy', 'import', 'v.ttl', '--dry-run'],
      says: /v\.ttl/,
    },
    {
      name: 'lists of Turtle nested 100,000 deep',
      isAlone: true,
      files: { 'v.ttl': `<a> <b> ${'('.repeat(100_000)}` },
      command: ['taxonomy', 'import', 'v.ttl', '--dry-run'],
      says: /v\.ttl/,
    },
  ],
});
