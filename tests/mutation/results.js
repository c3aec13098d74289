/** How the results of a group look on a terminal. */

const FATES = ['killed', 'timed-out', 'explained', 'survived', 'unreached'];

/** `judged` are mutants with their fates, `branches` what is known of each file. Those that nobody noticed first, then a line for each file. */
export function print(name, judged, branches) {
  for (const { file, line, was, becomes, fate } of judged)
    if (fate === 'survived' || fate === 'unreached') write(`${file}:${line} ${fate}\n  - ${was}\n  + ${becomes}\n`);
  write(row(['', 'mutants', ...FATES, 'score', 'branches']));
  for (const file of new Set(judged.map((mutant) => mutant.file)))
    write(row([file, ...figuresOf(judged.filter((mutant) => mutant.file === file)), shareOf([branches.get(file)])]));
  write(row([name, ...figuresOf(judged), shareOf([...branches.values()])]));
}

function figuresOf(mutants) {
  const counts = FATES.map((fate) => mutants.filter((mutant) => mutant.fate === fate).length);
  const [killed, timedOut, explained] = counts;
  return [mutants.length, ...counts, percent(killed + timedOut, mutants.length - explained)];
}

function shareOf(branches) {
  const known = branches.filter((each) => each !== undefined);
  const sum = (key) => known.reduce((total, each) => total + each[key], 0);
  return known.length === 0 ? '' : percent(sum('covered'), sum('total'));
}

/** Cut, never rounded up: 100 % is all of them. */
function percent(part, all) {
  return `${Math.floor(all === 0 ? 1000 : (1000 * part) / all) / 10} %`;
}

function row([first, ...figures]) {
  return `${first.padEnd(40)}${figures.map((figure) => String(figure).padStart(10)).join('')}\n`;
}

function write(text) {
  process.stdout.write(text);
}
