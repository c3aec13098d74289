/** What every file of tests begins with. */
import { createRequire } from 'node:module';
import { afterAll } from 'vitest';
import { removeScratchFolders } from './scratch-folder.ts';

// The bundle has a `require` of its own for packages that are loaded late; the sources under test need one, too.
globalThis.require = createRequire(import.meta.url);

afterAll(removeScratchFolders);
