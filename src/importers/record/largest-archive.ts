/** Bytes of the largest table or list: an archive of a hundred thousand releases with their texts, and no more than one string holds. */
export const largestArchive = 256 * 1024 * 1024;
