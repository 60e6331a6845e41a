import { placesOf, type Question, type Reason } from '../../../sending/asking/question';

/**
 * Whether the question of a step asks nothing but what was agreed to before its workflow started: on the same address,
 * for the same reasons, and nobody gets mail from there who was not named.
 */
export function isAgreedTo({ baseUrl, reasons }: Question, agreed: Question | undefined): boolean {
  const places = agreed === undefined ? [] : placesOf(agreed).filter((place) => place.baseUrl === baseUrl);
  return places.some((place) => reasons.every((reason) => place.reasons.some((known) => covers(known, reason))));
}

function covers(known: Reason, asked: Reason): boolean {
  switch (asked.kind) {
    case 'mailsPeople':
      return known.kind === 'mailsPeople' && namesAll(known, asked) && (!reachesOthers(asked) || reachesOthers(known));
    case 'notAllowed':
      return known.kind === 'notAllowed' && namesAll(known, asked);
    case 'otherAddress':
      return false;
    case 'tooMany':
      return true;
    case 'liveConnection':
    case 'takesAway':
      return known.kind === asked.kind;
  }
}

type Mailing = Extract<Reason, { kind: 'mailsPeople' | 'notAllowed' }>;

function namesAll(known: Mailing, asked: Mailing): boolean {
  return asked.recipients.every((one) => known.recipients.includes(one));
}

/** Those that only the API knows. */
function reachesOthers(reason: Extract<Reason, { kind: 'mailsPeople' }>): boolean {
  return reason.recipients.length === 0 || reason.onRecord === true;
}
