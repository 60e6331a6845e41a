import * as z from 'zod';
import { defineRule, type Finding, type RequestSchemas, type Rule, type SigningLink } from '../../../../core/operation';
import { choice } from '../../../../kit/fields';
import { errorReply } from '../../errors';

/* Pages of signNow that an application shows within its own: to prepare and send, to edit, or to view. */

export interface Lifetime {
  /** What the link leads to. */
  readonly opens: string;
  /** In minutes. */
  readonly least: number;
  readonly most: number;
  /** Failures outside of them. */
  readonly tooShort: string;
  readonly tooLong: string;
  /** When the request names none. */
  readonly usual: number;
}

export const lifetimes = {
  sending: {
    opens: 'Page to send',
    least: 15,
    most: 45,
    tooShort: 'link-expiration-too-short',
    tooLong: 'link-expiration-too-long',
    usual: 15,
  },
  editor: {
    opens: 'Editor',
    least: 15,
    most: 43_200,
    tooShort: 'link-expiration-too-short',
    tooLong: 'editor-expiration-too-long',
    usual: 15,
  },
  view: {
    opens: 'View',
    least: 43_200,
    most: 518_400,
    tooShort: 'view-expiration-too-short',
    tooLong: 'view-expiration-too-long',
    usual: 43_200,
  },
} as const satisfies Record<string, Lifetime>;

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

interface PageSketch {
  readonly redirect_uri?: string | undefined;
  readonly redirect_target?: string | undefined;
  readonly link_expiration?: number | null | undefined;
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

function pageRules({ least, most, tooShort, tooLong }: Lifetime): readonly Rule[] {
  const range = `${least} to ${most} minutes`;
  return [
    pageRule(
      'redirect-uri-too-long',
      'The redirect URI has at most 2048 characters.',
      'redirect_uri',
      ({ redirect_uri: uri }) => ((uri?.length ?? 0) > 2048 ? 'The address has more than 2048 characters.' : undefined),
    ),
    pageRule(
      'redirect-uri-four-byte',
      'The redirect URI holds no 4-byte characters.',
      'redirect_uri',
      ({ redirect_uri: uri }) =>
        /[\u{10000}-\u{10FFFF}]/u.test(uri ?? '') ? 'Percent-encode the characters of 4 bytes.' : undefined,
    ),
    pageRule(
      'redirect-target-without-uri',
      'A redirect target needs a redirect URI.',
      'redirect_target',
      ({ redirect_target: target, redirect_uri: uri }) =>
        target !== undefined && uri === undefined ? 'The target needs a redirect URI.' : undefined,
    ),
    pageRule(tooShort, `The link lives ${least} minutes or more.`, 'link_expiration', ({ link_expiration: minutes }) =>
      minutes && minutes < least ? `Enter ${range}, or leave it out.` : undefined,
    ),
    pageRule(tooLong, `The link lives ${most} minutes at most.`, 'link_expiration', ({ link_expiration: minutes }) =>
      minutes && minutes > most ? `Enter ${range}, or leave it out.` : undefined,
    ),
    {
      ...pageRule(
        'link-expiration-zero',
        'No lifetime is left out, instead of 0.',
        'link_expiration',
        ({ link_expiration: minutes }) =>
          minutes === 0 ? 'Official clients send 0 for no lifetime; no source says that the API takes it.' : undefined,
      ),
      severity: 'warning',
    },
  ];
}

function pageRule(
  failure: string,
  statement: string,
  key: keyof PageSketch,
  fault: (body: PageSketch) => string | undefined,
): Rule {
  return defineRule<RequestSchemas & { readonly body: z.ZodType<PageSketch> }>({
    failure,
    statement,
    check: ({ body }): readonly Finding[] => {
      const message = body && fault(body);
      return message === undefined ? [] : [{ pointer: `/body/${key}`, message }];
    },
  });
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
