import type { HttpBody, HttpRequest } from '../http';
import type { Operation } from '../operation';
import { multipartText, shownParts } from '../requests/multipart';
import { joinPointer } from '../requests/pointer';
import { mask } from './mask';
import type { Masker } from './masker';

/** A request as it was sent, to be shown: secrets are masked by their place, and by their value wherever else. */
export function maskRequest(request: HttpRequest, operation: Pick<Operation, 'path'>, masker: Masker): HttpRequest {
  return {
    method: request.method,
    url: masker.text(maskPath(request.url, operation, masker)),
    headers: masker.headers(request.headers),
    body: request.body && maskBody(request, request.body, masker),
  };
}

function maskBody({ headers }: HttpRequest, { text, parts, ...body }: HttpBody, masker: Masker): HttpBody {
  if (parts !== undefined) {
    const shown = shownParts(parts, (value, name) => maskPart(value, name, masker));
    return { text: multipartText(shown, headers), parts: shown };
  }
  const pointerOf = (place: { pointer(): string }) => `/body${place.pointer()}`;
  return { text: masker.body(text, { side: 'request', pointerOf }).text, ...(body.isCut && { isCut: true }) };
}

function maskPart(value: string, name: string | undefined, masker: Masker): string {
  const isSecret = name !== undefined && value !== '' && masker.names('request').of(name) === 'documented';
  return isSecret ? mask(joinPointer('/body', name)) : masker.body(value, { side: 'request' }).text;
}

/** The last segments of the path are those of the operation, whatever stands in front of them. */
function maskPath(url: string, { path }: Pick<Operation, 'path'>, masker: Masker): string {
  const [whole = '', ...query] = url.split('?');
  const segments = whole.split('/');
  const template = path.split('/').slice(1);
  const first = segments.length - template.length;
  const masked = segments.map((segment, index) => {
    const name = /^\{(\w+)\}$/.exec(template[index - first] ?? '')?.[1];
    return name !== undefined && masker.names('request').of(name) === 'documented' ? mask(`/path/${name}`) : segment;
  });
  return [masked.join('/'), ...query].join('?');
}
