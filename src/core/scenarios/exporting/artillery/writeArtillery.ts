import { stringify } from 'yaml';
import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { credentialLines, givenInputs, headLines, inputLine } from '../javascript/headText';
import type { ExportPlan, PlannedApi } from '../plan/exportPlan';
import { linearSteps } from '../plan/linearSteps';
import type { WrittenExport } from '../writtenExport';
import { ArtilleryNames } from './artilleryNames';
import { ArtilleryValues } from './artilleryValues';
import { FlowWriter } from './flowWriter';
import { withoutTemplates } from './templates';

/** A test script of Artillery (artillery.io), which runs as well on Fargate, Lambda and Azure Container Instances. */
export function writeArtillery(plan: ExportPlan): WrittenExport {
  const { steps, remarks } = linearSteps(plan, 'Artillery');
  const names = new ArtilleryNames();
  const values = new ArtilleryValues(names, (api, field) => variableOf(plan.apis, api, field));
  const writer = new FlowWriter(plan.apis, names, values);
  // What a step keeps is known when what comes after it was written.
  const flow = steps
    .toReversed()
    .map((step) => writer.flowOf(step))
    .toReversed()
    .flat();
  const all = [...remarks, ...values.remarks];
  if (all.some(({ severity }) => severity === 'error')) return { text: undefined, remarks: all };
  const [first] = plan.apis;
  const variables = { ...Object.fromEntries(writer.addresses), ...values.variables };
  const script = {
    config: {
      target: first?.baseUrl ?? '',
      phases: [{ duration: 1, arrivalCount: 1 }],
      plugins: { expect: { reportFailuresAsErrors: true, outputFormat: 'prettyError' } },
      ...(Object.keys(variables).length > 0 && { variables }),
    },
    scenarios: [{ name: withoutTemplates(plan.title || plan.file), flow }],
  } satisfies JsonObject;
  return { text: `${head(plan, [...writer.addresses.keys()])}${yamlOf(script)}`, remarks: all };
}

function variableOf(apis: readonly PlannedApi[], id: string, field: string): string {
  const credentials = apis.find((api) => api.id === id)?.credentials ?? [];
  return credentials.find((one) => one.field === field)?.variable ?? field;
}

/** `elsewhere`: variables with addresses that are not below the target. */
function head(plan: ExportPlan, elsewhere: readonly string[]): string {
  const moved = elsewhere.map((name) => `"${name}": "URL"`).join(', ');
  const calls = [
    'artillery run FILE',
    elsewhere.length === 0
      ? 'artillery run --target URL FILE, for another address'
      : `artillery run --target URL --variables '{${moved}}' FILE, for other addresses`,
    `artillery run --variables '{"NAME": "VALUE"}' FILE, for other inputs`,
    `artillery run --overrides '{"config": {"phases": [{"duration": 60, "arrivalRate": 10}]}}' FILE, for more of it`,
  ];
  const inputs = givenInputs(plan).filter(({ fallback }) => fallback === undefined);
  const needed = [...new Set([...plan.apis.flatMap(credentialLines), ...inputs.map(inputLine)])];
  return headLines(plan, calls, 'NAME=VALUE artillery run FILE', needed)
    .map((line) => `# ${line}`.trimEnd().concat('\n'))
    .join('');
}

/** Strings in quotes: what looks like a number or a date stays a text for every reader. */
function yamlOf(script: JsonValue): string {
  return stringify(script, {
    lineWidth: 0,
    aliasDuplicateObjects: false,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
  });
}
