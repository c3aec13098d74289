import { fileURLToPath } from 'node:url';

/** The folder that package.json and the shipped schemas lie in: two above this file, in the sources as in the bundle. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
