/** Titles and paragraphs for generated releases: sentences put together from parts, about as long as a real release is. */

const who = [
  'Election officials',
  'Border guards',
  'Young lawyers',
  'Local journalists',
  'Police trainers',
  'Water managers',
  'School heads',
];
const what = ['practise', 'compare notes on', 'discuss', 'take stock of', 'learn more about', 'draw up a plan for'];
const about = [
  'the first hour after a flood',
  'voter lists for small towns',
  'the language of court notices',
  'a hotline for victims of trafficking',
  'the reporting of cross-border crime',
  'the safe storage of old ammunition',
  'school books in two languages',
];
const how = [
  'with the help of colleagues from abroad',
  'in a two-day course',
  'around one table',
  'after a year of preparation',
  'at the request of the host country',
];

const sentences = [
  'The course is the third of its kind this year and was asked for by the authorities of the host country.',
  'Participants work in small groups and present what they have found to the others on the last day.',
  'A handbook in the languages of the region will follow in spring and can be ordered without charge.',
  'Two judges, a prosecutor and a former ombudsman answer questions from the floor.',
  'What was learned will be put into practice in four pilot districts before the end of the summer.',
  'The organizers had expected forty people, and nearly twice as many came.',
  '“We know the law, but we had never tried to explain it to each other,” said one of the participants.',
  'Travel and accommodation are paid for by contributions of several participating States.',
  'The next meeting takes place in six months, when first results should be known.',
  'An exhibition of drawings by pupils can be seen in the entrance hall until Friday.',
  'Independent observers described the work of the past two years as patient and useful.',
  'Each group was given the same case and came to a different result, which was then compared.',
];

/** What translations say, all of them. */
export const translatedBody = [
  'Сегодня участники встретились за одним столом и обсудили, чему они научились за последний год.',
  'Следующая встреча пройдёт через шесть месяцев, когда станут известны первые результаты.',
].join('\n\n');

/** A headline that no other index has. */
export function titleOf(index, random) {
  return `${pick(who, random)} ${pick(what, random)} ${pick(about, random)} (${index})`;
}

/** Four to seven paragraphs; the first goes on behind the dateline. */
export function bodyOf(random) {
  const lead = `${pick(who, random)} met today to ${pick(what, random)} ${pick(about, random)}, ${pick(how, random)}.`;
  const paragraphs = Array.from({ length: 4 + random(4) }, () => paragraph(random));
  return [`${lead} ${paragraphs[0]}`, ...paragraphs.slice(1)].join('\n\n');
}

function paragraph(random) {
  return Array.from({ length: 3 + random(3) }, () => pick(sentences, random)).join(' ');
}

function pick(list, random) {
  return list[random(list.length)];
}
