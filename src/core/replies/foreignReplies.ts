import { t } from '@vscode/l10n';
import { shortened } from '../quoting/shortened';
import { type ByKind, callByKind } from '../typing/byKind';
import { isSuccess } from './judging/success';
import type { Foreign, GeneralExplanation } from './judging/verdict';

type Words = Omit<GeneralExplanation, 'kind'>;

/** What is said of a reply that is not the API's answer. */
export function describeForeign(what: Foreign, status: number): Words {
  return callByKind(foreignWords, what, status);
}

const notTheApis = () => t('This is not the API’s answer');
const checkAddress = () => t('Check the base URL and the network (proxy, VPN, sign-in), then send again.');
const lookAtBody = () => t('Look at the body: it is shown as it came.');

const foreignWords: ByKind<Foreign, [status: number], Words> = {
  cutOff: () => ({
    title: t('The reply is cut off'),
    cause: t('The connection ended, or the body stops, before the reply was whole. What came is shown.'),
    nextStep: t('Try again.'),
  }),
  damaged: () => ({
    title: t('The reply is damaged'),
    cause: t('Its body is compressed and could not be unpacked. What could be read is shown.'),
    nextStep: t('Try again; when it stays, a proxy may change the replies.'),
  }),
  packed: ({ encoding }) => ({
    title: t('The reply cannot be unpacked'),
    cause: t(
      'Its body is packed as “{0}”, which is not known here: gzip, deflate and br are.',
      shortened(encoding, 40),
    ),
    nextStep: t(
      'Nothing here asks for it: look for an “Accept-Encoding” header of the request or a proxy that packs replies.',
    ),
  }),
  redirect: ({ target }, status) =>
    target === undefined
      ? {
          title: t('The server redirects to nowhere'),
          cause: t('It answered with {0} to send the request to another address, and does not say which.', status),
          nextStep: checkAddress(),
        }
      : {
          title: t('The server sends the request to another address'),
          cause: t('It names {0}, and nothing was sent there.', shownTarget(target)),
          nextStep: t(
            'If this is where the API is now, put it into the base URL (compare https and the slash at the end).',
          ),
        },
  choices: () => ({
    title: t('The server offers several addresses to choose from'),
    cause: t('It answered with 300, which leaves the choice to who asks. Nothing was sent to any of them.'),
    nextStep: `${lookAtBody()} ${t('Put the address that you want into the base URL.')}`,
  }),
  notModified: () => ({
    title: t('A cache answered, not the API'),
    cause: t('It says with 304 that nothing has changed since it was asked before, and sends no body for that.'),
    nextStep: t(
      'Nothing here asks for it: look for a proxy or a cache between here and the API, and send again past it.',
    ),
  }),
  useProxy: () => ({
    title: t('The server wants the request to come through a proxy'),
    cause: t('It answered with 305, which no client follows any more: anybody could name a proxy of their own.'),
    nextStep: checkAddress(),
  }),
  unusedStatus: (_what, status) => ({
    title: notTheApis(),
    cause: t('The status {0} has no meaning in HTTP, and no call documents it.', status),
    nextStep: `${lookAtBody()} ${checkAddress()}`,
  }),
  proxySignIn: (_what, status) => ({
    title: status === 407 ? t('A proxy asks to sign in') : t('The network asks to sign in'),
    cause:
      status === 407
        ? t('The status {0} comes from proxies only: the API did not see the request.', status)
        : t('The status {0} comes from the gates of networks only: the API did not see the request.', status),
    nextStep:
      status === 407
        ? t('Give the proxy its own user name and password, or go around it; those of the API are not the cause.')
        : t('Open any page in a browser, sign in to the network there, and send again.'),
  }),
  page: ({ title }, status) => ({
    title: t('A page came, not the API’s answer'),
    cause: pageCause(title, isSuccess(status)),
    nextStep: checkAddress(),
  }),
  empty: (_what, status) => ({
    title: isSuccess(status) ? t('The reply is empty') : notTheApis(),
    cause: isSuccess(status)
      ? t('The API documents a body for this call, and none came.')
      : t('The reply has no body, as those of gateways have.'),
    nextStep: checkAddress(),
  }),
  wrapped: ({ side }) => ({
    title: notTheApis(),
    cause: sides[side](),
    nextStep: `${lookAtBody()} ${t('A server or a proxy adds to it.')}`,
  }),
  tooDeep: () => ({
    title: notTheApis(),
    cause: t('The JSON is nested hundreds of levels deep; no call documents that.'),
    nextStep: lookAtBody(),
  }),
  notJson: ({ found, isBinary }) => ({
    title: notTheApis(),
    cause: t('The body is {0}, where JSON is documented.', found),
    nextStep: isBinary ? checkAddress() : `${lookAtBody()} ${checkAddress()}`,
  }),
  otherShape: ({ found }, status) => ({
    title: notTheApis(),
    cause: isSuccess(status)
      ? t('The body is {0}; nothing of what this call documents is in it.', found)
      : t('The body is {0}; that is not how this API tells errors.', found),
    nextStep: `${lookAtBody()} ${checkAddress()}`,
  }),
};

const sides: Readonly<Record<'before' | 'after' | 'around', () => string>> = {
  before: () => t('There is something before the JSON, so that it cannot be read as JSON.'),
  after: () => t('There is something after the JSON, so that it cannot be read as JSON.'),
  around: () => t('There is something before and after the JSON, so that it cannot be read as JSON.'),
};

function pageCause(title: string, isOfSuccess: boolean): string {
  if (title === '') {
    return isOfSuccess
      ? t('A page without a title came, probably of a proxy or a login.')
      : t('A page without a title came, probably of a gateway or a firewall.');
  }
  return isOfSuccess
    ? t('A page titled “{0}” came, probably of a proxy or a login.', title)
    : t('A page titled “{0}” came, probably of a gateway or a firewall.', title);
}

/** Without credentials, and without the values of the query. */
function shownTarget(location: string): string {
  const plain = location.replace(/[?#][\s\S]*$/, '?…').replace(/\/\/[^/]*@/, '//…@');
  return shortened(plain, 200);
}
