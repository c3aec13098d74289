/** Why a notice that a release was taken back is no release. */
export function takenBack(
  id: string | undefined,
  { date, reason }: { date?: string | undefined; reason?: string | undefined } = {},
): string {
  const when = date === undefined ? '' : ` on ${date.slice(0, 40)}`;
  const why = reason === undefined ? '' : ` («${shortened(reason.replace(/\s+/g, ' '))}»)`;
  return `It takes «${(id ?? '').slice(0, 200)}» back${when}${why} and has no text. If the archive has that release, write «status: withdrawn» into it, and under «corrections» an entry of the kind «withdrawal».`;
}

function shortened(line: string): string {
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
