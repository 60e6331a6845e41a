import { isRecord } from '../../json/jsonKinds';
import type { Run } from '../../sending/run';
import { exchangeOf } from '../running/exchangeOf';
import type { ActingSigner, StepFacts } from './actsOf';
import type { JourneyRow } from './journeyRows';

export function factsOf({ facts }: JourneyRow, run: Run): StepFacts {
  const { path = {}, query = {}, body } = run.request;
  const values = { path, query, ...(body !== undefined && { body }) };
  return { ...facts, values, replyStatus: replyStatusOf(run), signer: signerOf(run) };
}

export function replyStatusOf({ outcome }: Run): number | undefined {
  return outcome.kind === 'replied' ? outcome.reply.status : undefined;
}

/** The emulator names who acted. */
function signerOf(run: Run): ActingSigner | undefined {
  const body = exchangeOf(run).reply?.body;
  const signer = isRecord(body) ? body['signer'] : undefined;
  if (!isRecord(signer)) return undefined;
  const { name, email } = signer;
  return typeof email === 'string' && email !== '' ? { name: typeof name === 'string' ? name : '', email } : undefined;
}
