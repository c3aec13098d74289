/** Words by which a text says who speaks, by language. */

const english =
  'sa(?:id|ys?|ying)|added|adds|told|tells|stat(?:ed|es|ing)|not(?:ed|es|ing)|expla(?:ined|ins|ining)|stress(?:ed|es|ing)|' +
  'underlin(?:ed|es|ing)|underscor(?:ed|es)|emphasi[sz](?:ed|es|ing)|declar(?:ed|es)|conclud(?:ed|es|ing)|comment(?:ed|s|ing)|' +
  'remark(?:ed|s|ing)|recall(?:ed|s|ing)|warn(?:ed|s|ing)|ask(?:ed|s|ing)|repl(?:ied|ies)|answer(?:ed|s)|continu(?:ed|es)|' +
  'announc(?:ed|es)|point(?:ed|s) out|according to|in the words of|wr(?:ote|ites|itten)|reads?|quot(?:ed?|es|ing)|highlight(?:ed|s|ing)|' +
  'observ(?:ed|es)|argu(?:ed|es)|urg(?:ed|es)|call(?:ed|s)|insist(?:ed|s)|admit(?:ted|s)|promis(?:ed|es)|report(?:ed|s)|' +
  'reflect(?:ed|s)|suggest(?:ed|s)|describ(?:ed|es)|prais(?:ed|es)|welcom(?:ed|es)|' +
  'statement|speech|testimony|letter|remarks|motto|slogan|inscription';

// The beginnings of words: the endings say person and gender.
const russian =
  'сказа|говор|заяв|отме[тч]|подч[её]рк|добав|объясн|поясн|ответ|отвеч|спрос|спраш|напис|пиш|рассказ|слов[ао]м|мнени|сообщ|' +
  'призва|призыв|напомн|предупре|счита|цитир|призна|констат|заверш|провозгла|заме[тч]|воскликн|дел[ия]тся|подел|выступ|девиз|лозунг|надпис|речь|речи|письм';

const listed: ReadonlyMap<string, string> = new Map([
  ['en', `\\b(?:${english})\\b`],
  ['ru', `(?<![а-яё])(?:${russian})`],
]);

const patterns = new Map<string, RegExp>();

/** A pattern of the words by which a language (`en`) says who speaks; undefined for a language that is not known here. */
export function sayingWords(language: string): RegExp | undefined {
  const words = listed.get(language);
  let pattern = patterns.get(language);
  if (words !== undefined && pattern === undefined) {
    pattern = new RegExp(words, 'i');
    patterns.set(language, pattern);
  }
  return pattern;
}
