/** Makes `folder` a repository with `count` releases. */
export function generateArchive(folder: string, count: number, kind?: 'plain' | 'messy'): void;
