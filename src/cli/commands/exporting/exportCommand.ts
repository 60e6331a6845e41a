import { nearest } from '../../../core/forms/wording/nearest';
import { exportTargets } from '../../../headless/scenarios/exportTargets';
import { type Command, UsageError } from '../../surroundings';

export const exportCommand: Command = {
  summary: 'Write a scenario as a file of k6, Artillery, httpYac or Vitest',
  help: () => helpText,
  options: [
    { name: 'out', type: 'string' },
    { name: 'overwrite', type: 'boolean' },
    { name: 'workflow', type: 'string' },
    { name: 'input', type: 'list' },
    { name: 'connection', type: 'string' },
    { name: 'base-url', type: 'string' },
  ],
  run: async (surroundings, args) => {
    const [name, file, ...others] = args.positionals;
    const target = exportTargets.find((one) => one === name);
    if (target === undefined) throw new UsageError(targetFault(name));
    if (file === undefined || others.length > 0) throw new UsageError('Name one scenario file.');
    const { out, connection, 'base-url': baseUrl } = args.values;
    if (args.flags.has('overwrite') && out === undefined) throw new UsageError('--overwrite needs --out.');
    if (connection !== undefined && baseUrl !== undefined) {
      throw new UsageError('--connection and --base-url exclude each other.');
    }
    const { exportFile } = await import('./export');
    return exportFile(surroundings, args, target, file);
  },
};

function targetFault(name: string | undefined): string {
  const known = exportTargets.join(', ');
  if (name === undefined) return `Name what to export to, and a scenario file: ${known}.`;
  const meant = nearest(name, exportTargets);
  return `"${name}" is nothing to export to. ${meant === undefined ? `There is ${known}.` : `Did you mean ${meant}?`}`;
}

const helpText = `Writes a scenario (Arazzo 1.0, *.arazzo.yaml or .json) as one file of another tool, which needs nothing beside it.
Nothing is sent.

Usage: esign export k6|artillery|http|vitest FILE [--out FILE [--overwrite]] [options]

  k6         k6 run OUT                  one machine, k6's cloud, or its operator for Kubernetes
  artillery  artillery run OUT           one machine; artillery run-fargate, run-lambda and run-aci for many
  http       npx httpyac send --all OUT  requests to read and to send one by one
  vitest     npx vitest run OUT          a test file, one test for each workflow

Options
  --out FILE        Write to this file instead of printing it
  --overwrite       Write it even when the file is there already
  --workflow ID     Only this one, with what it depends on. Without it all but those that only others run
  --input K=V       In place of the default of an input; may be given several times
  --connection ID   An environment of the provider to send to; the emulator without it
  --base-url URL    An address to send to

No credential is read, and no secret is written. When the file runs, it takes from its environment
  ESIGN_<PROVIDER>_BASE_URL   where to send; Artillery takes --target URL instead
  ESIGN_<PROVIDER>_<FIELD>    credentials, as "esign send" does; "esign emulator" prints those of its demo account
  ESIGN_INPUT_<NAME>          inputs; Artillery takes --variables '{"NAME": "VALUE"}' for those with a default
Live accounts are refused, now and when the file runs; Artillery sends wherever --target says.

What the other tool cannot do is said with its line. Where the scenario would be another one without it, as with a goto
in Artillery, nothing is written; a check that cannot be asked is left out and named.

Load on more than one machine
  A scenario for load creates what it uses: many users cannot sign the same document at once. The address must be one
  that all machines reach, and emulators listen on their own machine alone.
  k6:         kubectl create configmap signers --from-file OUT, and a TestRun of the k6 operator with parallelism: 10 and
              arguments: --vus 1000 --iterations 1000; runner.envFrom brings the environment. Or: k6 cloud run OUT
  Artillery:  artillery run-fargate --count 10 --env-file .env OUT    (AWS Fargate)
              artillery run-lambda --count 10 --env-file .env OUT     (AWS Lambda)
              artillery run-aci --count 10 --env-file .env OUT        (Azure Container Instances)
  Of a thousand virtual signers each of ten machines plays a hundred: k6 shares its --vus out by itself, and Artillery
  runs the whole of its phases on each, so that they name a hundred.

Exit codes
  0  written; warnings say what is different there
  2  the file is not valid, or cannot be exported as it is
`;
