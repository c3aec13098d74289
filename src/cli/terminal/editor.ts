/** Opens a file in the person's own editor. */
import { spawn } from 'node:child_process';
import { PressError } from '../../model/press-error.ts';

/** The words of `$VISUAL` or `$EDITOR` as `sh` would divide them: blanks part, quotes hold together. */
export function editorCommand(env: Readonly<Record<string, string | undefined>>): readonly [string, ...string[]] {
  const setting = [env['VISUAL'], env['EDITOR']].find((value) => value !== undefined && value.trim() !== '') ?? '';
  const [program, ...values] = [...setting.matchAll(/(?:[^\s"']+|"[^"]*"|'[^']*')+/g)].map(([word]) =>
    word.replace(/["']/g, ''),
  );
  if (program !== undefined) return [program, ...values];
  throw new PressError('usage', 'No editor is set, so --edit has nothing to open the release with.', {
    hint: 'Set EDITOR, for example with: export EDITOR=nano',
  });
}

/** Opens a file (absolute path) and waits until the editor is closed. No shell is involved. Rejects with a PressError when it cannot start or fails. */
export async function openInEditor([program, ...values]: readonly [string, ...string[]], path: string): Promise<void> {
  // Where stdout goes into a pipe it holds the path of the release; an editor that draws there would spoil it.
  const screen = process.stdout.isTTY ? 'inherit' : process.stderr;
  const child = spawn(program, [...values, path], { stdio: ['inherit', screen, 'inherit'] });
  const ending = await new Promise<string | undefined>((resolve) => {
    child.once('error', () => resolve('could not be started'));
    child.once('close', (status, signal) =>
      resolve(status === 0 ? undefined : `ended with ${status ?? signal ?? 'an error'}`),
    );
  });
  if (ending === undefined) return;
  throw new PressError('usage', `The editor «${program}» ${ending}.`, {
    hint: 'The release was made; open it in another way.',
  });
}
