import { shortened } from '../quoting/shortened';
import { type ByKind, callByKind } from '../typing/byKind';
import { isSuccess } from './judging/judgeReply';
import type { Foreign, GeneralExplanation } from './judging/verdict';

type Words = Omit<GeneralExplanation, 'kind'>;

/** What is said of a reply that is not the API's answer. */
export function describeForeign(what: Foreign, status: number): Words {
  return callByKind(foreignWords, what, status);
}

const notTheApis = 'This is not the API’s answer';
const checkAddress = 'Check the base URL and the network (proxy, VPN, sign-in), then send again.';
const lookAtBody = 'Look at the body: it is shown as it came.';

const foreignWords: ByKind<Foreign, [status: number], Words> = {
  cutOff: () => ({
    title: 'The reply is cut off',
    cause: 'The connection ended, or the body stops, before the reply was whole. What came is shown.',
    nextStep: 'Try again.',
  }),
  damaged: () => ({
    title: 'The reply is damaged',
    cause: 'Its body is compressed and could not be unpacked. What could be read is shown.',
    nextStep: 'Try again; when it stays, a proxy may change the replies.',
  }),
  packed: ({ encoding }) => ({
    title: 'The reply cannot be unpacked',
    cause: `Its body is packed as “${shortened(encoding, 40)}”, which is not known here: gzip, deflate and br are.`,
    nextStep:
      'Nothing here asks for it: look for an “Accept-Encoding” header of the request or a proxy that packs replies.',
  }),
  redirect: ({ target }, status) =>
    target === undefined
      ? {
          title: 'The server redirects to nowhere',
          cause: `It answered with ${status} to send the request to another address, and does not say which.`,
          nextStep: checkAddress,
        }
      : {
          title: 'The server sends the request to another address',
          cause: `It names ${shownTarget(target)}, and nothing was sent there.`,
          nextStep:
            'If this is where the API is now, put it into the base URL (compare https and the slash at the end).',
        },
  choices: () => ({
    title: 'The server offers several addresses to choose from',
    cause: 'It answered with 300, which leaves the choice to who asks. Nothing was sent to any of them.',
    nextStep: `${lookAtBody} Put the address that you want into the base URL.`,
  }),
  notModified: () => ({
    title: 'A cache answered, not the API',
    cause: 'It says with 304 that nothing has changed since it was asked before, and sends no body for that.',
    nextStep: 'Nothing here asks for it: look for a proxy or a cache between here and the API, and send again past it.',
  }),
  useProxy: () => ({
    title: 'The server wants the request to come through a proxy',
    cause: 'It answered with 305, which no client follows any more: anybody could name a proxy of their own.',
    nextStep: checkAddress,
  }),
  unusedStatus: (_what, status) => ({
    title: notTheApis,
    cause: `The status ${status} has no meaning in HTTP, and no call documents it.`,
    nextStep: `${lookAtBody} ${checkAddress}`,
  }),
  proxySignIn: (_what, status) => ({
    title: status === 407 ? 'A proxy asks to sign in' : 'The network asks to sign in',
    cause: `The status ${status} comes from ${status === 407 ? 'proxies' : 'the gates of networks'} only: the API did not see the request.`,
    nextStep:
      status === 407
        ? 'Give the proxy its own user name and password, or go around it; those of the API are not the cause.'
        : 'Open any page in a browser, sign in to the network there, and send again.',
  }),
  page: ({ title }, status) => ({
    title: 'A page came, not the API’s answer',
    cause: `${title === '' ? 'A page without a title' : `A page titled “${title}”`} came, probably of ${isSuccess(status) ? 'a proxy or a login' : 'a gateway or a firewall'}.`,
    nextStep: checkAddress,
  }),
  empty: (_what, status) => ({
    title: isSuccess(status) ? 'The reply is empty' : notTheApis,
    cause: isSuccess(status)
      ? 'The API documents a body for this call, and none came.'
      : 'The reply has no body, as those of gateways have.',
    nextStep: checkAddress,
  }),
  wrapped: ({ side }) => ({
    title: notTheApis,
    cause: `There is something ${sides[side]} the JSON, so that it cannot be read as JSON.`,
    nextStep: `${lookAtBody} A server or a proxy adds to it.`,
  }),
  tooDeep: () => ({
    title: notTheApis,
    cause: 'The JSON is nested hundreds of levels deep; no call documents that.',
    nextStep: lookAtBody,
  }),
  notJson: ({ found, isBinary }) => ({
    title: notTheApis,
    cause: `The body is ${found}, where JSON is documented.`,
    nextStep: isBinary ? checkAddress : `${lookAtBody} ${checkAddress}`,
  }),
  otherShape: ({ found }, status) => ({
    title: notTheApis,
    cause: isSuccess(status)
      ? `The body is ${found}; nothing of what this call documents is in it.`
      : `The body is ${found}; that is not how this API tells errors.`,
    nextStep: `${lookAtBody} ${checkAddress}`,
  }),
};

const sides = { before: 'before', after: 'after', around: 'before and after' } as const;

/** Without credentials, and without the values of the query. */
function shownTarget(location: string): string {
  const plain = location.replace(/[?#][\s\S]*$/, '?…').replace(/\/\/[^/]*@/, '//…@');
  return shortened(plain, 200);
}
