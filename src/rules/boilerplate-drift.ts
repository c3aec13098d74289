import { hasWords } from '../model/body-words.ts';
import { placeOfBoilerplate, type BoilerplatePlace } from '../model/boilerplate-place.ts';
import type { EpochMilliseconds } from '../model/clock.ts';
import { releaseDay } from '../model/date-values.ts';
import type { Manuscript, OffsetFix } from '../model/manuscript.ts';
import { placeOf } from '../model/places.ts';
import { didYouMean } from '../model/press-error.ts';
import { quoted, quotedList } from '../model/quoting.ts';
import type { Finding, Rule } from '../model/rule.ts';
import { samplePath, sampleRelease } from '../model/sample-release.ts';
import type { Settings } from '../model/settings.ts';
import { languageOf, textUnder } from '../model/text-key.ts';
import { daysSinceEpoch, MILLISECONDS_PER_DAY } from '../text/civil-calendar.ts';
import { parseCivilDate } from '../text/dates.ts';
import { nearest } from '../text/nearest.ts';
import { lineEndOf } from '../text/line-ends.ts';

/** Time to notice a slip. After it, a release that went out keeps the closing paragraph of its day. */
const DAYS_OF_CARE = 30;

const settingsFile = 'boilerplates:\n  about: The Sample Press Office has issued news from 57 countries since 2009.\n';
const release = (closing: string): string =>
  sampleRelease(
    { boilerplate: 'about', status: 'approved' },
    `BAKU, 16 November 2009 - A course for election observers opened in Baku today.\n\n${closing}\n`,
  );

export const boilerplateDrift: Rule = {
  id: 'boilerplate-drift',
  topic: 'text',
  severity: 'warning',
  scope: 'manuscript',
  usesClock: true,
  summary: 'The closing paragraph of a release is not the one that press.yaml has under its name.',
  mends: {
    review: 'Puts the text of press.yaml in the place of the paragraph, or behind the text where it is missing.',
  },
  why:
    'The closing paragraph says who you are, and it is copied from release to release: slips and outdated numbers are copied as well. Outputs ' +
    `show what stands in the release and add nothing. A release that went out more than ${DAYS_OF_CARE} days ago keeps the paragraph of ` +
    'its day and is left in peace, however press.yaml has changed since.',
  examples: [
    {
      wrong: {
        'press.yaml': settingsFile,
        [samplePath]: release('The Sample Press Office has issued news from 56 countries since 2009.'),
      },
      right: {
        'press.yaml': settingsFile,
        [samplePath]: release('The Sample Press Office has issued news from 57 countries since 2009.'),
      },
    },
    {
      wrong: { 'press.yaml': settingsFile, [samplePath]: release('The course lasts a week.') },
      right: {
        'press.yaml': settingsFile,
        [samplePath]: release(
          'The course lasts a week.\n\nThe Sample Press Office has issued news\nfrom 57 countries since 2009.',
        ),
      },
    },
  ],
  needs: { keys: ['boilerplate'] },
  *check(manuscript, { settings, now }): Generator<Finding> {
    const name = textUnder(manuscript, 'boilerplate');
    if (name === undefined || name === '') return;
    const texts = settings.boilerplates.get(name);
    if (texts === undefined) {
      yield { ...placeOf(manuscript, ['boilerplate']), ...unknownName(name, settings) };
      return;
    }
    const lang = textUnder(manuscript, 'lang') ?? settings.language;
    const wanted = texts.get(lang) ?? texts.get(languageOf(manuscript, settings));
    if (wanted === undefined) yield { ...placeOf(manuscript, ['boilerplate']), ...noText(name, lang, texts) };
    else if (!isOfAnotherDay(manuscript, now)) yield* drift(manuscript, name, wanted.trim());
  },
};

function unknownName(name: string, { boilerplates }: Settings): Pick<Finding, 'message' | 'hint'> {
  const known = [...boilerplates.keys()];
  const all = known.length === 0 ? 'It has none at all.' : `It has ${quotedList(known, 'and')}.`;
  return {
    message: `press.yaml has no boilerplate ${quoted(name)}.`,
    hint: didYouMean(nearest(name, known)) ?? `${all} Add the text there, or take the key out.`,
  };
}

function noText(name: string, lang: string, texts: ReadonlyMap<string, string>): Pick<Finding, 'message' | 'hint'> {
  return {
    message: `press.yaml has no text in ${quoted(lang)} for the boilerplate ${quoted(name)}.`,
    hint: `It has one in ${quotedList([...texts.keys()], 'and')}. Add the other there, or take the key out.`,
  };
}

/** What is still in the house is judged, however old. A day more or less does not matter, so no time zone is asked. */
function isOfAnotherDay(manuscript: Manuscript, now: EpochMilliseconds): boolean {
  const status = textUnder(manuscript, 'status');
  if (status === 'withdrawn') return true;
  const day = status === 'published' ? parseCivilDate(releaseDay(manuscript.data) ?? '') : undefined;
  return day !== undefined && (daysSinceEpoch(day) + DAYS_OF_CARE) * MILLISECONDS_PER_DAY < now;
}

function* drift(manuscript: Manuscript, name: string, wanted: string): Generator<Finding> {
  const found = placeOfBoilerplate(manuscript, wanted);
  // Somebody is still writing.
  const severity = textUnder(manuscript, 'status') === 'draft' ? 'info' : 'warning';
  if (found.is === 'missing' && hasWords(manuscript))
    yield { ...placeOf(manuscript, ['boilerplate'], 'key'), severity, ...missing(manuscript, name, wanted) };
  else if (found.is === 'changed') {
    const fix = exchange(manuscript, found, wanted);
    yield { ...found.changed, severity, ...changed(name, found), ...(fix === undefined ? {} : { fix }) };
  }
}

type Changed = Extract<BoilerplatePlace, { is: 'changed' }>;

function changed(name: string, { here, wanted }: Changed): Pick<Finding, 'message' | 'hint'> {
  const hint = 'Take over the text of press.yaml; or change it there, when this one is right.';
  if (here === '') return { message: `Of the boilerplate ${quoted(name)}, ${quoted(wanted)} is missing here.`, hint };
  if (wanted === '') return { message: `The boilerplate ${quoted(name)} has no ${quoted(here)} here.`, hint };
  return { message: `${quoted(here)} stands where the boilerplate ${quoted(name)} has ${quoted(wanted)}.`, hint };
}

function missing(manuscript: Manuscript, name: string, wanted: string): Omit<Finding, 'start' | 'end'> {
  const { text, bodyStart } = manuscript;
  const body = text.slice(bodyStart).trimEnd();
  const words = {
    message: `The boilerplate ${quoted(name)} does not stand in the text.`,
    hint: 'Outputs add nothing: put it at the end of the text, or take the key out.',
  };
  // Behind a comment that is never closed nobody would see it.
  if (body === '' || body.lastIndexOf('<!--') > body.lastIndexOf('-->')) return words;
  const end = bodyStart + body.length;
  const eol = lineEndOf(manuscript.text);
  const edits = [{ start: end, end, text: `${eol}${eol}${withLineEnds(wanted, eol)}` }];
  return { ...words, fix: { title: `Add the boilerplate ${name}`, safety: 'review', edits } };
}

/** Not where the paragraph is marked as a quotation, or holds a remark of the house. */
function exchange(manuscript: Manuscript, { whole }: Changed, wanted: string): OffsetFix | undefined {
  const there = manuscript.text.slice(whole.start, whole.end);
  if (there.includes('<!--') || there.startsWith('>')) return undefined;
  const edits = [{ ...whole, text: withLineEnds(wanted, lineEndOf(manuscript.text)) }];
  return { title: 'Take over the text of press.yaml', safety: 'review', edits };
}

function withLineEnds(text: string, eol: string): string {
  return text.split(/\r?\n/).join(eol);
}
