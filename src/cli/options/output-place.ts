/** Where an export goes, by what stands behind `-o`. */
import type { OptionValues } from '../../model/command.ts';
import type { Environment } from '../../model/environment.ts';
import type { ExportFormat } from '../../model/export-format.ts';
import { PressError } from '../../model/press-error.ts';

export type OutputPlace =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

/**
 * Standard output, a file or a folder. A name that ends in a slash or is that of a folder means a folder; so does a name without a dot
 * for a format that has a form for folders. Throws PressError where the format has none.
 */
export function outputPlace(
  options: OptionValues,
  format: ExportFormat,
  environment: Pick<Environment, 'files' | 'outIsTerminal'>,
): OutputPlace {
  const path = options['output'];
  if (typeof path !== 'string' || path === '-') {
    refuseBytesOnTerminal(format, environment);
    return { kind: 'stdout' };
  }
  if (path.trim() === '') throw noName();
  const isNamedFolder = /[/\\]$/.test(path) || environment.files.isFolder(path);
  if (isNamedFolder && format.folder === undefined) throw oneFileOnly(path, format);
  const isFolder = isNamedFolder || (format.folder !== undefined && !nameOf(path).includes('.'));
  return { kind: isFolder ? 'folder' : 'file', path };
}

function noName(): PressError {
  return new PressError('usage', '«-o» has no name behind it.', {
    hint: 'Name a file or a folder, or leave it out for standard output.',
  });
}

function nameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function refuseBytesOnTerminal(
  { id, isBinary, extension }: ExportFormat,
  { outIsTerminal }: Pick<Environment, 'outIsTerminal'>,
): void {
  if (isBinary !== true || !outIsTerminal) return;
  throw new PressError('usage', `The format «${id}» is for programs; a terminal cannot show it.`, {
    hint: `Name a file, such as -o releases.${extension}.`,
  });
}

function oneFileOnly(path: string, { id, extension }: ExportFormat): PressError {
  const folder = path.replace(/[/\\]+$/, '');
  return new PressError('usage', `«${path}» is a folder, and the format «${id}» is one file.`, {
    hint: `Name the file: -o ${folder === '' ? '' : `${folder}/`}releases.${extension}.`,
  });
}
