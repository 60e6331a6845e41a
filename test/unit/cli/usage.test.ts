import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { runCommandLine } from '../../../src/cli/commandLine';
import type { Surroundings } from '../../../src/cli/surroundings';
import { ProviderRegistry } from '../../../src/core/registry';
import { demoProvider } from '../emulator/demoProvider';
import { useWorkplace } from './workplace';

const commands = [
  'operations',
  'openapi',
  'validate',
  'send',
  'run',
  'export',
  'translate',
  'import',
  'emulator',
  'listen',
  'trigger',
  'mcp',
];

describe('esign', () => {
  const workplace = useWorkplace();

  interface Row {
    readonly args: readonly string[];
    readonly code: number;
    readonly out?: RegExp;
    readonly err?: RegExp;
  }
  const rows: readonly Row[] = [
    { args: [], code: 0, out: /Usage: esign <command>.*operations.*validate.*send.*translate.*emulator/s },
    { args: ['--help'], code: 0, out: /Usage: esign <command>/ },
    { args: ['help', 'send'], code: 0, out: /Usage: esign send FILE/ },
    { args: ['--version'], code: 0, out: new RegExp(`^${version.replaceAll('.', '\\.')}\n$`) },
    { args: ['operations', '--help'], code: 0, out: /Usage: esign operations/ },
    { args: ['validate', '-h'], code: 0, out: /Usage: esign validate FILE/ },
    { args: ['send', '--help'], code: 0, out: /as ESIGN_<PROVIDER>_<FIELD>; "esign operations" lists the variables/ },
    { args: ['export', '--help'], code: 0, out: /Usage: esign export k6\|artillery\|http\|vitest FILE/ },
    { args: ['emulator', '--help'], code: 0, out: /--port-base N/ },
    { args: ['mcp', '--help'], code: 0, out: /--allow-connection PROVIDER\/ID/ },
    { args: ['sned'], code: 2, err: /There is no command sned\. Did you mean "esign send"\?\nSee "esign --help"/ },
    { args: ['constructor'], code: 2, err: /There is no command constructor\.\n/ },
    { args: ['--jsn'], code: 2, err: /There is no option --jsn/ },
    {
      args: ['send', 'a', '--jsn'],
      code: 2,
      err: /There is no option --jsn\. Did you mean --json\?\nSee "esign send --help"/,
    },
    { args: ['send', 'a', '--base-url'], code: 2, err: /--base-url needs a value/ },
    { args: ['send', 'a', '--connection', '--json'], code: 2, err: /--connection needs a value/ },
    { args: ['send', 'a', '--var'], code: 2, err: /--var needs a value/ },
    { args: ['send', 'a', '--json=yes'], code: 2, err: /--json takes no value/ },
    { args: ['send'], code: 2, err: /Name the request files to send/ },
    { args: ['translate'], code: 2, err: /Name one request file/ },
    { args: ['import'], code: 2, err: /Name the files to import/ },
    { args: ['translate', 'a', '--overwrite'], code: 2, err: /--overwrite needs --out/ },
    { args: ['validate'], code: 2, err: /Name the files/ },
    { args: ['operations', 'demo-notes', 'x'], code: 2, err: /takes one provider: x/ },
    { args: ['operations', 'demo-note'], code: 2, err: /no provider "demo-note"\. Did you mean "demo-notes"\?/ },
    { args: ['mcp', 'x'], code: 2, err: /takes no argument: x/ },
    { args: ['mcp', '--allow-connection', 'sandbox'], code: 2, err: /must be PROVIDER\/ID, with one of demo-notes/ },
    { args: ['mcp', '--files', 'nowhere'], code: 2, err: /--files nowhere: There is no such folder/ },
    { args: ['emulator', '--port-base', '70000'], code: 2, err: /--port-base must be a port/ },
    { args: ['emulator', '--port', '65536'], code: 2, err: /--port must be a port from 0 to 65535/ },
    { args: ['emulator', '--port', '-1'], code: 2, err: /--port/ },
    { args: ['emulator', '--port', '1', '--port-base', '1'], code: 2, err: /exclude each other/ },
    { args: ['emulator', '--port-base=x'], code: 2, err: /--port-base must be a port/ },
  ];
  for (const row of rows) {
    it(`esign ${row.args.join(' ')}`, () => check(row));
  }

  async function check({ args, code, out, err }: Row): Promise<void> {
    const result = await workplace().run(args);
    assert.equal(result.code, code);
    if (out) assert.match(result.out, out);
    else assert.equal(result.out, '');
    if (err) assert.match(result.err, err);
    else assert.equal(result.err, '');
  }

  for (const args of [['--help'], ['--version'], ['help', 'send'], ...commands.map((name) => [name, '--help'])]) {
    it(`esign ${args.join(' ')} loads no provider`, async () => {
      const load = () => Promise.reject(new Error('it was loaded'));
      const registry = new ProviderRegistry([{ ...demoProvider, load }]);
      const code = await runCommandLine({ ...workplace().surroundings({}), registry }, args);
      assert.equal(code, 0);
    });
  }

  it('prints a problem even for a mistake of its own', async () => {
    workplace().write('request.esign.json', { operation: 'demo-notes/get-note', connection: 'emulator' });
    const printed = { out: '', err: '' };
    const broken: Surroundings = {
      ...workplace().surroundings({}),
      registry: new ProviderRegistry([{ ...demoProvider, load: () => Promise.reject(new Error('no such chunk')) }]),
      out: (text) => {
        printed.out += text;
      },
      err: (text) => {
        printed.err += text;
      },
    };
    assert.equal(await runCommandLine(broken, ['send', 'request.esign.json', '--json']), 70);
    const { problem } = JSON.parse(printed.out);
    assert.deepEqual([problem.kind, problem.cause], ['bug', 'no such chunk']);
    assert.match(printed.err, /^This is a mistake in esign itself:\nError: no such chunk/);
  });
});
