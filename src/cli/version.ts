import manifest from '../../package.json' with { type: 'json' };

/** The version in package.json. */
export const version: string = manifest.version;

/** The name under which the package is installed; the command is called press. */
export const packageName: string = manifest.name;
