import type { JsonObject } from '../../protocol/json';
import type { Operation } from '../operation';
import { operationName } from '../operation';
import type { Environment, Provider } from '../provider';
import { requestBodyOf } from './bodies';
import { parametersOf } from './parameters';
import { responsesOf } from './responses';
import { securityOf, securitySchemesOf } from './security';

/**
 * The OpenAPI 3.1 description of a provider. Operations that share method and path are one, under the name of the first;
 * `x-esign-operations` names them all.
 */
export async function openApiOf(provider: Provider, version: string): Promise<JsonObject> {
  const { title, notice, docs, environments, auth, operations } = provider;
  const securitySchemes = await securitySchemesOf(auth, operations);
  return {
    openapi: '3.1.0',
    info: { title, version, ...(notice !== undefined && { description: notice }) },
    externalDocs: { url: docs },
    servers: environments.map(serverOf),
    paths: pathsOf(provider, securitySchemes),
    components: { securitySchemes },
  };
}

function serverOf({ title, baseUrl, live }: Environment): JsonObject {
  return { url: baseUrl, description: live ? `${title}: invites sent here reach real people.` : title };
}

function pathsOf(provider: Provider, schemes: JsonObject): JsonObject {
  const paths = new Map<string, Map<string, Operation[]>>();
  for (const operation of provider.operations) {
    const item = paths.get(operation.path) ?? new Map<string, Operation[]>();
    const method = operation.method.toLowerCase();
    item.set(method, [...(item.get(method) ?? []), operation]);
    paths.set(operation.path, item);
  }
  return Object.fromEntries(
    [...paths].map(([path, item]) => [
      path,
      Object.fromEntries([...item].map(([method, shared]) => [method, describeCall(provider, shared, schemes)])),
    ]),
  );
}

function describeCall(provider: Provider, shared: readonly Operation[], schemes: JsonObject): JsonObject {
  const [first] = shared;
  if (first === undefined) return {};
  const body = requestBodyOf(shared);
  const servers = serversOf(provider, first);
  const alsoAt = [...new Set(shared.flatMap((operation) => operation.alsoAt ?? []))];
  return {
    operationId: operationName(first.id),
    summary: shared.map(({ title }) => title).join(', or '),
    description: shared.map(({ summary }) => summary).join('\n\n'),
    externalDocs: { url: first.docs },
    ...(servers !== undefined && { servers }),
    parameters: parametersOf(shared),
    ...(body !== undefined && { requestBody: body }),
    responses: responsesOf(shared, provider.failures),
    security: securityOf(first, schemes),
    'x-esign-operations': shared.map(({ id }) => id),
    ...(alsoAt.length > 0 && { 'x-esign-also-at': alsoAt }),
  };
}

/** Of a call that goes to another host than the base URL. */
function serversOf({ environments }: Provider, { host }: Operation): readonly JsonObject[] | undefined {
  if (host === undefined) return undefined;
  return environments.flatMap(({ title, hosts }) => {
    const url = hosts?.[host];
    return url === undefined ? [] : [{ url, description: title }];
  });
}
