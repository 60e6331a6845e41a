import { type Attachment, shownAttachment } from '../attachments/attachment';
import type { FilesOutcome } from '../attachments/loadFiles';
import { type Connection, originsOf } from '../connections/connection';
import type { TlsMaterial } from '../connections/connectionTls';
import { dropWhole, type HttpClient, type HttpOutcome } from '../http';
import { prepareReplyBody } from '../replies/body/replyBody';
import { buildRequest } from '../requests/buildRequest';
import { type Masker, maskerOf } from '../secrets/masker';
import { maskRequest } from '../secrets/maskRequest';
import { sortSecrets } from '../secrets/sortSecrets';
import { atOnce, withPauses } from '../steps';
import type { SendPorts } from './ports';
import type { Prepared } from './prepare';
import { readReplyInSteps } from './readReply';
import { sendFollowing } from './redirects';
import type { Secret } from './run';
import { noReply } from './sendProblems';
import { notSent, type SendResult } from './sendResult';
import type { Target } from './target';

/** All that is read from files before anything is asked. */
export interface FilesLoaded extends Extract<FilesOutcome, { kind: 'loaded' }> {
  readonly tls: TlsMaterial | undefined;
}

interface Outgoing {
  readonly loaded: FilesLoaded;
  /** Of the authorization. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/** Builds the request, sends it, and reads what comes back. Nothing is asked here, and nothing tried twice. */
export async function transmit(
  ports: SendPorts,
  target: Target,
  { values, secrets, written, recipients }: Prepared,
  { loaded, headers, signal }: Outgoing,
): Promise<SendResult> {
  const { provider, operation, connection } = target;
  const request = buildRequest(provider, operation, connection, {
    values: loaded.values,
    files: loaded.files,
    authorization: headers,
    boundary: `----esign-${ports.newId()}`,
    written,
    // A member that a later one replaces is masked by nobody.
    repeats: secrets.some(({ name }) => name.startsWith('/body')) ? 'dropped' : 'kept',
  });
  if ('kind' in request) return notSent(request, secrets);
  const carried = [...secrets, ...secretsOfHeaders(headers)];
  const origins = originsOf(connection);
  const isTokenCall = operation.authorization === 'client';
  const followed = await sendFollowing(metered(ports, connection), request, {
    ...{ origins, isTokenCall, signal },
    limits: ports.limits,
    tls: loaded.tls,
  });
  if (followed.kind === 'foreign') {
    const { origin } = followed;
    return notSent({ kind: 'foreignOrigin', connection: connection.title, origin, confirmed: origins }, carried);
  }
  const { remarks } = followed;
  const outcome = await readInSlices(ports, followed.outcome, signal);
  if (outcome.kind === 'failed') {
    const all = sortSecrets(carried);
    const masker = maskerOf(all, operation);
    const sent = maskRequest(request, operation, masker);
    const attachments = maskAttachments(loaded.attachments, masker);
    const problem = noReply(target, sent.url, masker.value(outcome.failure));
    return { sent, attachments, recipients, outcome: { kind: 'failed', problem }, secrets: all };
  }
  const context = { ...target, values, now: ports.now(), secrets: carried, remarks };
  const reads = readReplyInSteps(outcome.reply, context);
  const { reading, secrets: all } = await (ports.pause === undefined ? atOnce(reads) : withPauses(reads, ports.pause));
  const masker = maskerOf(all, operation);
  return {
    sent: maskRequest(request, operation, masker),
    attachments: maskAttachments(loaded.attachments, masker),
    recipients,
    outcome: { kind: 'replied', reply: outcome.reply, reading },
    secrets: all,
  };
}

/** Every call counts, also those that follow a redirect. */
function metered({ http, policy: { meter } }: SendPorts, connection: Connection): HttpClient {
  if (meter === undefined) return http;
  return {
    send: async (...call) => {
      meter.note(connection);
      const outcome = await http.send(...call);
      if (outcome.kind === 'replied') meter.noteReply(connection, outcome.reply.status, outcome.reply.headers);
      return outcome;
    },
  };
}

/** It may be cancelled while a long body is read as well. */
async function readInSlices(
  { pause, limits }: SendPorts,
  outcome: HttpOutcome,
  signal: AbortSignal | undefined,
): Promise<HttpOutcome> {
  if (outcome.kind === 'failed') return outcome;
  if (pause !== undefined) await prepareReplyBody(outcome.reply, pause);
  if (!signal?.aborted) return outcome;
  await dropWhole(limits, outcome.reply);
  return { kind: 'failed', failure: { kind: 'cancelled' } };
}

function maskAttachments(attachments: readonly Attachment[], masker: Masker): readonly Attachment[] {
  return attachments.map((attachment) => shownAttachment(attachment, (text) => masker.text(text)));
}

/** The whole value, and the part behind its scheme: that is the token itself. */
function secretsOfHeaders(headers: Readonly<Record<string, string>>): readonly Secret[] {
  return Object.entries(headers).flatMap(([name, value]) => [
    { name, value },
    { name, value: value.replace(/^\S+ /, '') },
  ]);
}
