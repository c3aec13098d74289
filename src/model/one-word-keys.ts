/** Keys of front matter whose values are one word: they never go on in a second line, and what stands behind them is a remark. */
export const oneWordKeys: ReadonlySet<string> = new Set([
  'id',
  'date',
  'status',
  'embargo',
  'type',
  'lang',
  'updated',
  'slug',
]);
