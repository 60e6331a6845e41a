import { t } from '@vscode/l10n';

/** Where a redirect leads, and what a person is told of it. */
export type RedirectTarget =
  | {
      readonly kind: 'target';
      readonly url: string;
      readonly origin: string;
      readonly pathname: string;
      /** Without credentials, and without the values of the query. */
      readonly shown: string;
      /** What the redirect seems to ask for; undefined when it is nothing known. */
      readonly suggestion: string | undefined;
    }
  | { readonly kind: 'refused'; readonly shown: string; readonly reason: string };

/** Reads the header `Location` of a reply to a request that went to `from`. */
export function redirectTarget(location: string, from: string): RedirectTarget {
  if (!URL.canParse(location, from)) return { kind: 'refused', shown: t('it names'), reason: t('this is no address') };
  const target = new URL(location, from);
  const shown = shownAddress(target);
  if (!/^https?:$/.test(target.protocol)) return { kind: 'refused', shown, reason: t('it leads to no web address') };
  if (target.username !== '' || target.password !== '') {
    return { kind: 'refused', shown, reason: t('it carries a user name, which hides where it leads') };
  }
  const suggestion = suggestionOf(target, new URL(from));
  // A fragment never leaves the client.
  target.hash = '';
  return { kind: 'target', url: target.href, origin: target.origin, pathname: target.pathname, shown, suggestion };
}

function shownAddress({ protocol, host, pathname, search }: URL): string {
  const query = search === '' ? '' : '?…';
  return /^https?:$/.test(protocol) ? `${protocol}//${host}${pathname}${query}` : `${protocol}…`;
}

function suggestionOf(target: URL, from: URL): string | undefined {
  const isSamePath = target.pathname === from.pathname && target.search === from.search;
  if (target.protocol === 'https:' && from.protocol === 'http:' && target.hostname === from.hostname) {
    return t('The server wants https: change the base URL to it');
  }
  if (target.protocol === 'http:' && from.protocol === 'https:') {
    return t('It leads from https to http, where everybody on the way could read along');
  }
  if (target.origin !== from.origin) {
    return isSamePath
      ? t('The same call is offered by another host: if {0} is right, make it the base URL', target.origin)
      : t('It leads to another host: if {0} is right, make it the base URL', target.origin);
  }
  return slashSuggestion(target.pathname, from.pathname);
}

function slashSuggestion(target: string, from: string): string | undefined {
  if (target === `${from}/`) return t('The server wants a slash at the end of the path');
  return from === `${target}/` ? t('The server wants no slash at the end of the path') : undefined;
}
