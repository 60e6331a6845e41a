export interface Content {
  readonly content: string | Uint8Array;
  /** The content type where the reply names none. */
  readonly type: string;
}

/** What is sent of a reply's body: text and files as they are, all else as JSON. */
export function sentContent(body: unknown): Content {
  if (typeof body === 'string') return { content: body, type: 'text/plain; charset=utf-8' };
  if (body instanceof Uint8Array) return { content: body, type: 'application/octet-stream' };
  return { content: JSON.stringify(body), type: 'application/json' };
}
