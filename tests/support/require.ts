// The bundle has a `require` of its own for packages that are loaded late; the sources under test need one, too.
import { createRequire } from 'node:module';

globalThis.require = createRequire(import.meta.url);
