/** A YAML file that a person hands to a command: within the bounds of the repository's own data files, or one clear error. */
import type { PersonsData } from '../model/persons-data.ts';
import { PressError } from '../model/press-error.ts';
import { LineMap } from '../model/text-range.ts';
import { decode } from './decode.ts';
import { readYaml } from './yaml-reader.ts';

/** Reads the bytes of a file. Throws PressError with name, line and column for anything but sound YAML with keys. */
export function personsData(name: string, bytes: Uint8Array): PersonsData {
  const text = decode(bytes);
  if (typeof text !== 'string') throw refusal(`${name}:${text.line}: ${text.message}`, 'Save it as UTF-8.');
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const reading = readYaml(text.slice(start), start);
  const lines = new LineMap(text);
  const failAt = (offset: number, message: string, hint: string | undefined): never => {
    const { line, column } = lines.at(offset);
    throw refusal(`${name}:${line}:${column}: ${message}`, hint);
  };
  const [fault] = reading.faults;
  const data =
    reading.data ??
    failAt(fault?.start ?? 0, fault?.message ?? 'It is empty.', fault?.hint ?? 'Write something into it.');
  return {
    name,
    data,
    fail: (path, { message, hint, at }) => {
      const place = reading.locate(path, at ?? 'value') ?? reading.locate(path.slice(0, -1), 'key');
      return failAt(place?.start ?? 0, message, hint);
    },
  };
}

function refusal(message: string, hint: string | undefined): PressError {
  return new PressError('unreadable-file', message, { hint });
}
