import { t } from '@vscode/l10n';
import { shortened } from '../quoting/shortened';
import { isWebAddress } from './webAddress';

export type ReadLink =
  | { readonly kind: 'link'; readonly url: string; readonly remark?: string }
  /** What the API calls a link and no browser may open. */
  | { readonly kind: 'text'; readonly remark: string };

/** The address that a link of a reply means. `base` is the origin of the pages that it may be relative to. */
export function readLink(text: string, base: string): ReadLink {
  const trimmed = text.replace(/^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu, '');
  if (trimmed === '') return { kind: 'text', remark: t('The signing link in the reply is empty.') };
  if (/^https?:/i.test(trimmed)) return webAddress(trimmed, undefined) ?? noAddress(text);
  if (trimmed.startsWith('//')) return webAddress(`https:${trimmed}`, schemeRemark()) ?? noAddress(text);
  if (startsWithHost.test(trimmed)) return webAddress(`https://${trimmed}`, schemeRemark()) ?? noAddress(text);
  if (/^[a-z][a-z\d+.-]*:/i.test(trimmed) || !URL.canParse(trimmed, base)) return noAddress(text);
  const { href, origin } = new URL(trimmed, base);
  return webAddress(href, t('The signing link came without a host; {0} was assumed.', origin)) ?? noAddress(text);
}

const schemeRemark = () => t('The signing link came without https://, which was assumed.');

/** `app.example.com/…`, `localhost:3000/…`; a path whose first segment has no dot is none. */
const startsWithHost = /^(?:(?:[a-z\d-]+\.)+[a-z]{2,}|[a-z\d.-]+(?=:\d))(?::\d{1,5})?(?:[/?#]|$)/i;

function webAddress(text: string, remark: string | undefined): ReadLink | undefined {
  return isWebAddress(text) ? { kind: 'link', url: text, ...(remark !== undefined && { remark }) } : undefined;
}

const mostQuoted = 200;

function noAddress(text: string): ReadLink {
  const quoted = shortened(text.slice(0, 2 * mostQuoted).replace(/\p{Cc}/gu, '�'), mostQuoted);
  return { kind: 'text', remark: t('The reply names a signing link that is no web address: {0}', quoted) };
}
