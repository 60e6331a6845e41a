import * as z from 'zod';
import type { Finding, Rule, SigningLink } from '../../../core/operation';
import { namesNone } from '../../../kit/facts';
import { leavesOut, writes } from '../../../kit/mending/mends';
import type { Mend } from '../../../protocol/form';
import { authMethod, sessionExpiration } from './fields';

/* What the link of a document's invite and that of a group's have in common. */

export function inviteId(title: string) {
  return z
    .string()
    .min(1)
    .meta({
      title,
      description: 'ID of the invite, from the reply that created it.',
      examples: ['03739a736d324f9794c2e93ec7c5bda817af3f7f'],
      idShape: 'hex40',
    });
}

const linkExpiration = z
  .int()
  .min(0)
  .max(45)
  .nullable()
  .optional()
  .meta({
    title: 'Link expiration',
    description: 'In how many minutes the link expires: 15 to 45. Required by the documentation, optional in clients.',
    examples: [15],
    initial: 15,
    nullLabel: "The API's default",
    errorMessage: 'Enter 15 to 45 minutes, or null.',
  });

export const linkFields = {
  auth_method: authMethod,
  link_expiration: linkExpiration,
  session_expiration: sessionExpiration,
};

export const linkReply = z.object({
  data: z.object({ link: z.url().meta({ title: 'Signing link', secret: true }) }),
});

/** Failures of what both calls take, in the order in which the API is documented to look. */
export const linkCallFailures = {
  expiration: ['link-expiration-too-short', 'link-expiration-too-long', 'link-expiration-zero'],
  rest: ['auth-method-invalid', 'auth-method-differs', 'invalid-payload'],
} as const;

interface LinkValues {
  readonly body?: { readonly link_expiration?: number | null | undefined } | undefined;
}

/** A link lives 15 minutes at least; official clients send 0 where nobody has chosen. */
export function linkExpirationRules<Values extends LinkValues>(
  rule: (outline: Omit<Rule, 'check'> & { readonly check: (values: Values) => readonly Finding[] }) => Rule,
): readonly Rule[] {
  return [
    rule({
      failure: 'link-expiration-too-short',
      statement: 'A link lives 15 minutes or more.',
      check: ({ body }) => {
        const minutes = body?.link_expiration;
        return minutes && minutes < 15
          ? expirationFinding('Enter 15 to 45 minutes, or null.', writes(expirationAt, 15))
          : [];
      },
    }),
    rule({
      failure: 'link-expiration-zero',
      statement: 'No lifetime is null, or left out, instead of 0.',
      severity: 'warning',
      check: ({ body }) =>
        body?.link_expiration === 0
          ? expirationFinding(
              'Official clients send 0 for no lifetime; no source says that the API takes it.',
              leavesOut(expirationAt),
            )
          : [],
    }),
  ];
}

const expirationAt = '/body/link_expiration';

function expirationFinding(message: string, mend: Mend): readonly Finding[] {
  return [{ pointer: expirationAt, message, mend }];
}

/** The ID names none of the invites that there are; until these were fetched, nobody knows. */
export function unknownInvite(
  id: string | undefined,
  invites: readonly (string | undefined)[] | undefined,
  [key, owner]: readonly [key: string, owner: string],
): readonly Finding[] {
  return namesNone(id, invites && new Set(invites))
    ? [{ pointer: `/path/${key}`, message: `The ${owner} has no embedded invite with this ID.` }]
    : [];
}

export function reasonOf(status: string): string {
  if (status === 'created') return 'The step before is not done, so this invite is not open yet.';
  return `The invite is ${status}; links are for pending invites only.`;
}

/** The lifetime is known when the request named it; what the API takes for null is not documented. */
export function linksIn(
  reply: unknown,
  minutes: number | null | undefined,
  now: number,
  recipient?: string,
): readonly SigningLink[] {
  const created = looseLinkReply.safeParse(reply);
  if (!created.success) return [];
  return [created.data.data].flat().map(({ link }) => ({
    url: link,
    ...(recipient !== undefined && { recipient }),
    ...(typeof minutes === 'number' && minutes > 0 && { expiresAt: now + minutes * 60_000 }),
  }));
}

const oneLink = z.object({ link: z.string() });
/** One sample prints the link of a group as a list. */
const looseLinkReply = z.object({ data: z.union([oneLink, z.array(oneLink)]) });
