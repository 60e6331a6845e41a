import type { EmulatedReply } from '../../core/emulation';
import { isObject } from '../../core/json/jsonKinds';
import { readJson } from '../../core/json/readJson';

/** Nothing where the body is no JSON object: answered like one that lacks what is wanted. */
export function bodyObject(body: Uint8Array): Readonly<Record<string, unknown>> {
  const read = readJson(new TextDecoder('utf-8').decode(body));
  return read.kind === 'read' && isObject(read.value) ? read.value : {};
}

export function controlProblem(status: number, message: string): EmulatedReply {
  return { status, body: { message } };
}
