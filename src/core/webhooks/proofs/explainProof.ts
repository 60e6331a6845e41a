import { t } from '@vscode/l10n';
import type { Hmac } from '../../hashing/hmac';
import type { Headers } from '../../http';
import type { WebhookProof } from '../webhooks';
import { type Provable, proofAttempts } from './proofAttempts';
import { proofValue } from './proofHeaders';

/** Whether a delivery comes from whom it says, and why. */
export interface ProofFinding {
  readonly verdict: ProofVerdict;
  /** In a sentence or two, with no secret in it. */
  readonly text: string;
  /** The header that should prove it. */
  readonly header?: string;
  readonly received?: string;
  readonly computed?: string;
  /** How many bytes it was computed over. */
  readonly bytes?: number;
  /** Where the bytes differ from those that were sent, if these are known. */
  readonly firstDifference?: number;
  /** The mistakes that explain what was received: empty where none of those that were tried does. */
  readonly mistakes?: readonly string[];
  /** How many were tried. */
  readonly tried?: number;
}

export type ProofVerdict = 'holds' | 'fails' | 'missing' | 'noSecret' | 'noProof';

export interface ProofQuestion {
  readonly proof: WebhookProof;
  readonly headers: Headers;
  /** As they arrived. */
  readonly body: Uint8Array;
  readonly secret: string | undefined;
  /** Of other subscriptions. */
  readonly otherSecrets?: readonly string[];
  /** As they left, where that is known. */
  readonly sent?: Uint8Array;
  /** Ours where no faster one is there. */
  readonly hmac?: Hmac;
}

/** One explanation for the command line and the editor. */
export function explainProof(question: ProofQuestion): ProofFinding {
  const { proof, headers, body, secret, hmac } = question;
  if (proof.kind === 'none') return { verdict: 'noProof', text: proof.says };
  const { header } = proof;
  const received = headers[header];
  if (!secret) {
    const text =
      received === undefined
        ? t(
            'Nothing proves where it comes from: the header {0} is not there, and no secret was given to check it with.',
            header,
          )
        : t('It cannot be checked: no secret was given. The header {0} is there.', header);
    return { verdict: 'noSecret', text, header, ...told(proof, { received }) };
  }
  const computed = proofValue(proof, secret, body, hmac);
  const found = {
    header,
    ...told(proof, { received, computed }),
    ...(proof.kind === 'hmac' && { bytes: body.length }),
  };
  if (received === undefined) return { ...found, ...missing(question, proof, computed) };
  if (isSame(received, computed)) {
    const text =
      proof.kind === 'hmac'
        ? t('The header {0} holds over the {1} bytes of the body.', header, body.length)
        : t('The header {0} holds; it says nothing of the body.', header);
    return { ...found, verdict: 'holds', text };
  }
  return { ...found, ...failure({ ...question, secret }, proof, received) };
}

/** A digest is for everybody; a key that is sent as it is is the secret itself. */
function told(
  { kind }: Provable,
  { received, computed }: { readonly received: string | undefined; readonly computed?: string },
): Pick<ProofFinding, 'received' | 'computed'> {
  if (kind === 'sharedKey') return {};
  return { ...(received !== undefined && { received }), ...(computed !== undefined && { computed }) };
}

function missing(
  { headers }: ProofQuestion,
  { header }: Provable,
  computed: string,
): Pick<ProofFinding, 'verdict' | 'text'> {
  const other = Object.entries(headers).find(([, value]) => isSame(value, computed))?.[0];
  const text =
    other === undefined
      ? t('The header {0} is not there, though a secret is set: what proves nothing must not be believed.', header)
      : t('The header {0} is not there; {1} holds what it should.', header, other);
  return { verdict: 'missing', text };
}

function failure(
  question: ProofQuestion & { readonly secret: string },
  proof: Provable,
  received: string,
): Omit<ProofFinding, 'header' | 'received' | 'computed' | 'bytes'> {
  const { body, sent } = question;
  const firstDifference = sent === undefined ? undefined : differenceOf(body, sent);
  const { mistakes, tried, isWhole } = proofAttempts(question, proof, received);
  return {
    verdict: 'fails',
    text: failureText(proof, { mistakes, firstDifference, isWhole }),
    mistakes: mistakes ?? [],
    tried,
    ...(firstDifference !== undefined && { firstDifference }),
  };
}

interface FailureFacts {
  readonly mistakes: readonly string[] | undefined;
  readonly firstDifference: number | undefined;
  /** All usual mistakes were tried. */
  readonly isWhole: boolean;
}

function failureText({ kind }: Provable, { mistakes, firstDifference, isWhole }: FailureFacts): string {
  const changed =
    firstDifference === undefined
      ? undefined
      : t('The body was changed on its way: byte {0} is the first that differs.', firstDifference);
  const sentences =
    mistakes !== undefined
      ? [t('It holds only when {0}.', mistakes.join(t(' and '))), changed]
      : [
          changed ?? unexplained(kind),
          isWhole ? undefined : t('The body is too large to try what is usually done to it.'),
        ];
  return sentences.filter((one) => one !== undefined).join(' ');
}

function unexplained(kind: Provable['kind']): string {
  return kind === 'hmac'
    ? t(
        'None of the usual mistakes explains it: either the secret is another one, or at least one byte of the body is not what was signed.',
      )
    : t('None of the usual mistakes explains it: the key is another one.');
}

/** The first byte in which they differ; undefined where they are the same. */
function differenceOf(one: Uint8Array, other: Uint8Array): number | undefined {
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at += 1) if (one[at] !== other[at]) return at;
  return undefined;
}

/** However many characters agree, it takes as long. */
function isSame(one: string, other: string): boolean {
  let difference = one.length ^ other.length;
  for (let at = 0; at < one.length; at += 1)
    difference |= one.charCodeAt(at) ^ other.charCodeAt(at % (other.length || 1));
  return difference === 0;
}
