import { type AnswerPart, partsText } from '../../core/replies/illustration';

/** What of an answer no source gives. */
export function illustrativeText(parts: readonly AnswerPart[]): string {
  return `*illustrative ${partsText(parts)}*`;
}
