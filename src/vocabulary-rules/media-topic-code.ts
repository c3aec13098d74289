import type { CodeList } from '../model/code-list.ts';
import type { DataPath } from '../model/manuscript.ts';
import { quoted } from '../model/quoting.ts';
import { sampleVocabulary } from '../model/sample-vocabulary.ts';
import { everyTerm, type VocabularyTerm } from '../model/vocabulary.ts';
import type { VocabularyFinding, VocabularyRule } from '../model/vocabulary-rule.ts';

const TOPIC = /^medtop:\d{8}$/;

export const mediaTopicCode: VocabularyRule = {
  id: 'media-topic-code',
  topic: 'codes',
  severity: 'error',
  scope: 'taxonomy',
  summary: 'A media topic is none of the IPTC.',
  why:
    'News agencies sort what they get by media topics: medtop: and eight digits. A wrong code puts the release under another subject, ' +
    'or nowhere. With the list of the IPTC, under «codeLists» in press.yaml or behind --media-topics, press knows which ones exist.',
  examples: [
    {
      wrong: sampleVocabulary('elections: {label: Elections, match: {exactMatch: ["medtop:2000574"]}}'),
      right: sampleVocabulary('elections: {label: Elections, match: {exactMatch: ["medtop:20000574"]}}'),
    },
  ],
  *check(vocabulary, { codes: { medtop: list } }): Generator<VocabularyFinding> {
    for (const each of everyTerm(vocabulary))
      for (const [topic, path] of mediaTopics(each)) {
        const fault = faultOf(topic, list);
        if (fault !== undefined) yield { path, ...fault };
      }
  },
};

function* mediaTopics({ term, path }: VocabularyTerm): Generator<readonly [string, DataPath]> {
  for (const [relation, concepts] of term.match)
    for (const [index, concept] of concepts.entries())
      if (/^medtop:/i.test(concept)) yield [concept, [...path, 'match', relation, index]];
}

function faultOf(topic: string, list: CodeList | undefined): Pick<VocabularyFinding, 'message' | 'hint'> | undefined {
  if (!TOPIC.test(topic))
    return { message: `${quoted(topic)} is not «medtop:» and eight digits.`, hint: 'Write it as in medtop:20000574.' };
  if (list === undefined || list.codes.has(topic)) return undefined;
  return { message: `${quoted(topic)} is not in ${quoted(list.source)}.`, hint: 'Look the topic up there.' };
}
