import { t } from '@vscode/l10n';
import type { Reply } from '../http';
import type { Operation } from '../operation';
import type { Provider } from '../provider';
import type { RecognisedError } from '../sending/run';
import { effectWords } from './effectWords';
import { describeForeign } from './foreignReplies';
import { isSuccess } from './judging/success';
import type { Foreign, GeneralExplanation, Judgement } from './judging/verdict';
import { changesSomething, lookOperation } from './lookStep';
import { rateLimitFacts, tryAgainText } from './retryTime';

export interface Explained {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly judgement: Judgement;
  readonly failed: boolean;
  readonly errors: readonly RecognisedError[];
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What is said of a reply beside the provider's own failures. */
export function explainReply(reply: Reply, explained: Explained): readonly GeneralExplanation[] {
  const { judgement, failed, errors, now } = explained;
  const foreign = judgement.kind === 'foreign' ? [explainForeign(judgement.what, reply, now)] : [];
  const busy = foreign.length > 0 ? [] : explainBusy(reply, now);
  const codes = errors.flatMap(explainCatchAll);
  const isSilent = judgement.kind === 'answer' && failed && reply.bytes.length === 0 && !isSuccess(reply.status);
  const silent = isSilent && busy.length === 0 ? [emptyRefusal(reply.status)] : [];
  return [...foreign, ...busy, ...silent, ...codes, ...explainEffect(reply, explained)];
}

interface Speaker {
  title(): string;
  nextStep(): string;
}

/** Who speaks, by the status that a page or another foreign body came with. */
const speakers: Readonly<Record<number, Speaker>> = {
  400: {
    title: () => t('A gateway in front of the API refused the request'),
    nextStep: () => t('Check the address and the headers; what the API documents for 400 does not apply.'),
  },
  401: {
    title: () => t('Something in front of the API asks to sign in'),
    nextStep: () => t('Check the base URL and the network: a proxy or a login stands between here and the API.'),
  },
  403: {
    title: () => t('A firewall or gateway in front of the API refused the request'),
    nextStep: () => t('Ask whoever runs it, with the reference on its page; the credentials are not the cause.'),
  },
  404: {
    title: () => t('There is no API at this address'),
    nextStep: () => t('Check the base URL and the path: a web server answered, not the API.'),
  },
  413: {
    title: () => t('The request is too large for a gateway in front of the API'),
    nextStep: () => t('Send a smaller file, or ask whoever runs the gateway for a higher limit.'),
  },
  429: { title: () => t('Too many requests'), nextStep: () => t('Wait before you send again.') },
  500: {
    title: () => t('A server in front of the API failed'),
    nextStep: () => t('Try again later; when it stays, tell whoever runs the API.'),
  },
  502: {
    title: () => t('The gateway got no answer from the API'),
    nextStep: () => t('Try again in a moment; the request may be all right.'),
  },
  503: {
    title: () => t('The API is not available at the moment'),
    nextStep: () => t('Try again later.'),
  },
  504: {
    title: () => t('The API did not answer the gateway in time'),
    nextStep: () => t('Try again in a moment; the request may be all right.'),
  },
};

function explainForeign(what: Foreign, reply: Reply, now: number): GeneralExplanation {
  const words = describeForeign(what, reply.status);
  const speaker = isOfGateway(what, reply.status) ? speakers[reply.status] : undefined;
  const again = tryAgainText(reply.headers, now);
  return {
    kind: what.kind,
    title: speaker?.title() ?? words.title,
    cause: words.cause,
    nextStep: again ?? speaker?.nextStep() ?? words.nextStep,
  };
}

/** Only gateways send pages in the place of answers, and some statuses are theirs whatever comes with them. */
function isOfGateway({ kind }: Foreign, status: number): boolean {
  if (kind === 'cutOff' || kind === 'damaged' || kind === 'packed') return false;
  return kind === 'page' || [413, 429, 502, 503, 504].includes(status);
}

/** The API itself may say that it is asked too often; so may a gateway that imitates it. */
function explainBusy({ status, headers }: Reply, now: number): readonly GeneralExplanation[] {
  if (status !== 429 && status !== 503) return [];
  const kind = status === 429 ? 'rateLimit' : 'unavailable';
  const speaker = speakers[status];
  const facts = rateLimitFacts(headers, now);
  const cause =
    status === 429 ? t('The server refuses more requests for now.') : t('The server takes no requests for now.');
  return [
    {
      kind,
      title: speaker?.title() ?? '',
      cause: facts === undefined ? cause : `${cause} ${facts}`,
      nextStep: tryAgainText(headers, now) ?? speaker?.nextStep() ?? '',
    },
  ];
}

function emptyRefusal(status: number): GeneralExplanation {
  return {
    kind: 'emptyRefusal',
    title: t('Refused with {0}, without a word', status),
    cause: t('The reply has no body: whether the API or a gateway refused cannot be told.'),
    nextStep:
      status === 401
        ? t('Check the credentials and the base URL.')
        : t('Check the request, the credentials and the base URL.'),
  };
}

function explainCatchAll({ error, isCatchAll }: RecognisedError): readonly GeneralExplanation[] {
  if (isCatchAll !== true) return [];
  const code = String(error.code);
  return [
    {
      kind: 'catchAll',
      title: error.message ?? t('Code {0}', code),
      cause:
        error.message === undefined
          ? t('Code {0} is used for many errors.', code)
          : t('Code {0} is used for many errors; the API says: “{1}”.', code, error.message),
      nextStep: t('Go by the text: no source documents it for this code.'),
    },
  ];
}

/** Replies after which nobody knows whether the API did it. */
const unsureKinds: ReadonlySet<Foreign['kind']> = new Set([
  'cutOff',
  'damaged',
  'packed',
  'wrapped',
  'tooDeep',
  'otherShape',
  'empty',
]);
const unsureStatuses: ReadonlySet<number> = new Set([500, 502, 504]);

/** Whether the call may have taken effect although its answer did not come. */
export function mayHaveTakenEffect(
  { judgement, operation }: Pick<Explained, 'judgement' | 'operation'>,
  status: number,
): boolean {
  if (judgement.kind !== 'foreign' || !changesSomething(operation)) return false;
  return unsureStatuses.has(status) || (isSuccess(status) && unsureKinds.has(judgement.what.kind));
}

function explainEffect({ status }: Reply, explained: Explained): readonly GeneralExplanation[] {
  if (!mayHaveTakenEffect(explained, status)) return [];
  return [
    { kind: 'mayHaveTakenEffect', ...effectWords(lookOperation(explained.provider, explained.operation)?.title) },
  ];
}
