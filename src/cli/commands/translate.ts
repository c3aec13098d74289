import type { Command, Invocation } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import { PressError } from '../../model/press-error.ts';
import type { Draft } from '../../operations/draft.ts';
import { originalOf } from '../../operations/original-to-translate.ts';
import { answerLanguage, translateRelease, type Original, type TranslationWish } from '../../operations/translate.ts';
import { terminalSafe } from '../../text/terminal-safe.ts';
import { namedSubject } from '../change-release.ts';
import { bodyFrom, placesFrom } from '../options/new-release-options.ts';
import { dryRun, releaseArgument } from '../options/note-option.ts';
import { listOption } from '../options/selection-options.ts';
import { editorCommand, openInEditor } from '../terminal/editor.ts';
import { isUsable } from '../terminal/usable.ts';
import { showDraft, writeDraft } from '../write-draft.ts';

/** `press translate`: a release in another language, from the file's name to a place for each paragraph. */
export const translate: Command = {
  name: 'translate',
  summary: 'Make the file of a translation, with the original in it to work from.',
  details: [
    'The new file is a draft beside the original. It has the same date, terms, contacts and embargo, and says under «translationOf» which text it was made of: when the original changes later, «press validate» finds the translation out of date. White space and comments are no change, nor is one that «press correct --editorial» calls editorial.',
    'Each paragraph of the original stands in a comment, to be translated below it. No output holds comments, and a release without a text of its own cannot be published, so nothing goes out half translated by mistake.',
  ],
  arguments: [releaseArgument],
  options: [
    { flags: '--lang <tag>', summary: 'language of the translation: ru, fr, sr-Latn; needed' },
    { flags: '--title <text>', summary: 'headline in that language; needed' },
    {
      flags: '--place <city>',
      summary: 'city as that language spells it; repeat it for several',
      repeatable: true,
    },
    { flags: '--summary <text>', summary: 'summary in that language' },
    { flags: '--body <file>', summary: 'the translated text, if it is there (Markdown); «-» is standard input' },
    { flags: '--edit', summary: 'open the new file in $VISUAL or $EDITOR' },
    dryRun,
  ],
  examples: [
    {
      line: 'translate first-time-voters --lang ru --title "Первое голосование" --place Скопье -n',
      summary: 'shows the file that would be made',
    },
  ],
  async run(invocation) {
    const { environment, options } = invocation;
    const editor = options['edit'] === true ? editorCommand(process.env) : undefined;
    const lang = await languageFrom(invocation);
    const original = originalOf(await namedSubject(invocation), lang);
    if (original.note !== undefined) environment.say(terminalSafe(original.note));
    const wish = await wishFor(original, lang, invocation);
    const repository = await environment.repository();
    const draft = translateRelease(original, wish, repository);
    const place = { repository, environment, wayOut };
    if (options['dryRun'] === true) {
      await showDraft(draft, place);
      return 0;
    }
    await writeDraft(draft, 'press translate', place);
    await report(draft, wish, environment);
    if (editor !== undefined) await openInEditor(editor, `${repository.root}/${draft.path}`);
    return 0;
  },
};

async function languageFrom({ options, environment: { ask } }: Invocation): Promise<string> {
  const given = options['lang'];
  if (typeof given === 'string') return answerLanguage(given);
  if (ask === undefined)
    throw new PressError('missing-answer', '--lang is missing, and nobody can be asked here.', {
      hint: 'Say into which language, as in --lang ru.',
    });
  return answerLanguage(await ask.text({ message: 'Into which language', check: isUsable(answerLanguage) }));
}

async function wishFor({ release }: Original, lang: string, invocation: Invocation): Promise<TranslationWish> {
  const { options, environment } = invocation;
  const { ask } = environment;
  const written = await bodyFrom(options, environment);
  const title = text(options['title']) ?? (await askForTitle(release.title, invocation));
  const given = options['place'] === undefined ? undefined : placesFrom(listOption(options, 'place'));
  const asked =
    given === undefined && ask !== undefined && release.places.length > 0
      ? placesFrom((await ask.text({ message: 'City of the dateline', initial: release.places.join('/') })).split('/'))
      : undefined;
  return { lang, title, places: given ?? asked, summary: text(options['summary']), written };
}

async function askForTitle(original: string, { environment: { ask } }: Invocation): Promise<string> {
  if (ask === undefined)
    throw new PressError('missing-answer', '--title is missing, and nobody can be asked here.', {
      hint: 'Give the headline in the language of the translation.',
    });
  const message = `Title, for «${terminalSafe(original)}»`;
  return (await ask.text({ message, check: (answer) => answer.trim() !== '' || 'A release needs a title.' })).trim();
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const wayOut = {
  ofPath: 'Look at what stands there.',
  ofName: 'Look at that release: a text is translated into each language once.',
};

async function report({ path, id }: Draft, { written }: TranslationWish, environment: Environment): Promise<void> {
  const shown = environment.files.display(path);
  await environment.out(`${shown}\n`);
  const next = written === undefined ? 'Translate its text' : `Check it with «press validate ${shown}»`;
  environment.say(`The draft is made. ${next}, then publish it: press publish ${id}.`);
}
