/** Puts what an export produced where it belongs: a pipe, a file, a folder. */
import type { Environment } from '../model/environment.ts';
import type { Invocation } from '../model/command.ts';
import type { ExportFormat, OutputFile } from '../model/export-format.ts';
import { PressError } from '../model/press-error.ts';
import type { Exported } from '../operations/export.ts';
import { formatRfc3339 } from '../text/dates.ts';
import { terminalSafe } from '../text/terminal-safe.ts';
import type { OutputPlace } from './options/output-place.ts';
import { dryLine, dryLines, sayFolder } from './terminal/output-told.ts';

export interface ExportPlace {
  readonly format: ExportFormat;
  readonly place: OutputPlace;
}

/** Writes the output; returns whether all went well: there is one, and nothing beside it that should be gone. Where the standard allows none, an older one is removed and a sentence says why. */
export async function writeExport(
  exported: Exported,
  { format, place }: ExportPlace,
  { environment, options }: Pick<Invocation, 'environment' | 'options'>,
): Promise<boolean> {
  const isDry = options['dryRun'] === true;
  if (place.kind === 'folder') {
    const stem = exported.edition.feedId ?? 'releases';
    const files = format.folder?.files(exported.edition, stem) ?? [];
    const from = format.folder?.unit === 'part' ? `${format.id}/${stem}` : format.id;
    const { count, isClean } = await fillFolder(environment, place.path, {
      files,
      from,
      isDry,
      now: exported.edition.now,
    });
    if (count === 0 && exported.refusal !== undefined) environment.warn(exported.refusal);
    return isClean && (count > 0 || exported.refusal === undefined);
  }
  if (place.kind === 'stdout' && isDry) throw nothingToTry();
  if (exported.refusal !== undefined) return withoutOutput(exported.refusal, place, { environment, isDry });
  if (place.kind === 'stdout') await environment.send(exported.chunks);
  else if (isDry) await sayWhatWouldBe(environment, place.path, exported);
  else {
    await environment.files.write(place.path, exported.chunks);
    const inside = exported.countIn();
    const all = inside === exported.count ? '' : ` of ${exported.count}`;
    environment.say(
      `${inside}${all} ${exported.count === 1 ? 'release' : 'releases'} in ${terminalSafe(place.path)}, as ${format.id}.`,
    );
  }
  return true;
}

export interface Filling {
  readonly files: Iterable<OutputFile>;
  readonly from: string;
  readonly isDry: boolean;
  /** The moment that publicness was judged at. */
  readonly now: number;
}

/** Fills a folder and says what changed; returns how many files are in it, and whether nothing is there that should be gone. */
export async function fillFolder(
  environment: Environment,
  path: string,
  { files, from, isDry, now }: Filling,
): Promise<{ readonly count: number; readonly isClean: boolean }> {
  const wish = { files, from, dryRun: isDry, asOf: formatRfc3339(now, 0) };
  const outcome = await environment.files.writeFolder(path, wish);
  if (isDry) await environment.out(dryLines(path, outcome));
  else sayFolder(environment, path, outcome);
  const count = outcome.added.length + outcome.changed.length + outcome.unchanged.length;
  return { count, isClean: outcome.kept.length === 0 };
}

async function withoutOutput(
  refusal: string,
  place: OutputPlace,
  { environment, isDry }: { readonly environment: Environment; readonly isDry: boolean },
): Promise<false> {
  environment.warn(refusal);
  if (place.kind !== 'file') return false;
  if (isDry) {
    if ((await environment.files.compare(place.path, [])) !== 'add')
      await environment.out(dryLine('remove', place.path));
  } else if (await environment.files.remove(place.path)) {
    environment.say(`«${terminalSafe(place.path)}» of an earlier run was removed.`);
  }
  return false;
}

async function sayWhatWouldBe(environment: Environment, path: string, { chunks }: Exported): Promise<void> {
  await environment.out(dryLine(await environment.files.compare(path, chunks), path));
}

function nothingToTry(): PressError {
  return new PressError('usage', '«--dry-run» goes with -o: without it no file is written.', {
    hint: 'Leave it out, or name a file or folder with -o.',
  });
}
