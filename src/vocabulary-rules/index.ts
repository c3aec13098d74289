/** All rules of `press taxonomy check`, by name. A card in this folder that is missing here fails a test. */
import type { VocabularyRule } from '../model/vocabulary-rule.ts';
import { aliasShadowsLabel } from './alias-shadows-label.ts';
import { ambiguousWord } from './ambiguous-word.ts';
import { computedHeading } from './computed-heading.ts';
import { countryCode } from './country-code.ts';
import { deprecatedHeading } from './deprecated-heading.ts';
import { deprecatedWithoutSuccessor } from './deprecated-without-successor.ts';
import { duplicateCountryCode } from './duplicate-country-code.ts';
import { emptyHeading } from './empty-heading.ts';
import { foreignReference } from './foreign-reference.ts';
import { formerIdTaken } from './former-id-taken.ts';
import { formerNameReused } from './former-name-reused.ts';
import { hierarchyCycle } from './hierarchy-cycle.ts';
import { labelClash } from './label-clash.ts';
import { labelInTwoFacets } from './label-in-two-facets.ts';
import { matchConflict } from './match-conflict.ts';
import { mediaTopicCode } from './media-topic-code.ts';
import { missingLanguage } from './missing-language.ts';
import { nameOutsideLife } from './name-outside-life.ts';
import { namesGap } from './names-gap.ts';
import { namesOrder } from './names-order.ts';
import { namesOverlap } from './names-overlap.ts';
import { periodReversed } from './period-reversed.ts';
import { relatedInLine } from './related-in-line.ts';
import { selfReference } from './self-reference.ts';
import { successionCycle } from './succession-cycle.ts';
import { successorTooEarly } from './successor-too-early.ts';
import { termStandsTwice } from './term-stands-twice.ts';
import { termUsedOnce } from './term-used-once.ts';
import { undeclaredLanguage } from './undeclared-language.ts';
import { unknownReference } from './unknown-reference.ts';
import { unusableTarget } from './unusable-target.ts';
import { unusedTerm } from './unused-term.ts';
import { useOutsideLife } from './use-outside-life.ts';

export const vocabularyRules: readonly VocabularyRule[] = [
  aliasShadowsLabel,
  ambiguousWord,
  computedHeading,
  countryCode,
  deprecatedHeading,
  deprecatedWithoutSuccessor,
  duplicateCountryCode,
  emptyHeading,
  foreignReference,
  formerIdTaken,
  formerNameReused,
  hierarchyCycle,
  labelClash,
  labelInTwoFacets,
  matchConflict,
  mediaTopicCode,
  missingLanguage,
  nameOutsideLife,
  namesGap,
  namesOrder,
  namesOverlap,
  periodReversed,
  relatedInLine,
  selfReference,
  successionCycle,
  successorTooEarly,
  termStandsTwice,
  termUsedOnce,
  undeclaredLanguage,
  unknownReference,
  unusableTarget,
  unusedTerm,
  useOutsideLife,
];
