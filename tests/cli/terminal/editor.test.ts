import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { editorCommand, openInEditor } from '../../../src/cli/terminal/editor.ts';
import { scratchFolder } from '../../support/scratch-folder.ts';

describe('editorCommand', () => {
  it.each([
    [{ EDITOR: 'nano' }, ['nano']],
    [{ VISUAL: 'code --wait', EDITOR: 'nano' }, ['code', '--wait']],
    [{ VISUAL: ' ', EDITOR: '"/Applications/My Editor" -n \'a b\'' }, ['/Applications/My Editor', '-n', 'a b']],
    [{ EDITOR: 'vi; rm -rf $HOME' }, ['vi;', 'rm', '-rf', '$HOME']],
  ])('of %j is %j', (env, words) => {
    expect(editorCommand(env)).toEqual(words);
  });

  it.each([{}, { EDITOR: '' }, { VISUAL: '  ' }])('of %j does not exist', (env) => {
    expect(() => editorCommand(env)).toThrow('No editor is set');
  });
});

describe('openInEditor', () => {
  it('gives the editor the path as one word, through no shell, and waits', async () => {
    const folder = scratchFolder();
    const editor = join(folder, 'editor.mjs');
    writeFileSync(
      editor,
      "import { writeFileSync } from 'node:fs'; writeFileSync(process.argv[2], JSON.stringify(process.argv.slice(2)));",
    );
    const path = join(folder, 'a $(b) "c".json');
    await openInEditor([process.execPath, editor], path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([path]);
  });

  it('says when the editor cannot start, fails or is stopped', async () => {
    const folder = scratchFolder({ plain: '' });
    chmodSync(join(folder, 'plain'), 0o600);
    await expect(openInEditor([join(folder, 'missing')], '/x')).rejects.toThrow('could not be started');
    await expect(openInEditor([process.execPath, '-e', 'process.exitCode = 3', '--'], '/x')).rejects.toThrow(
      'ended with 3',
    );
    await expect(
      openInEditor(
        [process.execPath, '-e', 'process.kill(process.pid, "SIGTERM"); setTimeout(() => 0, 5000)', '--'],
        '/x',
      ),
    ).rejects.toThrow('ended with SIGTERM');
  });
});
