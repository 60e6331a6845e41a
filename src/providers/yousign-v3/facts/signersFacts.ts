import type * as z from 'zod';
import type { Call, RequestValues } from '../../../core/operation';
import { read } from '../../../kit/calls';
import { factsOfPath } from '../../../kit/facts';
import type { ofSignatureRequest } from '../operations/fields';
import { listSigners } from '../operations/signers/readSigners';
import type { SignerReply } from '../operations/signers/signerReplies';
import { loadSignatureRequestFacts, type SignatureRequestFacts } from './signatureRequestFacts';

/** What one signature request holds at most. */
export const mostSigners = 100;

/** A signature request and all that is known of its signers. */
export interface SignersFacts {
  readonly request: SignatureRequestFacts;
  readonly signers: readonly SignerReply[];
}

/** By the path of the request that they are loaded for. */
export function signersFactsOf<Path extends typeof ofSignatureRequest>(
  path: Path,
): (values: RequestValues, call: Call) => Promise<SignersFacts | undefined> {
  return factsOfPath<z.ZodObject, SignersFacts>(path, ({ signatureRequestId }, call) =>
    loadSignersFacts(String(signatureRequestId), call),
  );
}

export async function loadSignersFacts(signatureRequestId: string, call: Call): Promise<SignersFacts> {
  const [request, signers] = await Promise.all([
    loadSignatureRequestFacts(signatureRequestId, call),
    read(call, listSigners, { path: { signatureRequestId } }),
  ]);
  return { request, signers };
}

export function signerTitle({ info }: Pick<SignerReply, 'info'>): string {
  return info.email || `${info.first_name} ${info.last_name}`;
}
