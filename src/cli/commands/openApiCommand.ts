import { type Command, UsageError } from '../surroundings';

export const openApiCommand: Command = {
  summary: 'Describe the APIs in OpenAPI 3.1, for other tools',
  help: ({
    registry,
  }) => `Writes an OpenAPI 3.1 description of each provider, and of the emulators' control as "emulator": every operation with its parameters, bodies, examples,
replies and documented failures, from the same values as the forms and the emulator. Nothing is sent.

Usage: esign openapi PROVIDER|emulator
       esign openapi [PROVIDER…] --out DIR

Options
  --out DIR   Write DIR/PROVIDER.openapi.json for each, for all providers when none is named. Files of an earlier call
              are replaced. Without it the description of one provider is printed

Operations that share a method and a path are one in OpenAPI, under the name of the first: "x-esign-operations" names
them all.

Providers
${registry.entries.map(({ id, title }) => `  ${id.padEnd(16)}${title}`).join('\n')}
`,
  options: [{ name: 'out', type: 'string' }],
  run: async (surroundings, { values, positionals }) => {
    const known = [...surroundings.registry.entries.map(({ id }) => id), 'emulator'];
    const unknown = positionals.find((id) => !known.includes(id));
    if (unknown !== undefined) throw new UsageError(`There is no provider "${unknown}": ${known.join(', ')}.`);
    const { out } = values;
    if (out === undefined && positionals.length !== 1) {
      throw new UsageError('Name one provider, or a folder for the descriptions of several: --out DIR.');
    }
    const ids = positionals.length > 0 ? positionals : known;
    const { printDescription, writeDescriptions } = await import('./openApi');
    return out === undefined
      ? printDescription(surroundings, ids[0] ?? '')
      : writeDescriptions(surroundings, [...new Set(ids)], out);
  },
};
