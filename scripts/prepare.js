/** Runs after an install in a checkout. Without the development dependencies there is nothing to build with, and that is said. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const bundler = fileURLToPath(new URL('../node_modules/rolldown', import.meta.url));
if (existsSync(bundler)) {
  await import('./generate-judges.js');
  await import('./build.js');
} else {
  process.stderr.write(
    'press: not built, because the development dependencies are not installed. Run «npm ci» to build it.\n',
  );
}
