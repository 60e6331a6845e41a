import { fromBase64 } from '../../core/attachments/base64';
import type { Headers } from '../../core/http';
import { isSecretHeader } from '../../core/secrets/names/wellKnownNames';
import { secretsOfRequest } from '../../core/secrets/secretValues';
import type { Secret } from '../../core/sending/run';
import { decodeBody } from '../bodies/decodeBody';
import type { TakenContent } from './takeContent';

/** Secrets that were sent as such: whoever looks is not told them where they stand by mistake, either. */
export function seenSecrets(contents: readonly TakenContent[]): readonly Secret[] {
  return contents.flatMap((content) => [...secretsOfHeaders(content.request.headers), ...secretsOfTokenCall(content)]);
}

/** The whole value, what stands behind its scheme, and the password in there. */
function secretsOfHeaders(headers: Headers): readonly Secret[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!isSecretHeader(name)) return [];
    const bare = value.replace(/^\S+ /, '');
    const decoded = /^basic /i.test(value) ? fromBase64(bare) : undefined;
    const password = decoded && new TextDecoder('utf-8').decode(decoded).replace(/^[^:]*:/, '');
    return [value, bare, password ?? ''].filter((one) => one !== '').map((one) => ({ name, value: one }));
  });
}

/** Of a call by which somebody comes in. */
function secretsOfTokenCall({ route, request, sent }: TakenContent): readonly Secret[] {
  if (route?.kind !== 'served') return [];
  const operations = route.operations.filter(({ authorization = 'token' }) => authorization !== 'token');
  if (operations.length === 0) return [];
  const body = decodeBody({ ...request, body: sent.beginning, baseUrl: '' });
  const values = body.kind === 'fields' ? body.fields : body.kind === 'json' ? body.value : undefined;
  if (values === undefined) return [];
  return operations.flatMap((operation) => secretsOfRequest(operation, { body: values as never }));
}
