import path from 'node:path';
import type { LoadedFile } from '../../../../../src/core/attachments/loadedFile';
import { mediaTypeOf } from '../../../../../src/core/attachments/mediaType';
import type { HttpRequest } from '../../../../../src/core/http';
import { encodeMultipart } from '../../../../../src/core/requests/multipart';

export const boundary = '----esign-1';

export function multipart(texts: Record<string, string>, files: Record<string, LoadedFile>): HttpRequest {
  const loaded = new Map(Object.entries(files).map(([name, file]) => [`/body/${name}`, file]));
  return {
    method: 'POST',
    url: 'https://a.example/upload',
    headers: { accept: 'application/json', 'content-type': `multipart/form-data; boundary=${boundary}` },
    body: encodeMultipart(texts, loaded, boundary),
  };
}

export function fileOf(name: string, bytes: Uint8Array): LoadedFile {
  return { name: path.posix.basename(name), isNamed: true, mediaType: mediaTypeOf(name), bytes, path: name };
}
