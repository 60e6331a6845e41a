import * as z from 'zod';

/* The part of the Debug Adapter Protocol that stopping before steps takes. */

const base = z.object({ seq: z.number(), type: z.literal('request') });
const source = z.object({ path: z.optional(z.string()), name: z.optional(z.string()) });

/** A request of the editor; undefined for what is none that is known. */
const requestSchema = z.discriminatedUnion('command', [
  base.extend({
    command: z.literal('setBreakpoints'),
    arguments: z.object({ source, breakpoints: z.optional(z.array(z.object({ line: z.number() }))) }),
  }),
  base.extend({ command: z.literal('variables'), arguments: z.object({ variablesReference: z.number() }) }),
  base.extend({
    command: z.literal('setVariable'),
    arguments: z.object({ variablesReference: z.number(), name: z.string(), value: z.string() }),
  }),
  base.extend({ command: z.literal('evaluate'), arguments: z.object({ expression: z.string() }) }),
  base.extend({
    command: z.enum([
      ...(['initialize', 'launch', 'configurationDone', 'threads', 'stackTrace', 'scopes'] as const),
      ...(['continue', 'next', 'stepIn', 'stepOut', 'pause', 'skipStep', 'disconnect', 'terminate'] as const),
    ]),
  }),
]);
export type DebugRequest = z.output<typeof requestSchema>;

export function readDebugRequest(message: unknown): DebugRequest | undefined {
  const read = requestSchema.safeParse(message);
  return read.success ? read.data : undefined;
}

/** Of what is no request that is known, so that it is answered all the same. */
export function requestNumber(message: unknown): { readonly seq: number; readonly command: string } | undefined {
  const read = base.extend({ command: z.string() }).safeParse(message);
  return read.success ? read.data : undefined;
}

export const capabilities = {
  supportsConfigurationDoneRequest: true,
  supportsSetVariable: true,
  supportsTerminateRequest: true,
  supportsSteppingGranularity: false,
} as const;
