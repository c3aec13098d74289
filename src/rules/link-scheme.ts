import { mayHoldLink, outlineOf } from '../model/body-outline.ts';
import type { DataPath, Manuscript, Span } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule, RuleContext } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { schemaFor } from '../model/schema-for.ts';
import { mendedAddress, schemeOf } from '../text/address-scheme.ts';
import type { MarkdownLink } from '../text/markdown-inline.ts';

const dateline = 'BAKU, 16 November 2009 - ';

export const linkScheme: Rule = {
  id: 'link-scheme',
  topic: 'text',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'A link begins with something that leads readers nowhere, or runs a program in their browser.',
  mends: { review: 'Writes https://, http:// or mailto: where an address begins with a slip for it.' },
  why:
    'Readers follow addresses that begin with http://, https:// or mailto:, and press makes links of no others. Behind «javascript:» and ' +
    '«data:» there is no page but a program, and behind «file:» a place on somebody’s own computer: these are errors. A slip such as ' +
    '«htps://» looks right on the screen, and nobody notices until a journalist does.',
  examples: [
    {
      wrong: sampleRelease({}, `${dateline}The [programme](htps://press.example.org/course.pdf) is out.\n`),
      right: sampleRelease({}, `${dateline}The [programme](https://press.example.org/course.pdf) is out.\n`),
    },
    {
      wrong: sampleRelease({}, `${dateline}Please [register](javascript:open()).\n`),
      right: sampleRelease({}, `${dateline}Please [register](https://press.example.org/register/).\n`),
    },
    {
      wrong: sampleRelease({}, `${dateline}Write to [the desk](desk@press.example.org).\n`),
      right: sampleRelease({}, `${dateline}Write to [the desk](mailto:desk@press.example.org).\n`),
    },
  ],
  needs: { words: ['](', ']:', '<'], keys: ['attachments', 'contacts', 'origin'] },
  *check(manuscript, context): Generator<Finding> {
    if (mayHoldLink(manuscript)) for (const link of outlineOf(manuscript).links) yield* inBody(manuscript, link);
    yield* inFrontMatter(manuscript, context);
  },
};

function* inBody(manuscript: Manuscript, { kind, target, start, end }: MarkdownLink): Generator<Finding> {
  const told = judge(target);
  if (told === undefined || (kind === 'autolink' && target.startsWith('mailto:'))) return;
  yield { start, end, ...told, ...mending(manuscript, { start, end }) };
}

// What a schema refuses already is not said twice.
function* inFrontMatter(manuscript: Manuscript, context: RuleContext): Generator<Finding> {
  const { data } = manuscript;
  if (data === undefined) return;
  for (const { path, address } of addressesIn(data)) {
    const told = judge(address);
    if (told === undefined || (path[0] === 'origin' && told.severity !== 'error')) continue;
    const violations = schemaFor(data, context)?.check(data) ?? [];
    if (!violations.some((violation) => violation.path.join('\n') === path.join('\n')))
      yield { ...placeOf(manuscript, path), ...told };
  }
}

interface Address {
  readonly path: DataPath;
  readonly address: string;
}

function* addressesIn(data: Readonly<Record<string, unknown>>): Generator<Address> {
  for (const [list, key] of [
    ['attachments', 'href'],
    ['contacts', 'url'],
  ] as const) {
    const items: unknown = Object.hasOwn(data, list) ? data[list] : undefined;
    if (!Array.isArray(items)) continue;
    for (const [index, item] of items.entries()) yield* addressUnder(item, { path: [list, index], key });
  }
  yield* addressUnder(data['origin'], { path: ['origin'], key: 'url' });
}

function* addressUnder(value: unknown, { path, key }: { path: DataPath; key: string }): Generator<Address> {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return;
  const address: unknown = Reflect.get(value, key);
  if (typeof address === 'string') yield { path: [...path, key], address };
}

type Told = Required<Pick<Finding, 'message' | 'hint' | 'severity'>>;

function judge(address: string): Told | undefined {
  const mended = mendedAddress(address);
  if (mended !== undefined) {
    const message = `${quoted(address)} does not begin as an address on the web does.`;
    return { message, hint: `Write ${quoted(mended)}.`, severity: 'warning' };
  }
  const scheme = schemeOf(address);
  if (scheme === undefined || scheme === 'http' || scheme === 'https' || scheme === 'mailto') return undefined;
  return schemeTold(scheme, address);
}

function schemeTold(scheme: string, address: string): Told {
  const what = quoted(address);
  if (scheme === 'javascript' || scheme === 'vbscript')
    return {
      message: `${what} is no address but a program that would run in the reader’s browser.`,
      hint: 'Link to a page, or take the link out.',
      severity: 'error',
    };
  if (scheme === 'data')
    return {
      message: `${what} carries a file inside the address, and no output takes it.`,
      hint: 'Put the file on the web and link to it there.',
      severity: 'error',
    };
  if (scheme === 'file' || scheme.length === 1)
    return {
      message: `${what} is a place on one computer, where no reader can go.`,
      hint: 'Put the file on the web and link to it there.',
      severity: 'error',
    };
  if (scheme === 'tel' || scheme === 'sms')
    return {
      message: `press makes no link of «${scheme}:», so readers would get its words alone.`,
      hint: 'Write the number itself into the text; telephones know what it is.',
      severity: 'warning',
    };
  return {
    message: `${quoted(`${scheme}:`)} begins no address that readers can follow.`,
    hint: 'Addresses begin with https://, http:// or mailto:.',
    severity: 'warning',
  };
}

function mending({ text }: Manuscript, { start, end }: Span): Pick<Finding, 'fix'> {
  const mended = mendedAddress(text.slice(start, end));
  if (mended === undefined) return {};
  return { fix: { title: `Write ${mended}`, safety: 'review', edits: [{ start, end, text: mended }] } };
}
