/** What stands before the commands of two words. */
export const groupSummaries: ReadonlyMap<string, string> = new Map([
  ['taxonomy', 'Read, check and change the vocabulary.'],
]);
