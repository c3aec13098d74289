/** Answers judged by the function that will read them. */
import { PressError } from '../../model/press-error.ts';

/** Turns a function that throws a PressError into a check with a sentence. */
export function isUsable(read: (words: string) => unknown): (words: string) => true | string {
  return (words) => {
    try {
      read(words);
      return true;
    } catch (error) {
      if (error instanceof PressError)
        return [error.message, error.hint].filter((part) => part !== undefined).join(' ');
      throw error;
    }
  };
}
