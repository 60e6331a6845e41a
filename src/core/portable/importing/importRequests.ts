import { t } from '@vscode/l10n';
import { publicAddress } from '../../addresses/foreignAddress';
import { fromBase64 } from '../../attachments/base64';
import { maskedPointers } from '../../history/record';
import { printJson } from '../../json/printJson';
import type { Operation, RequestValues } from '../../operation';
import type { Provider } from '../../provider';
import { getAt, setAt } from '../../requests/pointer';
import { referencesIn } from '../../requests/references/references';
import { contentOf, formatRequestFile, type RequestFile } from '../../requests/requestFile';
import { valuesOf } from '../../requests/valuesOf';
import { isMasked, maskPattern } from '../../secrets/mask';
import { maskerOf } from '../../secrets/masker';
import { isSecretHeader } from '../../secrets/names/wellKnownNames';
import { secretsOfRequest } from '../../secrets/secretValues';
import { sortSecrets } from '../../secrets/sortSecrets';
import type { Secret } from '../../sending/run';
import {
  isWholeReference,
  type NamedVariables,
  namedVariables,
  scopeOf,
  severalValues,
  type VariableScope,
} from '../variables/foreignVariables';
import type { ForeignCall, ForeignCollection, ForeignVariable, LeftOut } from './foreignCall';
import { CallRecogniser, type KnownBase } from './recogniseCall';

/** A request that was made of a foreign call, without any secret. */
export interface ImportedRequest {
  readonly title: string;
  readonly provider: Provider;
  readonly operation: Operation;
  readonly request: RequestFile;
  /** The text of its file. */
  readonly text: string;
  /** What of the call it does not hold, and what was put in the place of secrets. */
  readonly remarks: readonly string[];
}

export interface ImportReport extends NamedVariables {
  readonly requests: readonly ImportedRequest[];
  readonly leftOut: readonly LeftOut[];
}

/** Makes requests of what other tools hold. Nothing is sent, and nothing is written. */
export function importRequests(
  providers: readonly Provider[],
  collections: readonly ForeignCollection[],
  connections: readonly KnownBase[] = [],
): ImportReport {
  const shared = collections.flatMap((one) => one.variables);
  const scopes = new Map<readonly ForeignVariable[] | undefined, VariableScope>();
  const recogniser = new CallRecogniser(providers, connections);
  const leftOut: LeftOut[] = collections.flatMap((one) => one.leftOut);
  const requests = collections
    .flatMap((one) => one.calls)
    .flatMap((call): readonly ImportedRequest[] => {
      const scope = scopes.get(call.variables) ?? scopeOf([...shared, ...(call.variables ?? [])]);
      scopes.set(call.variables, scope);
      const found = recogniser.recognise(call, (name) => scope.known.resolved(name));
      if (found.kind === 'unknown') {
        leftOut.push({ what: titleOf(call), why: found.why });
        return [];
      }
      const { provider, operation, connection, values, written, remarks } = found;
      const request = { operation: operation.id, connection, ...values, ...(written !== undefined && { written }) };
      const secrets = [...headerSecrets(call), ...scope.secrets];
      const clean = withoutSecrets(operation, request, secrets);
      const said = [...remarks, ...headerRemarks(call), ...clean.remarks];
      return [
        {
          title: call.title || operation.title,
          provider,
          operation,
          request: clean.request,
          text: formatRequestFile(clean.request),
          remarks: said,
        },
      ];
    });
  const variables = [...shared, ...[...scopes.keys()].flatMap((own) => own ?? [])];
  const requestNames = requests.flatMap(({ request }) => referencesIn(valuesOf(request) satisfies RequestValues));
  const named = namedVariables(requestNames, variables);
  leftOut.push(...severalValues(variables, Object.keys(named.variables)));
  return { requests, leftOut: unique(leftOut), ...named };
}

/**
 * A request in whose file no secret stands: a variable stands for each, a credential of the connection where the
 * documentation has one there.
 */
export function withoutSecrets(
  operation: Operation,
  request: RequestFile,
  secrets: readonly Secret[] = [],
): { readonly request: RequestFile; readonly remarks: readonly string[] } {
  const own = secretsOfRequest(operation, valuesOf(request)).filter(
    ({ value }) => !isMasked(value) && !isWholeReference(value),
  );
  const masker = maskerOf(sortSecrets([...own, ...secrets]), operation);
  const { operation: id, connection, written, ...values } = request;
  const masked: RequestFile = { operation: id, connection, ...masker.value(values, 'request') };
  const pointers = maskedPointers(masked).filter((pointer) => !isWholeReference(getAt(request, pointer)));
  const clean = pointers.reduce(
    (whole, pointer) => setAt(whole, pointer, unmasked(operation, whole, pointer)),
    restored(masked, request),
  );
  // What a later member of the same name replaces was not looked at.
  const text =
    written === undefined ? undefined : printJson(contentOf(clean), { indent: 2, written, repeats: 'dropped' });
  if (pointers.length === 0)
    return { request: { ...request, ...(text !== undefined && { written: text }) }, remarks: [] };
  const named = pointers.map((pointer) => pointer.slice(1)).join(', ');
  return {
    request: { ...clean, ...(text !== undefined && { written: text }) },
    remarks: [t('Secrets are not taken over ({0}): variables and credentials of the connection stand there.', named)],
  };
}

/** References are no secrets, whatever their place is called. */
function restored(masked: RequestFile, request: RequestFile): RequestFile {
  return maskedPointers(masked)
    .filter((pointer) => isWholeReference(getAt(request, pointer)))
    .reduce((whole, pointer) => setAt(whole, pointer, getAt(request, pointer)), masked);
}

function unmasked({ examples }: Operation, request: RequestFile, pointer: string): string {
  const documented = examples.map((example) => getAt(example, pointer)).find(isWholeReference);
  if (typeof documented === 'string') return documented;
  const text = String(getAt(request, pointer));
  const last = pointer.split('/').findLast((key) => !/^\d+$/.test(key)) ?? 'secret';
  return text.replace(new RegExp(maskPattern, 'g'), `{{${last.replace(/[^\w.-]+/g, '_')}}}`);
}

function headerSecrets({ headers }: ForeignCall): readonly Secret[] {
  return headers.flatMap(([name, value]) => {
    if (!isSecretHeader(name)) return [];
    return secretsIn(name, value)
      .filter((secret) => secret.length > 3 && !isWholeReference(secret))
      .map((secret) => ({ name, value: secret }));
  });
}

/** The parts that may stand elsewhere by themselves are secrets, too. */
function secretsIn(name: string, value: string): readonly string[] {
  const secret = value.replace(/^(?:bearer|basic|token)\s+/i, '');
  if (/^cookie$/i.test(name)) {
    const cookies = secret.split(';').map((cookie) => cookie.slice(cookie.indexOf('=') + 1).trim());
    return [secret, ...cookies.filter((cookie) => cookie.length >= leastOfCookie)];
  }
  const decoded = /^basic\s/i.test(value) ? fromBase64(secret) : undefined;
  if (decoded === undefined) return [secret];
  const pair = new TextDecoder().decode(decoded);
  return [secret, pair.slice(pair.indexOf(':') + 1)];
}

/** A shorter one is a setting rather than a session, and may stand anywhere by chance. In characters. */
const leastOfCookie = 8;

/** What every client writes, and what the product writes itself. */
const usual =
  /^(?:accept|accept-encoding|accept-language|cache-control|connection|content-length|content-type|host|origin|pragma|priority|referer|user-agent|dnt|te|upgrade-insecure-requests|expect|postman-token|sec-.*)$/;

function headerRemarks({ headers }: ForeignCall): readonly string[] {
  const others = headers.filter(([name, value]) => !usual.test(name) && value !== '').map(([name]) => name);
  const [secret = [], plain = []] = [isSecretHeader, (name: string) => !isSecretHeader(name)].map((isMeant) => [
    ...new Set(others.filter(isMeant)),
  ]);
  return [...secretRemark(secret), ...plainRemark(plain)];
}

function secretRemark(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  return names.length === 1
    ? [t('Header {0}: not taken over; give the credentials to the connection.', names.join())]
    : [t('Headers {0}: not taken over; give the credentials to the connection.', names.join(', '))];
}

function plainRemark(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  return names.length === 1
    ? [t('Header {0}: a request here has no headers of its own.', names.join())]
    : [t('Headers {0}: a request here has no headers of its own.', names.join(', '))];
}

function titleOf({ title, method, url }: ForeignCall): string {
  const place = publicAddress(url);
  return title === '' ? `${method} ${place}` : `${title} (${method} ${place})`;
}

function unique(all: readonly LeftOut[]): readonly LeftOut[] {
  return [...new Map(all.map((one) => [`${one.what}\n${one.why}`, one])).values()];
}
