import * as z from 'zod';
import { emulatorConnectionId } from '../../core/connections/connection';
import type { Collection, DocumentDetail, DocumentSummary, Recipient } from '../../core/documents';
import { emulatorActs } from '../../core/emulation';
import { replyJson } from '../../core/http';
import type { Call, PreparedRequest } from '../../core/operation';
import { describeProblem } from '../../core/problems/describeProblem';
import type { Provider } from '../../core/provider';
import { isComplete, requestFileOf } from '../../core/requests/preparedRequest';
import { isReading } from '../../core/sending/asking/mayBeSent';
import { CallFailed } from '../../core/sending/callFailed';
import type { AgentCall } from '../agentCall';
import { defineTool } from '../agentTool';
import type { AgentWorkplace } from '../agentWorkplace';
import { providerNamed } from '../lookUp';
import { fromOthers, othersNote, treatAsData } from '../output/fromOthers';
import { cursorOf, pageNamed } from '../output/pageName';
import { pageOf } from '../output/pageOf';
import { visibleText } from '../output/visibleText';
import { refusal, ToolRefusal } from '../toolRefusal';

const documentSchema = z.object({ id: z.string(), title: z.string(), status: z.exactOptional(z.string()) });
const actionSchema = fromOthers({ operation: z.string(), title: z.string(), isReady: z.boolean() });
const recipientSchema = z.object({
  title: z.string(),
  role: z.exactOptional(z.string()),
  order: z.exactOptional(z.number()),
  status: z.exactOptional(z.string()),
});

export const listDocuments = defineTool({
  name: 'list_documents',
  title: 'List documents and recipients',
  description: `Lists the documents of a connection with their statuses, or reads one with its recipients, in which order they sign and how far they
are. Also lists the connections of the provider, and which of them a person has opened. Reads only; the emulator without a connection.`,
  hints: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  input: z.object({
    provider: z.string(),
    connection: z.exactOptional(z.string().describe('The emulator without it.')),
    collection: z.exactOptional(z.string().describe('Id of a kind of documents; the first without it.')),
    document: z.exactOptional(z.string().describe('Reads this one.')),
    next: z.exactOptional(z.string().describe('Of the list: the page that an answer names.')),
    from: z.exactOptional(z.int().min(0).describe('Skips so many of the page.')),
  }),
  output: z.object({
    connections: z.array(z.object({ connection: z.string(), live: z.boolean(), isOpen: z.boolean() })),
    collections: z.array(
      z.object({ collection: z.string(), title: z.string(), unlisted: z.exactOptional(z.string()) }),
    ),
    found: fromOthers({
      documents: z.array(documentSchema),
      recipients: z.array(recipientSchema).describe('Of the document that was read.'),
      remarks: z.exactOptional(z.array(z.string())).describe('Rows that could not be read.'),
    }),
    left: z.number().describe('How many more there are on this page: ask again with "from".'),
    next: z.exactOptional(z.string()),
    actions: z.array(actionSchema).describe('What can be done with the document: make_request and send_request do it.'),
  }),
  run: async (
    workplace,
    { provider: id, connection = emulatorConnectionId, collection: wanted, document, next, from = 0 },
    call,
  ) => {
    const provider = await providerNamed(workplace, id);
    const collection = collectionOf(provider, wanted);
    const where = { workplace, provider, connection, call };
    const { documents, recipients, actions, ...page } = await reading(() =>
      document === undefined
        ? listedOn(where, collection, next === undefined ? undefined : cursorOf(next))
        : readOn(where, collection, document),
    );
    const offered = await workplace.connections(provider);
    const list =
      document === undefined
        ? pageOf(documents.map(shownDocument), from, 1_700)
        : { items: documents.map(shownDocument), left: 0 };
    const people = pageOf(recipients.map(shownRecipient), from, 1_700);
    return {
      connections: offered
        .slice(0, 8)
        .map(({ id: name, live, isOpen }) => ({ connection: visibleText(name, 80), live, isOpen })),
      collections: provider.resources.collections.map(({ id: name, title, unlisted }) => ({
        ...{ collection: name, title },
        ...(unlisted !== undefined && { unlisted }),
      })),
      found: {
        ...treatAsData,
        documents: [...list.items],
        recipients: [...people.items],
        ...(page.remarks !== undefined && { remarks: page.remarks.slice(0, 3).map((one) => visibleText(one, 160)) }),
      },
      left: list.left + people.left,
      ...(page.next !== undefined && { next: pageNamed(page.next) }),
      actions: [...pageOf(actions.map(shownAction), 0, 900).items],
    };
  },
});

interface Where {
  readonly workplace: AgentWorkplace;
  readonly provider: Provider;
  readonly connection: string;
  readonly call: AgentCall;
}

interface Found {
  readonly documents: readonly DocumentSummary[];
  readonly recipients: readonly Recipient[];
  readonly actions: readonly PreparedRequest[];
  readonly remarks?: readonly string[];
  readonly next?: string;
}

function collectionOf({ title, resources: { collections } }: Provider, wanted: string | undefined): Collection {
  const found = wanted === undefined ? collections[0] : collections.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  const known = collections.map(({ id }) => id).join(', ');
  throw refusal(
    `${title} has no such documents`,
    known === '' ? 'It lists none.' : `There are ${known}.`,
    'Name one of these.',
  );
}

async function listedOn(where: Where, collection: Collection, next: string | undefined): Promise<Found> {
  const nothing = { recipients: [], actions: [] };
  if (collection.list !== undefined) {
    const { items, remarks, next: further } = await collection.list(callOn(where), next);
    return {
      ...nothing,
      documents: items,
      ...(remarks !== undefined && { remarks }),
      ...(further !== undefined && { next: further }),
    };
  }
  if (where.connection !== emulatorConnectionId) return { ...nothing, documents: [] };
  return { ...nothing, documents: await emulatorDocuments(where, collection) };
}

async function readOn(where: Where, collection: Collection, document: string): Promise<Found> {
  const detail = await collection.read(callOn(where), document);
  return { documents: [detail], recipients: detail.recipients, actions: actionsOf(detail) };
}

function actionsOf({ actions, recipients }: DocumentDetail): readonly PreparedRequest[] {
  return [...actions, ...recipients.flatMap((recipient) => recipient.actions)];
}

/** Of an API that cannot list them its emulator knows them all the same. */
async function emulatorDocuments(
  { workplace, provider, call }: Where,
  { id }: Collection,
): Promise<readonly DocumentSummary[]> {
  const { outcome } = await workplace.control(provider, { operation: `${emulatorActs}/state` }, call);
  const read = outcome.kind === 'replied' ? stateSchema.safeParse(replyJson(outcome.reply)).data : undefined;
  return (read?.documents ?? [])
    .filter(({ collection }) => collection === id)
    .map(({ id: own, title }) => ({ id: own, title }));
}

const stateSchema = z.object({
  documents: z.array(z.object({ collection: z.string(), id: z.string(), title: z.string() })),
});

/** Calls of the API that read, through the door like any other, and nothing else. */
function callOn({ workplace, provider, connection, call }: Where): Call {
  return async (id, values) => {
    const operation = provider.operations.find((one) => one.id === id);
    if (operation === undefined || !isReading(operation)) throw new Error(`${id} does not read.`);
    const run = await workplace.send(requestFileOf({ operation: id, ...values }, connection), call, {
      isLiteral: true,
    });
    if (run.outcome.kind === 'failed' || run.outcome.reading.failed) throw new CallFailed(id, run.outcome, run.secrets);
    return replyJson(run.outcome.reply);
  };
}

async function reading(read: () => Promise<Found>): Promise<Found> {
  try {
    return await read();
  } catch (error: unknown) {
    if (!(error instanceof CallFailed)) throw error;
    const { outcome } = error;
    const said =
      outcome.kind === 'failed'
        ? describeProblem(outcome.problem)
        : {
            title: 'The API refused to tell',
            cause: `It answered (${othersNote}): ${visibleText(error.message)}`,
            nextStep: 'explain_failure says more.',
          };
    throw new ToolRefusal(said);
  }
}

function shownDocument({ id, title, status }: DocumentSummary): z.output<typeof documentSchema> {
  return {
    id: visibleText(id, 100),
    title: visibleText(title, 150),
    ...(status && { status: visibleText(status.text, 60) }),
  };
}

function shownRecipient({ title, role, order, status }: Recipient): z.output<typeof recipientSchema> {
  return {
    title: visibleText(title, 120),
    ...(role !== undefined && { role: visibleText(role, 80) }),
    ...(order !== undefined && { order }),
    ...(status && { status: visibleText(status.text, 60) }),
  };
}

function shownAction(action: PreparedRequest): z.output<typeof actionSchema> {
  const { operation, title, subject, blocked } = action;
  const about = subject === undefined ? title : `${title}: ${subject}`;
  return {
    ...treatAsData,
    operation,
    title: visibleText(about, 150),
    isReady: blocked === undefined && isComplete(action),
  };
}
