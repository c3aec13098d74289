/** `1 file`, `2 files`; a noun whose plural is not made by adding an s says it. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}
