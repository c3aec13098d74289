/** Language and type of an incoming release. */
import type { SourceRelease, Stated } from '../model/importer.ts';
import { defaultType } from '../model/make-release.ts';
import type { Settings } from '../model/settings.ts';
import type { UnknownWords } from './bring-in-report.ts';
import { unknownValue } from './bring-in-terms.ts';
import { isWrittenOtherwise } from '../text/written-otherwise.ts';
import type { BringInWish } from './bring-in-wish.ts';

export interface ChosenType {
  readonly name: string;
  readonly stated: Stated | undefined;
  readonly unknown: readonly UnknownWords[];
}

/** The type that the source states, if there is one of that name; else the usual one. */
export function chooseType({ type }: SourceRelease, known: readonly string[]): ChosenType {
  if (type === undefined || known.includes(type.value))
    return { name: type?.value ?? defaultType, stated: type, unknown: [] };
  const message = `«${type.value}» is no kind of release here: there is no schema of that name in schemas/types.`;
  return { name: defaultType, stated: undefined, unknown: [unknownValue('type', type, message)] };
}

const TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}$/;

/**
 * The language of a release. «en-GB» of a page is the newsroom's «en»: otherwise every address of the house would carry a language.
 * A table or a record means the tag that it has, unless that was said once for all and is no more than likely.
 */
export function chooseLanguage(
  { lang, frontMatter, title, body }: SourceRelease,
  wish: Pick<BringInWish, 'lang'>,
  { language }: Settings,
): { readonly value: Stated; readonly unknown: readonly UnknownWords[] } {
  if (wish.lang !== undefined) return { value: { value: wish.lang, origin: '--lang' }, unknown: [] };
  const houses = { value: language, origin: 'press.yaml' };
  if (lang === undefined) return { value: houses, unknown: otherLetters(`${title?.value ?? ''}\n${body}`, houses) };
  if (frontMatter !== undefined && !TAG.test(lang.value)) {
    const message = `«${lang.value}» is no language tag.`;
    return {
      value: houses,
      unknown: [{ ...unknownValue('lang', lang, message), hint: 'Write it as en, ru or en-GB.' }],
    };
  }
  const isLoose = frontMatter === undefined || lang.confidence === 'likely';
  const isOwn = isLoose && lang.value.toLowerCase().split('-')[0] === language.toLowerCase();
  const own = { value: language, origin: lang.value === language ? lang.origin : `${lang.origin}: ${lang.value}` };
  return { value: isOwn ? own : lang, unknown: [] };
}

/** The newsroom's own language is no guess for a text in other letters. */
function otherLetters(text: string, { value, origin }: Stated): UnknownWords[] {
  if (!isWrittenOtherwise(value, text)) return [];
  const message = `Nothing says in which language it is, and it is not in the letters of «${value}».`;
  return [{ heading: 'lang', value, origin, message, hint: 'Say it with --lang, or write it into the release.' }];
}
