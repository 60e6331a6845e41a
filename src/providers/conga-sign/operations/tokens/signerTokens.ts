import * as z from 'zod';
import { loneSurrogate } from '../../../../core/addresses/oddCharacter';
import { addressOn } from '../../../../core/addresses/webAddress';
import { isObject } from '../../../../core/json/jsonKinds';
import {
  type Call,
  defineOperation,
  type ReplyContext,
  type RequestValues,
  type SigningLink,
} from '../../../../core/operation';
import { conditionsAt } from '../../../../kit/facts';
import { requiredText, secretReply } from '../../../../kit/fields';
import { isDraft, loadPackageFacts, type PackageFacts, titleOf } from '../../facts';
import { sources } from '../../sources';
import { packagePath, sent } from '../fields';
import { errorReplies } from '../replies';
import { tokenLifetimeMinutes } from './tokenLifetime';

const sessionFields = z
  .record(z.string(), z.unknown())
  .nullable()
  .optional()
  .meta({
    title: 'Session fields',
    description: 'Texts of your own that go into the evidence summary. OneSpan’s SDK puts them into "fields".',
    examples: [{ 'Transaction ID': '1234567890' }],
    nullLabel: 'None',
  });

const tokenRequest = {
  body: z.object({
    ...packagePath.shape,
    signerId: requiredText('Signer ID', 'ID of the signer, or of the role that the signer takes.', 'Signer1').meta({
      offeredFrom: 'roles',
    }),
    sessionFields,
  }),
};

const signerTokenReply = z.object({
  packageId: z.string(),
  signerId: z.string(),
  value: secretReply('Token'),
  sessionFields: z.record(z.string(), z.unknown()).nullable().optional(),
});

const isSent = conditionsAt<PackageFacts>('/body/packageId')({
  failure: 'token-of-draft',
  statement: 'The package was sent: a token of a draft opens nothing yet.',
  severity: 'warning',
  fault: (facts) => (isDraft(facts) ? 'The package is a draft; its signers get in once it is sent.' : undefined),
});

const shared = {
  method: 'POST',
  docs: sources.tokens,
  request: tokenRequest,
  replies: { 200: signerTokenReply, ...errorReplies },
  rules: [isSent],
  failures: [
    'bad-request',
    'not-authorized',
    'not-found',
    'unexpected-error',
    'package-not-found',
    'signer-id-unknown',
    'token-of-draft',
  ],
  loadFacts: async ({ body }: RequestValues, call: Call) =>
    isObject(body) ? loadPackageFacts({ path: body }, call) : undefined,
  suggest: ({ roles }: PackageFacts) => ({
    '/body/signerId': roles.map((role) => ({ value: role.signers[0]?.id || role.id, label: titleOf(role) })),
  }),
} as const;

export const createMultiUseToken = defineOperation({
  ...shared,
  id: 'conga-sign/create-multi-use-token',
  title: 'Create a signer token for several uses',
  summary: `Another way to a signing link: the token lets a signer in as often as they like for ${tokenLifetimeMinutes} minutes.`,
  path: '/api/cs-authenticationTokens/signer/multiUse',
  examples: [{ title: 'The first signer', source: 'documented', body: { ...sent, signerId: 'Signer1' } }],
  findLinks: (reply, context) => linksOf(reply, context, false),
});

export const createSingleUseToken = defineOperation({
  ...shared,
  id: 'conga-sign/create-single-use-token',
  title: 'Create a signer token for a single use',
  summary: `Another way to a signing link: the token lets a signer in once, within ${tokenLifetimeMinutes} minutes.`,
  path: '/api/cs-authenticationTokens/signer/singleUse',
  examples: [
    {
      title: 'With session fields',
      source: 'documented',
      body: {
        ...sent,
        sessionFields: { 'Transaction ID': '1234567890', 'Login Token': '8888888888888' },
        signerId: 'Signer1',
      },
    },
  ],
  findLinks: (reply, context) => linksOf(reply, context, true),
});

/** A link counts whatever else the reply lacks. */
const tokenOnly = z.object({ value: z.string().min(1), signerId: z.string().optional().catch(undefined) });

/** The session starts at this address; which host that is for Conga is known to the connection alone. */
function linksOf(
  reply: unknown,
  { host, now }: Pick<ReplyContext, 'host' | 'now'>,
  singleUse: boolean,
): readonly SigningLink[] {
  const { data } = tokenOnly.safeParse(reply);
  // Half a character stands in no address.
  if (data === undefined || loneSurrogate(data.value) !== undefined) return [];
  const path = `/access?sessionToken=${encodeURIComponent(data.value)}`;
  const url = addressOn(host('signing'), path);
  if (url === undefined) return [];
  const expiresAt = now + tokenLifetimeMinutes * 60_000;
  return [{ url, ...(data.signerId !== undefined && { recipient: data.signerId }), expiresAt, singleUse }];
}
