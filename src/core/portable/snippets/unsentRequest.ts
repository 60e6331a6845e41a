import { decodedPart } from '../../addresses/foreignAddress';
import { loadFiles, type ReadFile } from '../../attachments/loadFiles';
import type { Credentials } from '../../auth';
import type { Headers, HttpRequest } from '../../http';
import type { Problem } from '../../problems/problem';
import type { Provider } from '../../provider';
import { buildRequest } from '../../requests/buildRequest';
import { resolveWritten } from '../../requests/references/resolveWritten';
import type { RequestFile } from '../../requests/requestFile';
import { valuesOf } from '../../requests/valuesOf';
import { isMasked, mask } from '../../secrets/mask';
import { maskerOf } from '../../secrets/masker';
import { maskRequest } from '../../secrets/maskRequest';
import { secretsOfRequest } from '../../secrets/secretValues';
import { sortSecrets } from '../../secrets/sortSecrets';
import type { Target } from '../../sending/target';

/** The request as it would be sent, with masks in the place of secrets and credentials: none of them is asked for. */
export async function unsentRequest(
  target: Target,
  request: RequestFile,
  readFile: ReadFile,
): Promise<HttpRequest | Problem> {
  const { provider, operation, connection } = target;
  const credentials = maskedCredentials(provider);
  const resolved = resolveWritten(target, valuesOf(request), { credentials, isForced: true });
  if (resolved.kind === 'failed') return resolved.problem;
  const loaded = await loadFiles(operation, resolved.values, readFile);
  if (loaded.kind === 'failed') return loaded.problem;
  const built = buildRequest(provider, operation, connection, {
    values: loaded.values,
    files: loaded.files,
    authorization: await maskedAuthorization(target, credentials),
    boundary: '----esign-part',
    written: request.written,
  });
  if ('kind' in built) return built;
  const secrets = secretsOfRequest(operation, resolved.values).filter(({ value }) => !isMasked(value));
  return maskRequest({ ...built, url: withMasks(built.url) }, operation, maskerOf(sortSecrets(secrets), operation));
}

/** Those that went into the address as values. */
function withMasks(url: string): string {
  return url.replace(/%E2%80%B9secret%3A(?:(?!%E2%80%BA).)*%E2%80%BA/g, (encoded) => decodedPart(encoded));
}

function maskedCredentials({ auth }: Provider): Credentials {
  const names = auth.kinds.flatMap(({ fields }) => Object.keys(fields.shape));
  return Object.fromEntries(names.map((name) => [name, mask(name)]));
}

/** Whatever would first ask the API for something is a token here. */
async function maskedAuthorization({ provider, operation }: Target, credentials: Credentials): Promise<Headers> {
  const scheme = operation.authorization ?? 'token';
  if (scheme === 'none') return {};
  const [kind] = provider.auth.kinds;
  const own = Object.keys(kind?.fields.shape ?? {}).map((name) => [name, credentials[name] ?? ''] as const);
  try {
    return await provider.auth.authorize(scheme, {
      credentials: Object.fromEntries(own),
      token: async () => ({ accessToken: mask('authorization') }),
      call: () => Promise.reject(new NothingIsSent()),
    });
  } catch (error: unknown) {
    if (error instanceof NothingIsSent) return { authorization: mask('authorization') };
    throw error;
  }
}

class NothingIsSent extends Error {}
