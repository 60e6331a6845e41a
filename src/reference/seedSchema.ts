import * as z from 'zod';
import type { Provider } from '../core/provider';

/** What editors know of a seed: a part for each API whose emulator takes one. */
export async function seedSchema(providers: readonly Provider[]): Promise<object> {
  const parts = await Promise.all(
    providers.map(async (provider) => {
      const plan = (await provider.emulator?.())?.seed;
      return plan === undefined ? [] : [[provider.id, partOf(provider, plan.schema)] as const];
    }),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Seed of the emulators',
    type: 'object',
    properties: {
      $schema: { title: 'JSON schema', description: 'For editors.', type: 'string' },
      ...Object.fromEntries(parts.flat()),
    },
    additionalProperties: false,
  };
}

function partOf({ title }: Provider, schema: z.ZodType): object {
  const { $schema: _schema, ...part } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
  return { title, ...part };
}
