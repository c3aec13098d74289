/** All rules of `press validate`, by name. A card in this folder that is missing here fails a test. */
import type { Rule } from '../model/rule.ts';
import { ambiguousTerm } from './ambiguous-term.ts';
import { bidiControl } from './bidi-control.ts';
import { controlCharacter } from './control-character.ts';
import { danglingReference } from './dangling-reference.ts';
import { dateFormat } from './date-format.ts';
import { datelineDate } from './dateline-date.ts';
import { datelineMissing } from './dateline-missing.ts';
import { datelinePlace } from './dateline-place.ts';
import { deprecatedTerm } from './deprecated-term.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicatePath } from './duplicate-path.ts';
import { duplicateSlug } from './duplicate-slug.ts';
import { duplicateTerm } from './duplicate-term.ts';
import { embargoFormat } from './embargo-format.ts';
import { emptyBody } from './empty-body.ts';
import { encoding } from './encoding.ts';
import { facetValue } from './facet-value.ts';
import { fileKind } from './file-kind.ts';
import { fileNameDate } from './file-name-date.ts';
import { frontMatter } from './front-matter.ts';
import { labelForId } from './label-for-id.ts';
import { missingFacet } from './missing-facet.ts';
import { mixedLineEnds } from './mixed-line-ends.ts';
import { reservedName } from './reserved-name.ts';
import { retiredTerm } from './retired-term.ts';
import { schema } from './schema.ts';
import { severalTerms } from './several-terms.ts';
import { sizeLimit } from './size-limit.ts';
import { suspectKey } from './suspect-key.ts';
import { unassignableTerm } from './unassignable-term.ts';
import { unclosedComment } from './unclosed-comment.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownTerm } from './unknown-term.ts';
import { unknownType } from './unknown-type.ts';
import { unusedIgnore } from './unused-ignore.ts';

export const rules: readonly Rule[] = [
  ambiguousTerm,
  bidiControl,
  controlCharacter,
  danglingReference,
  dateFormat,
  datelineDate,
  datelineMissing,
  datelinePlace,
  deprecatedTerm,
  duplicateId,
  duplicateKey,
  duplicatePath,
  duplicateSlug,
  duplicateTerm,
  embargoFormat,
  emptyBody,
  encoding,
  facetValue,
  fileKind,
  fileNameDate,
  frontMatter,
  labelForId,
  missingFacet,
  mixedLineEnds,
  reservedName,
  retiredTerm,
  schema,
  severalTerms,
  sizeLimit,
  suspectKey,
  unassignableTerm,
  unclosedComment,
  unknownKey,
  unknownTerm,
  unknownType,
  unusedIgnore,
];
