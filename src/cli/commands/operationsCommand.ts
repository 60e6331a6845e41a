import { nearest } from '../../core/forms/wording/nearest';
import { limitWords } from '../../core/limitWords';
import type { Provider } from '../../core/provider';
import { oneLine } from '../../core/quoting/oneLine';
import { credentialVariables } from '../../headless/environmentCredentials';
import { listOperations } from '../../headless/listOperations';
import { paintFor } from '../print/paint';
import { table } from '../print/table';
import { type Command, type Surroundings, UsageError } from '../surroundings';

export const operationsCommand: Command = {
  summary: 'List the operations of all providers, or of one',
  help: ({ registry }) => `Lists every operation that a request file can name, and the variables that hold credentials.

Usage: esign operations [PROVIDER] [--json]

Options
  --json   [{ operation, provider, title, method, path, docs }]

Providers
${registry.entries.map(({ id, title }) => `  ${id.padEnd(16)}${title}`).join('\n')}
`,
  options: [{ name: 'json', type: 'boolean' }],
  run: async (surroundings, { flags, positionals }) => {
    const providers = await wanted(surroundings, positionals);
    if (flags.has('json')) surroundings.out(`${JSON.stringify(listOperations(providers), undefined, 2)}\n`);
    else surroundings.out(providers.map((provider) => chapter(surroundings, provider)).join('\n'));
    return 0;
  },
};

/** Of one that is named no other is loaded. */
async function wanted({ registry }: Surroundings, [id, ...others]: readonly string[]): Promise<readonly Provider[]> {
  if (others.length > 0) throw new UsageError(`"esign operations" takes one provider: ${oneLine(others.join(' '))}`);
  if (id === undefined) return registry.all();
  const provider = await registry.provider(id);
  if (provider !== undefined) return [provider];
  const meant = nearest(id, registry.ids);
  const advice = meant === undefined ? `There is ${registry.ids.join(', ')}.` : `Did you mean "${meant}"?`;
  throw new UsageError(`There is no provider "${oneLine(id)}". ${advice}`);
}

function chapter(surroundings: Surroundings, provider: Provider): string {
  const { title, notice, operations } = provider;
  const paint = paintFor(surroundings);
  const rows = operations.map(({ id, method, path, title: name }) => [id, name, `${method} ${path}`]);
  return `${paint.bold(title)}\n${notice === undefined ? '' : `  ${notice}\n`}${table(rows, '  ')}${credentialLines(provider)}${limitLines(provider)}`;
}

function limitLines({ environments }: Provider): string {
  const rows = environments.flatMap(({ title, limits }) =>
    (limits === undefined ? [] : limitWords(limits)).map((words, index) => [index === 0 ? `${title}:` : '', words]),
  );
  return rows.length === 0 ? '' : table(rows, '  ');
}

/** Each line is a set that is enough. */
function credentialLines(provider: Provider): string {
  const rows = credentialVariables(provider).map((names, index) => [
    index === 0 ? 'Credentials:' : 'or',
    names.join(' '),
  ]);
  return table(rows, '  ');
}
