import * as z from 'zod';
import type { Rule, SigningLink } from '../../../../core/operation';
import { choice } from '../../../../kit/fields';
import { errorReply } from '../../errors';
import { type Lifetime, lifetimes } from './lifetimes';
import { type PageSketch, pageRules } from './pageRules';

/* Pages of signNow that an application shows within its own: to prepare and send, to edit, or to view. */

/** What all of these calls take. */
export function pageFields({ least, most, usual }: Lifetime) {
  return {
    redirect_uri: z
      .url()
      .optional()
      .meta({
        title: 'Redirect URI',
        description: 'Page that opens when whoever works there has finished: at most 2048 characters.',
        examples: ['https://example.com/done'],
      }),
    redirect_target: choice(
      { blank: 'New tab (blank)', self: 'Same tab (self)' },
      'Redirect target',
      'Where the redirect URI opens. Needs a redirect URI.',
      { onlyWith: { key: 'redirect_uri' } },
    ),
    link_expiration: z
      .int()
      .min(0)
      .nullable()
      .optional()
      .meta({
        title: 'Link expiration',
        description: `In how many minutes the link expires: ${least} to ${most}; ${usual} without it.`,
        examples: [usual],
        nullLabel: "The API's default",
      }),
  };
}

export const redirectFailures = [
  'redirect-uri-not-text',
  'redirect-uri-too-long',
  'redirect-uri-four-byte',
  'redirect-uri-invalid',
  'redirect-target-without-uri',
] as const;

/** Failures of what all of these calls take. */
function pageFailures({ tooShort, tooLong }: Lifetime): readonly string[] {
  return [...redirectFailures, tooShort, tooLong, 'link-expiration-zero', 'invalid-payload'];
}

/** The link that a reply brings, with the time until it opens the page. */
function pageLinks(
  schema: z.ZodType<{ readonly data: { readonly url: string } | { readonly link: string } }>,
  { opens, usual }: Lifetime,
) {
  return (
    reply: unknown,
    { values, now }: { readonly values: { readonly body?: PageSketch | undefined }; readonly now: number },
  ): readonly SigningLink[] => {
    const read = schema.safeParse(reply);
    if (!read.success) return [];
    const { data } = read.data;
    const minutes = values.body?.link_expiration || usual;
    return [{ url: 'url' in data ? data.url : data.link, opens, expiresAt: now + minutes * 60_000 }];
  };
}

const secretAddress = (title: string) => z.url().meta({ title, secret: true });

const urlReply = z.object({ data: z.object({ url: secretAddress('Link') }) });
const viewReply = z.object({ data: z.object({ link: secretAddress('Link') }) });

interface PageCall<Reply extends z.ZodType> {
  readonly lifetime: Lifetime;
  readonly reply: Reply;
  /** Whose page it is, and who may have it. */
  readonly owner: { readonly rule: Rule; readonly failures: readonly string[] };
}

/** What the calls for one kind of page have in common, for a document and for a group. */
export function pageCall<Reply extends typeof urlReply | typeof viewReply>({
  lifetime,
  reply,
  owner,
}: PageCall<Reply>) {
  return {
    method: 'POST',
    replies: { 200: reply, 400: errorReply },
    rules: [owner.rule, ...pageRules(lifetime)],
    failures: [...owner.failures, ...pageFailures(lifetime)],
    findLinks: pageLinks(reply, lifetime),
  } as const;
}

export const sending = { lifetime: lifetimes.sending, reply: urlReply } as const;

/** The editor takes nothing but what all pages take, and so does the view. */
export const editor = {
  lifetime: lifetimes.editor,
  reply: urlReply,
  body: z.object(pageFields(lifetimes.editor)),
  example: {
    title: 'For 15 minutes',
    source: 'documented',
    body: { redirect_uri: 'https://example.com/done', link_expiration: 15 },
  },
} as const;

export const view = {
  lifetime: lifetimes.view,
  reply: viewReply,
  body: z.object(pageFields(lifetimes.view)),
  example: { title: 'For 30 days', source: 'documented', body: { link_expiration: 43_200 } },
} as const;
