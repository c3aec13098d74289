/** All rules of `press validate`, by name. A card in this folder that is missing here fails a test. */
import type { Rule } from '../model/rule.ts';
import { allCapitalsTitle } from './all-capitals-title.ts';
import { ambiguousTerm } from './ambiguous-term.ts';
import { attachmentMissing } from './attachment-missing.ts';
import { bidiControl } from './bidi-control.ts';
import { boilerplateDrift } from './boilerplate-drift.ts';
import { contactMissing } from './contact-missing.ts';
import { controlCharacter } from './control-character.ts';
import { correctionWithoutUpdate } from './correction-without-update.ts';
import { cutByComment } from './cut-by-comment.ts';
import { danglingReference } from './dangling-reference.ts';
import { danglingTranslation } from './dangling-translation.ts';
import { dateFormat } from './date-format.ts';
import { dateFuture } from './date-future.ts';
import { datelineDate } from './dateline-date.ts';
import { datelineMissing } from './dateline-missing.ts';
import { datelinePlace } from './dateline-place.ts';
import { deprecatedTerm } from './deprecated-term.ts';
import { duplicateId } from './duplicate-id.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicatePath } from './duplicate-path.ts';
import { duplicateSlug } from './duplicate-slug.ts';
import { duplicateTerm } from './duplicate-term.ts';
import { embargoBeforeDate } from './embargo-before-date.ts';
import { embargoFormat } from './embargo-format.ts';
import { embargoInBody } from './embargo-in-body.ts';
import { emptyBody } from './empty-body.ts';
import { encoding } from './encoding.ts';
import { facetValue } from './facet-value.ts';
import { fileKind } from './file-kind.ts';
import { fileNameDate } from './file-name-date.ts';
import { fileNameShape } from './file-name-shape.ts';
import { frontMatter } from './front-matter.ts';
import { headingLevel } from './heading-level.ts';
import { hype } from './hype.ts';
import { labelForId } from './label-for-id.ts';
import { linkRelativeBroken } from './link-relative-broken.ts';
import { linkScheme } from './link-scheme.ts';
import { missingFacet } from './missing-facet.ts';
import { mixedLineEnds } from './mixed-line-ends.ts';
import { mixedScriptSlug } from './mixed-script-slug.ts';
import { rawHtml } from './raw-html.ts';
import { reservedName } from './reserved-name.ts';
import { retiredTerm } from './retired-term.ts';
import { schema } from './schema.ts';
import { severalTerms } from './several-terms.ts';
import { sizeLimit } from './size-limit.ts';
import { staleTranslation } from './stale-translation.ts';
import { summaryLength } from './summary-length.ts';
import { suspectKey } from './suspect-key.ts';
import { templateSyntax } from './template-syntax.ts';
import { titleLength } from './title-length.ts';
import { unassignableTerm } from './unassignable-term.ts';
import { unattributedQuote } from './unattributed-quote.ts';
import { unclosedComment } from './unclosed-comment.ts';
import { unexpandedAcronym } from './unexpanded-acronym.ts';
import { unicodeForm } from './unicode-form.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownTerm } from './unknown-term.ts';
import { unknownType } from './unknown-type.ts';
import { unquotedYaml11 } from './unquoted-yaml-1.1.ts';
import { unusedIgnore } from './unused-ignore.ts';
import { weekdayDate } from './weekday-date.ts';
import { yearInference } from './year-inference.ts';

export const rules: readonly Rule[] = [
  allCapitalsTitle,
  ambiguousTerm,
  attachmentMissing,
  bidiControl,
  boilerplateDrift,
  contactMissing,
  controlCharacter,
  correctionWithoutUpdate,
  cutByComment,
  danglingReference,
  danglingTranslation,
  dateFormat,
  dateFuture,
  datelineDate,
  datelineMissing,
  datelinePlace,
  deprecatedTerm,
  duplicateId,
  duplicateKey,
  duplicatePath,
  duplicateSlug,
  duplicateTerm,
  embargoBeforeDate,
  embargoFormat,
  embargoInBody,
  emptyBody,
  encoding,
  facetValue,
  fileKind,
  fileNameDate,
  fileNameShape,
  frontMatter,
  headingLevel,
  hype,
  labelForId,
  linkRelativeBroken,
  linkScheme,
  missingFacet,
  mixedLineEnds,
  mixedScriptSlug,
  rawHtml,
  reservedName,
  retiredTerm,
  schema,
  severalTerms,
  sizeLimit,
  staleTranslation,
  summaryLength,
  suspectKey,
  templateSyntax,
  titleLength,
  unassignableTerm,
  unattributedQuote,
  unclosedComment,
  unexpandedAcronym,
  unicodeForm,
  unknownKey,
  unknownTerm,
  unknownType,
  unquotedYaml11,
  unusedIgnore,
  weekdayDate,
  yearInference,
];
