import * as z from 'zod';
import { emulatorActs, pageAct } from '../core/emulation';
import { defineOperation } from '../core/operation';
import type { Provider } from '../core/provider';
import { controlHeader, controlPath, descriptionPath, healthPath, mostSpeed, snapshotPath, statePath } from './control';
import { disturbanceBody } from './deliveries/disturbances';
import { mostLogged } from './inspector/requestLog';
import { faultBody } from './readFault';
import { snapshotBody } from './snapshots/snapshot';

/*
 * The control route as an API like any other: its calls are checked, sent and described by the same values.
 */

const docs = 'README.md#the-command-line';
const time = z.string().meta({ description: 'ISO 8601.' });
const problem = z.object({ message: z.string() });

const status = z.object({
  product: z.string(),
  provider: z.string(),
  startedAt: time,
  now: time.meta({ description: 'By its own clock.' }),
  counts: z.object({ requests: z.number(), refused: z.number(), signed: z.number(), declined: z.number() }),
  switches: z.exactOptional(z.array(z.looseObject({ name: z.string() }))),
});

const signer = z.object({ name: z.string(), email: z.string(), role: z.exactOptional(z.string()) });
const visitState = z.enum([
  'open',
  'waiting',
  'challenged',
  'locked',
  'used',
  'declined',
  'expired',
  'cancelled',
  'unknown',
  'placeholder',
]);

const readStatus = defineOperation({
  id: 'emulator/status',
  title: 'Read the state of the emulator',
  summary: 'Its time, and what has happened since the start or the last reset.',
  method: 'GET',
  path: controlPath,
  docs,
  request: {},
  replies: { 200: status },
  examples: [{ title: 'The state', source: 'ours' }],
});

const reset = defineOperation({
  id: 'emulator/reset',
  title: 'Start the emulator over',
  summary: 'Back to the demo documents and the real time.',
  method: 'POST',
  path: `${controlPath}/reset`,
  docs,
  request: {},
  replies: { 200: status, 403: problem },
  examples: [{ title: 'Start over', source: 'ours' }],
});

const advance = defineOperation({
  id: 'emulator/advance',
  title: 'Let time pass on the emulator',
  summary: 'For tokens, links and invites.',
  method: 'POST',
  path: `${controlPath}/advance`,
  docs,
  request: { body: z.object({ minutes: z.number().positive().meta({ title: 'Minutes' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'A quarter of an hour', source: 'ours', body: { minutes: 16 } }],
});

const turnSwitches = defineOperation({
  id: 'emulator/switches',
  title: 'Turn switches of the emulator',
  summary: 'Such as limits of an account, by the names that the state lists; each true or false.',
  method: 'POST',
  path: `${controlPath}/switches`,
  docs,
  request: { body: z.record(z.string(), z.boolean()) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [],
});

const listSigners = defineOperation({
  id: 'emulator/signers',
  title: 'List who may sign where on the emulator',
  summary: 'The signing pages of APIs that mail their links: nothing is mailed here.',
  method: 'GET',
  path: `${controlPath}/signers`,
  docs,
  request: {},
  replies: {
    200: z.object({
      signers: z.array(
        z.object({ document: z.string(), signer, state: visitState, url: z.string().meta({ secret: true }) }),
      ),
    }),
  },
  examples: [{ title: 'Everyone', source: 'ours' }],
});

/** Whoever subscribes may have secrets in them; what they carry is none. */
const eventHeaders = z
  .object({ 'content-type': z.exactOptional(z.string()) })
  .catchall(z.string().meta({ secret: true }));

const attempt = z.object({
  at: time,
  headers: eventHeaders,
  status: z.exactOptional(z.number()),
  body: z.exactOptional(z.string().meta({ description: 'The beginning of the answer.' })),
  durationMs: z.exactOptional(z.number()),
  reason: z.exactOptional(z.string().meta({ description: 'Why there is no answer.' })),
});

export const listDeliveries = defineOperation({
  id: 'emulator/deliveries',
  title: 'List what was sent, or would have been',
  summary:
    'E-mails and SMS with their links and codes, which nobody gets, and calls of webhooks with what was answered; the newest first.',
  method: 'GET',
  path: `${controlPath}/deliveries`,
  docs,
  request: {
    query: z.object({
      to: z.exactOptional(z.string().meta({ title: 'To', description: 'Only those to this address, number or URL.' })),
      document: z.exactOptional(z.string().meta({ title: 'Document', description: 'Only those about this ID.' })),
    }),
  },
  replies: {
    200: z.object({
      deliveries: z.array(
        z.object({
          sentAt: time,
          channel: z.enum(['email', 'sms', 'webhook']),
          purpose: z.enum(['invitation', 'reminder', 'code', 'event', 'notice']),
          to: z.string(),
          document: z.string(),
          link: z.exactOptional(z.string().meta({ secret: true })),
          code: z.exactOptional(z.string().meta({ secret: true })),
          event: z.exactOptional(z.string()),
          headers: z.exactOptional(eventHeaders),
          payload: z.exactOptional(z.json()),
          id: z.exactOptional(z.string().meta({ description: 'Of a webhook: by which it is sent again.' })),
          state: z.exactOptional(z.enum(['waiting', 'delivered', 'failed', 'dropped', 'held', 'kept'])),
          attempts: z.exactOptional(z.array(attempt)),
        }),
      ),
    }),
  },
  examples: [{ title: 'To one recipient', source: 'ours', query: { to: 'ben@example.com' } }],
});

export const sendAgain = defineOperation({
  id: 'emulator/send-again',
  title: 'Send a webhook of the emulator again',
  summary: 'The same bytes to the same address, now.',
  method: 'POST',
  path: `${controlPath}/deliveries/again`,
  docs,
  request: { body: z.object({ id: z.string().min(1).meta({ title: 'ID', description: 'From the deliveries.' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [],
});

export const disturbWebhooks = defineOperation({
  id: 'emulator/disturb-webhooks',
  title: 'Disturb the next webhooks of the emulator',
  summary: 'They are dropped, late, sent twice or out of order. Starting over takes it back.',
  method: 'POST',
  path: `${controlPath}/webhooks/disturbances`,
  docs,
  request: { body: disturbanceBody },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'The next one comes twice', source: 'ours', body: { effect: 'duplicate' } }],
});

export const registerAddress = defineOperation({
  id: 'emulator/webhook-address',
  title: 'Register a webhook as the vendor would',
  summary: 'For APIs without a call for it: their people store the address. Starting over takes it back.',
  method: 'POST',
  path: `${controlPath}/webhooks/address`,
  docs,
  request: {
    body: z.object({ url: z.string().min(1).nullable().meta({ title: 'URL', description: 'Null for none.' }) }),
  },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'An address', source: 'ours', body: { url: 'http://127.0.0.1:3000/webhook' } }],
});

const recipientStatus = z.object({ text: z.string(), tone: z.string() });

const readState = defineOperation({
  id: 'emulator/state',
  title: 'Read all documents of the emulator',
  summary: 'With their statuses and recipients, as the tree of the editor shows them.',
  method: 'GET',
  path: statePath,
  docs,
  request: {
    query: z.object({
      document: z.exactOptional(z.string().meta({ title: 'Document', description: 'Only the one with this ID.' })),
    }),
  },
  replies: {
    200: z.object({
      documents: z.array(
        z.looseObject({
          collection: z.string(),
          id: z.string(),
          title: z.string(),
          status: z.exactOptional(recipientStatus),
          recipients: z.array(
            z.looseObject({
              id: z.string(),
              title: z.string(),
              role: z.exactOptional(z.string()),
              order: z.exactOptional(z.number()),
              status: z.exactOptional(recipientStatus),
              signingPage: z.exactOptional(z.string().meta({ secret: true })),
            }),
          ),
        }),
      ),
    }),
  },
  examples: [{ title: 'Everything', source: 'ours' }],
});

export const readSnapshotCall = defineOperation({
  id: 'emulator/snapshot',
  title: 'Export the state of the emulator',
  summary: 'All that it remembers of its API, with tokens, links and secrets; to be put back here or elsewhere.',
  method: 'GET',
  path: snapshotPath,
  docs,
  request: {},
  replies: { 200: snapshotBody },
  examples: [{ title: 'Everything', source: 'ours' }],
});

export const restoreSnapshotCall = defineOperation({
  id: 'emulator/restore',
  title: 'Import a state into the emulator',
  summary: 'What an export told, instead of what is there. One that cannot be read changes nothing.',
  method: 'POST',
  path: snapshotPath,
  docs,
  request: { body: snapshotBody },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [],
});

const listFaults = defineOperation({
  id: 'emulator/list-faults',
  title: 'List the faults that wait for a call',
  summary: 'With the number of calls that are left to each.',
  method: 'GET',
  path: `${controlPath}/faults`,
  docs,
  request: {},
  replies: { 200: z.object({ faults: z.array(faultBody) }) },
  examples: [{ title: 'All', source: 'ours' }],
});

export const addFault = defineOperation({
  id: 'emulator/faults',
  title: 'Let the next call fail on the emulator',
  summary:
    'With a documented failure, a status, a page of a gateway, a body that breaks off, an expired token, or late; so many times or by chance. Starting over takes it back.',
  method: 'POST',
  path: `${controlPath}/faults`,
  docs,
  request: { body: faultBody },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'The next call is unavailable', source: 'ours', body: { status: 503 } }],
});

const listWorlds = defineOperation({
  id: 'emulator/list-worlds',
  title: 'List the worlds of the emulator',
  summary:
    'States that know nothing of each other, by the names that paths (/~name/…) and the header x-esign-world gave.',
  method: 'GET',
  path: `${controlPath}/worlds`,
  docs,
  request: {},
  replies: { 200: z.object({ worlds: z.array(z.object({ name: z.string(), providers: z.array(z.string()) })) }) },
  examples: [{ title: 'All', source: 'ours' }],
});

const worldName = z.object({
  name: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .meta({ title: 'Name', description: 'Letters, digits, "-" and "_".' }),
});

const createWorld = defineOperation({
  id: 'emulator/create-world',
  title: 'Create a world on the emulator',
  summary: 'With the demo documents. One is also made when it is first asked.',
  method: 'POST',
  path: `${controlPath}/worlds`,
  docs,
  request: { body: worldName },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'One for a test', source: 'ours', body: { name: 'worker-1' } }],
});

const dropWorld = defineOperation({
  id: 'emulator/drop-world',
  title: 'Drop a world of the emulator',
  summary: 'With all that it holds.',
  method: 'POST',
  path: `${controlPath}/worlds/drop`,
  docs,
  request: { body: worldName },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [],
});

const readHealth = defineOperation({
  id: 'emulator/health',
  title: 'Ask whether the emulator is up',
  summary: 'Answered at the root of every port, with the providers that it serves.',
  method: 'GET',
  path: healthPath,
  docs,
  request: {},
  replies: { 200: z.object({ status: z.literal('ok'), product: z.string(), providers: z.array(z.string()) }) },
  examples: [{ title: 'Is it up?', source: 'ours' }],
});

const runClock = defineOperation({
  id: 'emulator/clock',
  title: 'Let the clock of the emulator run faster',
  summary: 'So many times as fast as the real one, from now on.',
  method: 'POST',
  path: `${controlPath}/clock`,
  docs,
  request: { body: z.object({ speed: z.number().min(1).max(mostSpeed).meta({ title: 'Speed' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'An hour in a minute', source: 'ours', body: { speed: 60 } }],
});

const setMode = defineOperation({
  id: 'emulator/mode',
  title: 'Make the emulator strict or lenient',
  summary: 'A strict one refuses names that nobody documents, and what sources disagree on.',
  method: 'POST',
  path: `${controlPath}/mode`,
  docs,
  request: { body: z.object({ strict: z.boolean().meta({ title: 'Strict' }) }) },
  replies: { 200: status, 400: problem, 403: problem },
  examples: [{ title: 'Strict', source: 'ours', body: { strict: true } }],
});

const clearFaults = defineOperation({
  id: 'emulator/clear-faults',
  title: 'Take back all faults of the emulator',
  summary: 'Those that wait for a call.',
  method: 'POST',
  path: `${controlPath}/faults/clear`,
  docs,
  request: {},
  replies: { 200: status, 403: problem },
  examples: [{ title: 'All', source: 'ours' }],
});

const listRequests = defineOperation({
  id: 'emulator/requests',
  title: 'List what was asked of the emulator',
  summary: `The newest ${mostLogged} requests with what answered or refused them; without values, headers and bodies. A page shows them at ${controlPath}/inspector.`,
  method: 'GET',
  path: `${controlPath}/requests`,
  docs,
  request: {
    query: z.object({
      after: z.exactOptional(z.int().min(0).meta({ title: 'After', description: 'Only those behind this number.' })),
    }),
  },
  replies: {
    200: z.object({
      requests: z.array(
        z.object({
          number: z.number(),
          at: time,
          method: z.string(),
          path: z.string(),
          status: z.number(),
          operations: z.array(z.string()),
          failures: z.array(z.object({ id: z.string(), meaning: z.string() })),
          illustrative: z.array(z.string()),
          isAbsent: z.boolean(),
          requestBytes: z.number(),
          durationMs: z.number(),
        }),
      ),
    }),
  },
  examples: [{ title: 'All', source: 'ours' }],
});

const describeDocument = defineOperation({
  id: 'emulator/describe',
  title: 'Read what the emulator knows of a document',
  summary: 'Beyond what its API tells.',
  method: 'GET',
  path: descriptionPath,
  docs,
  request: { path: z.object({ collection: z.string().min(1), id: z.string().min(1) }) },
  replies: { 200: z.looseObject({ id: z.string() }), 404: problem },
  examples: [],
});

export const actAsRecipient = defineOperation({
  id: 'emulator/sign',
  title: 'Act as a recipient on the emulator',
  summary:
    'Opens a signing page, answers its questions, finishes or declines: by its link, or as someone whose link is mailed.',
  method: 'POST',
  path: `${controlPath}/sign`,
  docs,
  request: {
    body: z.object({
      link: z.exactOptional(z.string().min(1).meta({ title: 'Link', secret: true })),
      document: z.exactOptional(
        z.string().min(1).meta({ title: 'Document', description: 'Its ID, instead of a link.' }),
      ),
      as: z.exactOptional(
        z
          .string()
          .min(1)
          .meta({ title: 'As', description: 'E-mail address, name or role of the recipient, with a document.' }),
      ),
      action: z.enum(['open', 'answer', 'finish', 'decline']).meta({ title: 'Action' }),
      answers: z.exactOptional(
        z.array(z.string().meta({ title: 'Answer', secret: true })).meta({
          title: 'Answers',
          description: 'To the questions of the page, in their order.',
          itemLabel: 'Answer',
        }),
      ),
      reason: z.exactOptional(z.string().max(1000).meta({ title: 'Reason', description: 'Of declining.' })),
    }),
  },
  replies: {
    200: z.object({
      state: visitState.meta({ description: 'Of the page, after the action.' }),
      signer,
      redirect: z.exactOptional(z.string().meta({ description: 'Where the page sends the recipient next.' })),
    }),
    400: problem,
    403: problem,
    404: problem,
    409: z.object({ message: z.string(), state: visitState }),
  },
  examples: [{ title: 'Finish', source: 'ours', body: { document: '1', as: 'anna@example.com', action: 'finish' } }],
});

/** The control of the emulator of one provider, whichever that is. */
export const emulatorControl: Provider = {
  id: emulatorActs,
  title: 'Emulator',
  docs,
  rung: 'described',
  environments: [],
  auth: {
    kinds: [],
    // Of no secret: it keeps pages of other sites away, which cannot set it.
    authorize: async () => ({ [controlHeader]: '1' }),
    isTokenRejected: () => false,
  },
  operations: [
    readStatus,
    reset,
    advance,
    actAsRecipient,
    listDeliveries,
    sendAgain,
    disturbWebhooks,
    registerAddress,
    readState,
    readSnapshotCall,
    restoreSnapshotCall,
    addFault,
    listRequests,
    listFaults,
    clearFaults,
    runClock,
    setMode,
    listSigners,
    describeDocument,
    turnSwitches,
    listWorlds,
    createWorld,
    dropWorld,
    readHealth,
  ],
  failures: [],
  readErrors: () => [],
  resources: { collections: [] },
  gaps: [],
};

/** Pages are opened by their links and are no calls of the control, so that no description names them. */
const openPage = defineOperation({
  id: pageAct,
  title: 'Open a page of the emulator',
  summary: 'As a browser does: a signing page, or one that a form on it leads to.',
  method: 'GET',
  path: '/',
  docs,
  request: {
    body: z.object({
      link: z.string().meta({ title: 'Link', secret: true }),
      form: z.exactOptional(z.record(z.string(), z.string())),
    }),
  },
  replies: {},
  examples: [],
});

/** All that scenarios do on an emulator beside calling its API: what a history knows of their steps. */
export const emulatorSteps: Provider = {
  ...emulatorControl,
  operations: [...emulatorControl.operations, openPage],
};
