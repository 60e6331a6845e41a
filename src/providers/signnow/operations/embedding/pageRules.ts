import type * as z from 'zod';
import { defineRule, type Finding, type RequestSchemas, type Rule } from '../../../../core/operation';
import { leavesOut, percentEncoded, writes } from '../../../../kit/mending/mends';
import type { Mend } from '../../../../protocol/form';
import type { Lifetime } from './lifetimes';

export interface PageSketch {
  readonly redirect_uri?: string | undefined;
  readonly redirect_target?: string | undefined;
  readonly link_expiration?: number | null | undefined;
}

export function pageRules({ least, most, tooShort, tooLong }: Lifetime): readonly Rule[] {
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
      ({ redirect_uri: uri = '' }) => writes('/body/redirect_uri', percentEncoded(uri)),
    ),
    pageRule(
      'redirect-target-without-uri',
      'A redirect target needs a redirect URI.',
      'redirect_target',
      ({ redirect_target: target, redirect_uri: uri }) =>
        target !== undefined && uri === undefined ? 'The target needs a redirect URI.' : undefined,
      () => leavesOut('/body/redirect_target'),
    ),
    pageRule(
      tooShort,
      `The link lives ${least} minutes or more.`,
      'link_expiration',
      ({ link_expiration: minutes }) => (minutes && minutes < least ? `Enter ${range}, or leave it out.` : undefined),
      () => writes('/body/link_expiration', least),
    ),
    pageRule(
      tooLong,
      `The link lives ${most} minutes at most.`,
      'link_expiration',
      ({ link_expiration: minutes }) => (minutes && minutes > most ? `Enter ${range}, or leave it out.` : undefined),
      () => writes('/body/link_expiration', most),
    ),
    {
      ...pageRule(
        'link-expiration-zero',
        'No lifetime is left out, instead of 0.',
        'link_expiration',
        ({ link_expiration: minutes }) =>
          minutes === 0 ? 'Official clients send 0 for no lifetime; no source says that the API takes it.' : undefined,
        () => leavesOut('/body/link_expiration'),
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
  mendOf?: (body: PageSketch) => Mend,
): Rule {
  return defineRule<RequestSchemas & { readonly body: z.ZodType<PageSketch> }>({
    failure,
    statement,
    check: ({ body }): readonly Finding[] => {
      const message = body && fault(body);
      if (body === undefined || message === undefined) return [];
      return [{ pointer: `/body/${key}`, message, ...(mendOf && { mend: mendOf(body) }) }];
    },
  });
}
