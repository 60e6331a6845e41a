import { payloadText } from '../../core/webhooks/payloadText';
import type { Webhooks } from '../../core/webhooks/webhooks';
import { endpoint } from './endpoint';
import { type CallbackEvent, callbackEvents } from './operations/callbacks/callbackEvents';
import { untoldEvents } from './operations/callbacks/untoldEvents';

export const tokenGap =
  'No token was fetched for it: the settings of OAUTH2 name no authorization server, or another grant than CLIENT_CREDENTIALS and PASSWORD, for which nothing says what the server is asked.';

const tokenRules =
  'The settings of OAUTH2 are documented, not the call that they lead to: here the token is fetched before each event, as RFC 6749 says, with the client in "Authorization: Basic" or, for BODY, in the form (how HEADER differs from BASIC_AUTH is not said). Its address is bound by the rules of callbacks (this machine, or --deliver-to), its certificate is always checked, and without a token the event is not delivered. For other grants than CLIENT_CREDENTIALS and PASSWORD none is fetched.';

export const webhooks: Webhooks = {
  source: 'https://docs.onespan.com/docs/setting-up-callback-notifications',
  registration: 'One callback for an account, with the events that it is told.',
  // The registered key as it is, not base64 of user and password.
  endpoint,
  proof: { kind: 'sharedKey', header: 'authorization', prefix: 'Basic ' },
  rules: {
    source: 'https://support.onespan.com: KB0014510',
    success: 'any2xx',
    redirects: 0,
    timeoutsMs: [10_000, 10_000],
    // What could not be delivered is mailed to the sender instead.
    retriesMs: [],
    // The empty one was captured, too.
    headers: {
      'accept-encoding': 'gzip,deflate',
      'user-agent': '',
      'content-type': 'application/json; charset=utf-8',
    },
  },
  events: callbackEvents,
  untold: untoldEvents,
  sample: (event) => {
    const name = callbackEvents.find((one) => one === event);
    return (
      name && {
        payload: eventPayload({ name, sessionUser: '8QS1yr3q8DEZ', ...samples[name] }, samplePackage, sampleTime),
      }
    );
  },
  read: (payload) => {
    const event = payloadText(payload, 'name');
    const document = payloadText(payload, 'packageId');
    return event === undefined || document === undefined ? undefined : { event, document };
  },
  gaps: [
    'Which answer counts as received, and how long it may take, is not documented: here any 2xx within ten seconds.',
    tokenRules,
    'Whether Conga repeats what OneSpan does not is not documented: here nothing is repeated, and the sender gets a mail.',
  ],
};

const samplePackage = 'LWsUTvGgE4WpOvaQPT16idnxNj8=';
const sampleTime = Date.UTC(2026, 7, 21, 14, 12, 34, 544);

const samples: Partial<Record<CallbackEvent, Partial<ToldEvent>>> = {
  DOCUMENT_SIGNED: { documentId: 'doc1' },
  DOCUMENT_VIEWED: { documentId: 'doc1' },
  EMAIL_BOUNCE: { message: 'BOUNCE' },
  PACKAGE_DECLINE: { message: 'The price is wrong.' },
  PACKAGE_OPT_OUT: { message: 'I sign on paper.' },
};

/** What happened, as a callback tells it. */
export interface ToldEvent {
  readonly name: CallbackEvent;
  /** ID of the sender or the signer who caused it. */
  readonly sessionUser: string;
  readonly documentId?: string;
  readonly message?: string;
}

/** All keys are there in what was captured, null where they say nothing. */
export function eventPayload({ name, sessionUser, documentId, message }: ToldEvent, packageId: string, at: number) {
  return {
    '@class': 'com.silanis.esl.packages.event.ESLProcessEvent',
    name,
    sessionUser,
    packageId,
    message: message ?? null,
    documentId: documentId ?? null,
    createdDate: new Date(at).toISOString(),
  };
}
