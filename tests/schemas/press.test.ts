import { describe, expect, it } from 'vitest';
import { errorsOf, told } from './shipped-schemas.ts';

const PRESS = 'press.schema.json';

type Row = readonly [string, unknown];

const accepted: Row[] = [
  ['publisher', { name: 'Press Office', url: 'https://example.org/', logo: '/logo.png' }],
  ['publisher', { authority: 'press.example.org', since: '2009-01-01' }],
  ['publisher', { authority: 'press@xn--mnchen-3ya.example', since: 2009 }],
  ['publisher', {}],
  ['baseUrl', 'https://press.example.org/'],
  ['baseUrl', 'http://localhost:8080/news'],
  ['timezone', 'Europe/Vienna'],
  ['timezone', 'America/Argentina/Buenos_Aires'],
  ['timezone', 'Etc/GMT+4'],
  ['language', 'sr-Latn'],
  ['releases', 'releases'],
  ['releases', 'content/пресс релизы'],
  ['permalink', '/:lang/:year/:slug/'],
  ['permalink', '/news/:slug.html'],
  ['rules', { 'dateline-date': 'error', hype: 'off', 'unquoted-yaml-1.1': 'info', 'raw-html': 'warning' }],
  ['rules', {}],
  ['codeLists', { iso3166: 'lists/countries.csv', medtop: 'lists/media topics.json' }],
  ['codeLists', {}],
  ['boilerplates', { osce: { en: 'About us.', ru: 'О нас.' } }],
  ['boilerplates', { about: 'About us:\nmore than one line.' }],
  ['feeds', []],
  ['feeds', [{ id: 'elections', title: 'Elections', where: 'field:elections', formats: ['rss', 'atom'] }]],
  ['feeds', [{ id: 'ru', lang: 'ru', content: 'summary', limit: 20, url: 'https://press.example.org/ru.xml' }]],
];

const refused: Row[] = [
  ['codeLists', 'countries.csv'],
  ['codeLists', { iso3166: '/etc/passwd' }],
  ['codeLists', { iso639: 'languages.txt' }],
  ['codeLists', { medtop: 'https://example.org/topics.json' }],
  ['publisher', 'Press Office'],
  ['publisher', { name: '' }],
  ['publisher', { Name: 'Press Office' }],
  ['publisher', { url: 'example.org' }],
  ['publisher', { logo: 'javascript:alert(1)' }],
  ['publisher', { authority: 'https://press.example.org/' }],
  ['publisher', { authority: 'Press.Example.Org' }],
  ['publisher', { authority: 'example.org,2009' }],
  ['publisher', { since: 'long ago' }],
  ['publisher', { since: 20090101 }],
  ['baseUrl', 'press.example.org'],
  ['baseUrl', 'ftp://press.example.org/'],
  ['baseUrl', 'https://press.example.org/?a=b'],
  ['timezone', 'UTC+1 hour'],
  ['timezone', '+01:00'],
  ['language', 'en_GB'],
  ['releases', '/srv/releases'],
  ['releases', 'C:\\releases'],
  ['releases', ''],
  ['permalink', ':year/:slug'],
  ['permalink', '/:year/{slug}'],
  ['rules', { hype: false }],
  ['rules', { hype: 'fatal' }],
  ['rules', { 'Not A Rule': 'off' }],
  ['rules', ['hype']],
  ['boilerplates', { osce: {} }],
  ['boilerplates', { osce: { english_uk: 'About us.' } }],
  ['boilerplates', { 'two words': 'About us.' }],
  ['boilerplates', { osce: '' }],
  ['feeds', { elections: {} }],
  ['feeds', [{ title: 'Elections' }]],
  ['feeds', [{ id: 'Elections' }]],
  ['feeds', [{ id: '../elections' }]],
  ['feeds', [{ id: 'a', formats: [] }]],
  ['feeds', [{ id: 'a', formats: ['rss', 'rss'] }]],
  ['feeds', [{ id: 'a', formats: ['opml'] }]],
  ['feeds', [{ id: 'a', formats: 'rss' }]],
  ['feeds', [{ id: 'a', content: 'half' }]],
  ['feeds', [{ id: 'a', limit: 0 }]],
  ['feeds', [{ id: 'a', limit: '20' }]],
  ['feeds', [{ id: 'a', url: '/feed.xml' }]],
  ['feeds', [{ id: 'a', filter: 'field:elections' }]],
];

describe('press.schema.json', () => {
  it('is content with nothing', () => {
    expect(errorsOf(PRESS, {})).toEqual([]);
  });

  it.each(accepted)('accepts %s: %j', (key, value) => {
    expect(told(errorsOf(PRESS, { [key]: value }))).toEqual([]);
  });

  it.each(refused)('refuses %s: %j', (key, value) => {
    const places = errorsOf(PRESS, { [key]: value }).map((error) => error.instancePath.split('/')[1]);
    expect(new Set(places)).toEqual(new Set([key]));
  });

  it.each(['timeZone', 'base-url', 'constructor', 'toString'])('finds the unknown key %s', (key) => {
    expect(told(errorsOf(PRESS, { [key]: 'x' }))).toEqual([` additionalProperties {"additionalProperty":"${key}"}`]);
  });
});
