/** How each peer is started on an archive, and what is missing when it cannot be. `tests/bench/peers/` holds their settings. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releaseSchema } from './peers/release-terms.js';

const peers = fileURLToPath(new URL('./peers', import.meta.url));

/** A folder in the archive that git ignores, for what peers write. */
const SCRATCH = '.bench';

/** Puts the peers that npm has beside their settings, exactly as the lock file says. */
export function installPeers() {
  return (
    spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: peers, stdio: 'inherit' }).status ??
    1
  );
}

/** Nothing but what this repository has for its own tests. */
export function plainBuild(cwd) {
  return { command: [process.execPath, join(peers, 'plain-build/build.js'), cwd], cwd };
}

export function hugo(cwd) {
  const { error } = spawnSync('hugo', ['version']);
  if (error !== undefined) return { missing: 'hugo (a package of Debian and of Homebrew)' };
  const settings = ['--config', join(peers, 'hugo/hugo.toml'), '--layoutDir', join(peers, 'hugo/layouts')];
  const folders = ['--contentDir', 'releases', '--destination', join(cwd, SCRATCH, 'hugo')];
  return { command: ['hugo', ...settings, ...folders], cwd };
}

export function velite(cwd) {
  return fromNpm('velite/bin/velite.js', {
    cwd,
    args: ['build', '--config', join(peers, 'velite/velite.config.js'), '--strict'],
  });
}

export function eleventy(cwd) {
  const settings = relative(cwd, join(peers, 'eleventy/eleventy.config.js'));
  return fromNpm('@11ty/eleventy/cmd.cjs', { cwd, args: ['--config', settings, '--dryrun'] });
}

export function remark(cwd) {
  mkdirSync(join(cwd, SCRATCH), { recursive: true });
  writeFileSync(join(cwd, SCRATCH, 'release-schema.json'), JSON.stringify(releaseSchema(cwd)));
  const args = ['--rc-path', join(peers, 'remark/remarkrc.mjs'), '--no-stdout', '--quiet', '--frail', 'releases'];
  return fromNpm('remark-cli/cli.js', { cwd, args });
}

function fromNpm(program, { cwd, args }) {
  const path = join(peers, 'node_modules', program);
  if (!existsSync(path))
    return { missing: `${program.split('/').slice(0, -1).join('/')}: npm run bench -- --install-peers` };
  return { command: [process.execPath, path, ...args], cwd, env: { BENCH_ARCHIVE: cwd } };
}
