import * as z from 'zod';
import type { Operation } from '../../operation';
import { innerSchemas } from '../../requests/innerSchemas';

/** What the schemas of an operation say about the names of members, wherever they stand. */
export interface DocumentedNames {
  /** Of secrets. */
  readonly secret: ReadonlySet<string>;
  /** Of objects whose members are secrets, whatever they are called. */
  readonly holders: ReadonlySet<string>;
  /** Of values that anybody may read. */
  readonly plain: ReadonlySet<string>;
}

/** By name and not by place: a server may wrap what it documents, or answer with another status. */
export function documentedNames(operation: Operation, side: 'request' | 'replies'): DocumentedNames {
  const { path, query, body } = operation.request;
  const schemas = side === 'request' ? [path, query, body] : Object.values(operation.replies);
  const reader = new NameReader();
  for (const schema of schemas) if (schema !== undefined) reader.read(schema, '', false);
  return reader;
}

class NameReader implements DocumentedNames {
  readonly secret = new Set<string>();
  readonly holders = new Set<string>();
  readonly plain = new Set<string>();
  /** Schemas may hold themselves. */
  readonly #seen = new Map<z.core.$ZodType, Set<string>>();

  /** `isMember` of a record that is called `name`. */
  read(schema: z.core.$ZodType, name: string, isMember: boolean): void {
    if (this.#isRead(schema, name)) return;
    if (z.globalRegistry.get(schema)?.secret === true) {
      (isMember ? this.holders : this.secret).add(name);
      return;
    }
    const inner = innerSchemas(schema);
    if (inner.length === 0 && !isMember) this.plain.add(name);
    for (const part of inner) {
      this.read(part.schema, part.name ?? name, part.name === undefined && (part.isAny ?? isMember));
    }
  }

  #isRead(schema: z.core.$ZodType, name: string): boolean {
    const names = this.#seen.get(schema) ?? new Set();
    const isRead = names.has(name);
    this.#seen.set(schema, names.add(name));
    return isRead;
  }
}
