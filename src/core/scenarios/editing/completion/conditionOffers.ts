import { parseExpression } from '../../expressions/parseExpression';
import type { NamesInScope } from '../names/scope';
import { shapesOfExpression } from '../names/valueOfExpression';
import type { Offer } from './completion';
import { expressionOffers } from './expressionOffers';
import { valueOffers } from './shapeOffers';

/** What may stand in a part of a text. */
export interface OfferedPart {
  /** How many characters before the cursor it begins. */
  readonly length: number;
  readonly offers: readonly Offer[];
}

/** The word of a condition that is being typed: an expression, or what one is compared with. */
export function conditionPart(typed: string, scope: NamesInScope): OfferedPart {
  const compared = /(\$[^\s()=!<>&|]+)\s*(?:[=!]=|[<>]=?)\s*('[^']*|[^\s'$()=!<>&|]*)$/.exec(typed);
  if (compared !== null) {
    const [, expression = '', word = ''] = compared;
    const offers = comparedOffers(expression, scope);
    return { length: word.length, offers: word === '' ? [...offers, ...expressionOffers('', scope, 'got')] : offers };
  }
  const word = /(?:^|[\s({&|=!<>])(\$?[^\s(){}=!<>&|']*)$/.exec(typed)?.[1] ?? '';
  return { length: word.length, offers: expressionOffers(word, scope, 'got') };
}

function comparedOffers(text: string, scope: NamesInScope): readonly Offer[] {
  const parsed = parseExpression(text);
  if (parsed.kind === 'fault') return [];
  const { expression } = parsed;
  if (expression.kind === 'statusCode') return statusOffers(scope);
  return valueOffers(shapesOfExpression(expression, scope)).map(({ value, ...offer }) => ({
    ...offer,
    // In conditions texts stand in single quotes.
    label: typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : offer.label,
  }));
}

/** Those that the call documents, of its failures too. */
function statusOffers({ called, operations }: NamesInScope): readonly Offer[] {
  const named = new Set(operations.flatMap(({ failures }) => failures ?? []));
  const failures = (called?.calls?.provider.failures ?? []).filter(({ id }) => named.has(id));
  const successes = operations.flatMap(({ replies }) =>
    Object.keys(replies).map((status) => ({ status, says: undefined })),
  );
  const all = [...successes, ...failures.map(({ status, meaning }) => ({ status: String(status), says: meaning }))];
  const statuses = [...new Set(all.map(({ status }) => status))].toSorted();
  return statuses.map((status) => ({
    kind: 'value',
    label: status,
    says: all.flatMap((one) => (one.status === status ? (one.says ?? []) : [])).join('\n\n') || undefined,
  }));
}
