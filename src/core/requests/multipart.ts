import type { JsonObject, JsonValue } from '../../protocol/json';
import type { LoadedFiles } from '../attachments/loadedFile';
import type { HttpBody } from '../http';
import { joinPointer } from './pointer';

/** multipart/form-data (RFC 7578). The text form names files by size instead of showing their bytes. */
export function encodeMultipart(body: JsonObject, files: LoadedFiles, boundary: string): HttpBody {
  const chunks: Uint8Array[] = [];
  let text = '';
  const add = (piece: string) => {
    text += piece;
    chunks.push(new TextEncoder().encode(piece));
  };
  for (const [name, value] of Object.entries(body)) {
    const file = files.get(joinPointer('/body', name));
    add(`--${boundary}\r\nContent-Disposition: form-data; name="${quote(name)}"`);
    if (file === undefined) {
      add(`\r\n\r\n${partText(value)}\r\n`);
    } else {
      add(`; filename="${quote(file.name)}"\r\nContent-Type: ${file.mediaType}\r\n\r\n`);
      chunks.push(file.bytes);
      text += `(${file.bytes.length} bytes)`;
      add('\r\n');
    }
  }
  add(`--${boundary}--\r\n`);
  return { text, bytes: concatenate(chunks) };
}

function partText(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** As browsers do: a quote or line break would end the header early. */
function quote(name: string): string {
  return name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
