/** Numbers behind the names of releases whose names others have. */
import { fileStemOf } from '../text/file-name-form.ts';
import type { Draft, DraftAnswers } from './draft.ts';

/** Another name in file and address. */
export function withNumber(answers: DraftAnswers, slug: string, number: number): DraftAnswers {
  const { fileName } = answers;
  return { ...answers, slug: `${slug}-${number}`, fileName: fileName && numberedName(fileName, number) };
}

/** Only the name of the file is taken: the address stays. */
export function withFileNumber(answers: DraftAnswers, draft: Draft, number: number): DraftAnswers {
  return { ...answers, fileName: numberedName(answers.fileName ?? fileStemOf(draft.path), number) };
}

/** The language of a file stands behind its name: `slug.ru`. */
function numberedName(name: string, number: number): string {
  return name.replace(/(?:\.[^.]*)?$/, (language) => `-${number}${language}`);
}
