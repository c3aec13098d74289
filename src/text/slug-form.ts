// Apart from slug.ts, so that checking a slug does not load half a megabyte of transliteration.

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

// Names that Windows keeps for devices, whatever extension follows.
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9])$/;

const HYPHENATED = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

/** Whether Windows keeps a name for a device, whatever extension follows, so that no file or folder can have it. */
export function isDeviceName(name: string): boolean {
  return DEVICE.test(stemOf(name));
}

/** Whether a text has the form of a slug: `[a-z0-9]+(-[a-z0-9]+)*`. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/**
 * Whether an id, slug or file name must not be used: empty, a device name of Windows (with or without extension), `index`
 * (the site writes that itself), `..` anywhere, or a final dot or blank, which Windows drops.
 */
export function isReservedName(name: string): boolean {
  // No device and no page of the site has a hyphen in its name.
  if (HYPHENATED.test(name)) return false;
  if (name === '' || name.endsWith('.') || name.endsWith(' ') || name.includes('..')) return true;
  const stem = stemOf(name);
  return stem === 'index' || DEVICE.test(stem);
}

function stemOf(name: string): string {
  const dot = name.indexOf('.');
  return (dot === -1 ? name : name.slice(0, dot)).normalize('NFKC').trim().toLowerCase();
}
