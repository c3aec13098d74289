import { outlineOf } from '../model/body-outline.ts';
import type { Manuscript } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { sampleRelease } from '../model/sample-release.ts';
import { placeInValue, textUnder } from '../model/text-key.ts';
import { templateExpressionsIn, type TemplateExpression } from '../text/template-expressions.ts';

const dateline = 'BAKU, 16 November 2009 - ';

export const templateSyntax: Rule = {
  id: 'template-syntax',
  topic: 'text',
  severity: 'warning',
  scope: 'manuscript',
  summary: 'The text holds an instruction for a site builder.',
  why:
    'Jekyll, Eleventy and Hugo take what stands between {{ and }} or {% and %} for an instruction, in code too: they put something else in its ' +
    'place, or stop with an error, and the whole site is not built. press leaves it as it stands, so readers of feeds see the brackets.',
  examples: [
    {
      wrong: sampleRelease({}, `${dateline}A course opened today: [programme]({{site.baseurl}}/course.pdf).\n`),
      right: sampleRelease({}, `${dateline}A course opened today: [programme](/files/course.pdf).\n`).replace(
        '/files/',
        'https://press.example.org/files/',
      ),
    },
    {
      wrong: sampleRelease({ title: '"Course for {{ group }} opens in Baku"' }),
      right: sampleRelease({ title: '"Course for observers opens in Baku"' }),
    },
  ],
  needs: { words: ['{{', '{%'] },
  *check(manuscript): Generator<Finding> {
    const { text } = manuscript;
    if (!text.includes('{{') && !text.includes('{%')) return;
    for (const key of ['title', 'summary']) yield* inFrontMatter(manuscript, key);
    yield* inBody(manuscript);
  },
};

function* inFrontMatter(manuscript: Manuscript, key: string): Generator<Finding> {
  const value = textUnder(manuscript, key) ?? '';
  for (const { kind, start, end } of templateExpressionsIn(value, 0, value.length))
    yield { ...placeInValue(manuscript, [key], { value, start, end }), ...told(value.slice(start, end), kind) };
}

/** What stands there many times is said once. Instructions in comments never reach a site builder. */
function* inBody(manuscript: Manuscript): Generator<Finding> {
  const { text, bodyStart } = manuscript;
  const shown = outlineOf(manuscript).visible;
  const counts = new Map<string, { count: number; readonly first: TemplateExpression }>();
  for (const expression of templateExpressionsIn(shown, bodyStart, shown.length)) {
    const words = text.slice(expression.start, expression.end);
    const known = counts.get(words);
    if (known === undefined) counts.set(words, { count: 1, first: expression });
    else known.count += 1;
  }
  for (const [words, { count, first }] of counts)
    yield { start: first.start, end: first.end, ...told(words, first.kind, count) };
}

const builders = { output: 'Jekyll and Eleventy', tag: 'Jekyll and Eleventy', shortcode: 'Hugo' } as const;

function told(words: string, kind: TemplateExpression['kind'], count = 1): Pick<Finding, 'message' | 'hint'> {
  const often = count > 1 ? `, ${count} times in this text` : '';
  const isOpen = words.length === 2;
  const message = isOpen
    ? `${quoted(words)} begins an instruction for ${builders[kind]}, and nothing ends it: they would stop with an error.`
    : `${quoted(words)} is an instruction for ${builders[kind]}${often}: readers would not get what stands here.`;
  return { message, hint: 'Write what readers shall see, such as the whole address; or take it out.' };
}
