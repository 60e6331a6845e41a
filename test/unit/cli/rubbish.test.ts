import assert from 'node:assert/strict';
import { runCommandLine } from '../../../src/cli/commandLine';
import { ProviderRegistry } from '../../../src/core/registry';
import { providers } from '../../../src/providers';
import { createNote, useWorkplace } from './workplace';

const file = 'request.esign.json';
const scenario = `arazzo: 1.0.1
info: { title: One call, version: '1' }
sourceDescriptions: [{ name: demo, url: 'esign:demo-notes', type: openapi }]
workflows:
  - workflowId: only
    steps:
      - stepId: reads
        operationId: $sourceDescriptions.demo.get-note
        parameters: [{ name: note_id, in: path, value: first }]
`;

interface Row {
  /** In the place of `?`; `OF` stands for a provider with webhooks, `EVENT` for one of its events. */
  readonly call: string;
  readonly rubbish: readonly string[];
  /** What is said: where it is, or what is written instead. */
  readonly says: RegExp;
  readonly code?: number;
}

const addresses = ['::::', 'ftp://h', 'http://a:secret@h', 'h', '/x', ' '];
const hosts = ['::::', 'a b', 'http://h', 'h:0', 'h:99999', 'h/x', '*', 'a@b', 'ä/x', 'h%41', '1.2.3.4.5.6', '..'];
const numbers = ['x', '-1', '1.5', '1e9', '0x10', '99999999999', '٣', ' 1', 'NaN'];

const rows: readonly Row[] = [
  { call: 'diagnose demo-notes --base-url=?', rubbish: addresses, says: /base URL cannot be used\n.*Next: Enter an/s },
  {
    call: 'diagnose ?',
    rubbish: ['nobody', 'demo-notes/nope', '__proto__'],
    says: /There is no (?:provider|connection)/,
  },
  { call: 'emulator --port=?', rubbish: numbers, says: /--port must be a port from 0 to 65535, not "/ },
  { call: 'emulator --port-base=?', rubbish: numbers, says: /--port-base must be a port from 1 to 65000, not "/ },
  {
    call: 'emulator --clock-speed=?',
    rubbish: [...numbers, '0'].filter((one) => one !== '1.5'),
    says: /--clock-speed must be/,
  },
  {
    call: 'emulator --host=?',
    rubbish: [...hosts, 'h:80', '[::1]:80'],
    says: /--host: .* such as 0\.0\.0\.0 for all, not at "/,
  },
  {
    call: 'emulator --host=?',
    rubbish: ['203.0.113.7'],
    says: /no address of this machine .*\nChoose another one with --host/,
    code: 1,
  },
  { call: 'emulator --allow-host=?', rubbish: hosts, says: /--allow-host: An allowed host is .*, not ".*": / },
  {
    call: 'emulator --deliver-to=?',
    rubbish: hosts,
    says: /--deliver-to: Webhooks go to hosts by name.*, not to ".*": /,
  },
  {
    call: 'emulator --port=0 --public-url=?',
    rubbish: [...addresses, 'https://h/?q', 'https://h/#f'],
    says: /--public-url: .*must be http/,
  },
  { call: 'emulator --key=key --cert=?', rubbish: ['nowhere', '.'], says: /--cert \S+ cannot be read/ },
  { call: `emulator --key=key --cert=${file}?`, rubbish: [''], says: /--cert request\.esign\.json is no PEM file/ },
  {
    call: 'emulator --seed=?',
    rubbish: ['nowhere', '.', file, 'broken.yaml'],
    says: /Nothing was started\. Mend the seed/,
  },
  {
    call: 'emulator --state=?',
    rubbish: ['.', file, 'nowhere/x', `${file}/x`, 'broken.yaml'],
    says: /--state: .*\n.*(?:[Nn]ame|Make)/,
    code: 1,
  },
  {
    call: 'emulator --fault=?',
    rubbish: ['{bad', 'demo-notes', 'demo-notes:{', '{"status":500', '{} x'],
    says: /--fault .*It is no JSON, from character \d+ on\. \S+/,
  },
  {
    call: 'emulator --fault=?',
    rubbish: ['[]', '7', 'null', '"x"', 'demo-notes:[]'],
    says: /--fault .*It must be an object, such as /,
  },
  {
    call: 'emulator --fault=?',
    rubbish: ['{"status":1}', '{}', '{"webhook":"x"}', '{"status":500,"probability":7}'],
    says: /--fault .*(?:may|must) (?:have|say)/,
  },
  {
    call: 'emulator --fault=?',
    rubbish: ['nobody:{"status":500}', '{"status":500,"operation":"x"}'],
    says: /There is no (?:emulator|operation)/,
  },
  {
    call: `run scenario.yaml --workflow=?`,
    rubbish: ['nope', '__proto__'],
    says: /There is no workflow ".*"\. There is only\./,
  },
  {
    call: `run scenario.yaml --connection=?`,
    rubbish: ['nope', '__proto__'],
    says: /There is no connection ".*"\n.*Next: /s,
  },
  { call: `run scenario.yaml --base-url=?`, rubbish: addresses, says: /base URL cannot be used\n.*Next: /s },
  {
    call: `run scenario.yaml --emulator --inputs=?`,
    rubbish: ['nowhere', '.', 'broken.yaml'],
    says: /--inputs \S+: |--inputs \S+, line 1: /,
  },
  {
    call: `run scenario.yaml --emulator --input=?`,
    rubbish: ['x', '=1', 'a b=1'],
    says: /--input needs a name and a value, such as/,
  },
  {
    call: `run scenario.yaml --emulator --parallel=?`,
    rubbish: [...numbers, '0'],
    says: /--parallel must be a number from 1 to 100/,
  },
  {
    call: `run scenario.yaml --emulator --repeat=?`,
    rubbish: [...numbers, '0'],
    says: /--repeat must be a number from 1 to 100000/,
  },
  {
    call: `run scenario.yaml --emulator --timeout=?`,
    rubbish: [...numbers, '0'],
    says: /--timeout must be a number from 1 to 86400/,
  },
  { call: `run scenario.yaml --emulator --retry=?`, rubbish: numbers, says: /--retry needs a number from 0 to 10/ },
  {
    call: `run scenario.yaml --emulator --reporter=?`,
    rubbish: ['x', 'junit=.', `junit=${file}/x`],
    says: /There is no reporter|No report can be written to/,
  },
  { call: `run scenario.yaml --emulator --out=?`, rubbish: ['.', `${file}/x`], says: /No report can be written to/ },
  { call: `export http scenario.yaml --base-url=?`, rubbish: addresses, says: /The address cannot be used\n.*Next: /s },
  {
    call: `export http scenario.yaml --connection=?`,
    rubbish: ['nope', '__proto__'],
    says: /There is no environment .*Next: /s,
  },
  { call: `export http scenario.yaml --workflow=?`, rubbish: ['nope'], says: /There is no workflow .*Next: /s },
  {
    call: `export http scenario.yaml --out=?`,
    rubbish: ['.', 'nowhere/x'],
    says: /is there already|There is no such folder/,
  },
  { call: 'import a.har --base-url=?', rubbish: addresses, says: /--base-url ".*" cannot be used: / },
  { call: 'import a.har --out=?', rubbish: [file], says: /--out request\.esign\.json: It is no folder\. Name one/ },
  {
    call: 'mcp --allow-connection=?',
    rubbish: ['x', 'nobody/x', 'demo-notes/', '/x'],
    says: /--allow-connection must be PROVIDER\/ID/,
  },
  { call: 'mcp --files=?', rubbish: ['nowhere', file], says: /--files \S+: There is no such folder/ },
  { call: 'mcp --history=?', rubbish: [file], says: /--history \S+: It is no folder\. Name one/ },
  { call: `send ${file} --base-url=?`, rubbish: addresses, says: /base URL cannot be used\n.*Next: /s },
  {
    call: `send ${file} --connection=?`,
    rubbish: ['nope', '__proto__'],
    says: /There is no connection ".*"\n.*Next: /s,
  },
  {
    call: `send ${file} --base-url=BASE --rewrite=?`,
    rubbish: ['x', '@', 'a@b@c'],
    says: /It is not clear by what .*Next: /s,
  },
  { call: `send ${file} --base-url=BASE --out=?`, rubbish: ['.', file], says: /Nothing was sent: / },
  { call: `send ${file} --retry=?`, rubbish: numbers, says: /--retry needs a number from 0 to 10/ },
  { call: `send ${file} --var=?`, rubbish: ['x', '=1'], says: /--var needs a name and a value/ },
  { call: `send ${file} --env-file=?`, rubbish: ['nowhere', '.'], says: /There is no such file|It is a folder/ },
  { call: 'listen --port=?', rubbish: numbers, says: /--port must be a port from 0 to 65535, not "/ },
  { call: 'listen --provider=?', rubbish: ['nobody', '__proto__'], says: /No webhooks are known of ".*"\. Known: \w/ },
  { call: 'listen --port=0 --forward-to=?', rubbish: addresses, says: /--forward-to must be an address: / },
  {
    call: 'listen --port=0 --secret=?',
    rubbish: ['NOPE', '__proto__', 'toString', 'a b'],
    says: /--secret names an environment variable, and/,
  },
  {
    call: 'listen --port=0 --provider=OF --public-url=?',
    rubbish: addresses,
    says: /--public-url must be an address: /,
  },
  {
    call: 'listen --port=0 --base-url=?',
    rubbish: addresses,
    says: /--base-url says where --public-url is registered: add/,
  },
  {
    call: 'listen --port=0 --connection=?',
    rubbish: ['nope'],
    says: /--connection says where --public-url is registered: add/,
  },
  { call: 'trigger EVENT --to=?', rubbish: addresses, says: /--to must be an address: / },
  {
    call: 'trigger EVENT --to=BASE --secret=?',
    rubbish: ['NOPE', '__proto__'],
    says: /--secret names an environment variable, and/,
  },
  {
    call: 'trigger EVENT --to=BASE --set=?',
    rubbish: ['x', '=1', 'no.such.place=1', '__proto__.x=1', '/no/place=1'],
    says: /is no path=value, such as|The event has no ".*"\. At its top: \w/,
  },
  { call: 'validate --fix ?', rubbish: ['deep.esign.json'], says: /nested deeper than any API reads/ },
  { call: 'run ?', rubbish: ['deep.arazzo.json'], says: /nested deeper than any API reads/ },
  { call: 'export k6 ?', rubbish: ['deep.arazzo.json'], says: /nested deeper than any API reads/ },
  {
    call: 'trigger ?',
    rubbish: ['nobody/x', '__proto__/x', 'OF/nope --to=BASE'],
    says: /No webhooks are known of|There is no event/,
  },
];

/** Made when it is first asked for. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

describe('Rubbish behind an option', () => {
  const workplace = useWorkplace();
  const real = once(async () => {
    const all = await Promise.all(providers.map(({ load }) => load()));
    return all.find(({ webhooks }) => webhooks?.endpoint !== undefined);
  });

  for (const { call, rubbish, says, code: wanted = 2 } of rows) {
    it(`esign ${call}`, async () => {
      const { write, baseUrl, surroundings } = workplace();
      write(file, createNote);
      write('broken.yaml', '{a: [');
      write('scenario.yaml', scenario);
      write('a.har', { log: { entries: [] } });
      write('deep.esign.json', `{"body":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
      write('deep.arazzo.json', `{"arazzo":"1.0.1","info":${'['.repeat(20_000)}${']'.repeat(20_000)}}`);
      const loaded = await real();
      const event = `${loaded?.id}/${loaded?.webhooks?.events[0]}`;
      for (const one of rubbish) {
        const printed = { out: '', err: '' };
        const fill = (text: string) =>
          text.replace('EVENT', event).replace('OF', String(loaded?.id)).replace('BASE', baseUrl);
        const args = call
          .split(' ')
          .flatMap((part) => (part === '?' ? fill(one).split(' ') : [fill(part).replace('?', one)]));
        // What starts in spite of it ends at once, with another code.
        const starts = args[0] === 'emulator' || args[0] === 'listen' || args[0] === 'mcp';
        const code = await runCommandLine(
          {
            ...surroundings({}, starts ? AbortSignal.abort() : undefined),
            ...((args[0] === 'listen' || args[0] === 'trigger') && { registry: new ProviderRegistry(providers) }),
            out: (text) => {
              printed.out += text;
            },
            err: (text) => {
              printed.err += text;
            },
          },
          args,
        );
        const said = `${printed.err}${printed.out}`;
        assert.equal(code, wanted, `${args.join(' ')}: ${said}`);
        assert.match(said, says, args.join(' '));
        assert.doesNotMatch(said, /secret@|Listening at|# Ready/);
      }
    });
  }
});
