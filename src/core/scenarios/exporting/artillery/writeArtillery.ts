import { stringify } from 'yaml';
import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { headLines } from '../javascript/headText';
import type { ExportPlan, PlannedApi } from '../plan/exportPlan';
import { linearSteps } from '../plan/linearSteps';
import type { WrittenExport } from '../writtenExport';
import { ArtilleryNames } from './artilleryNames';
import { ArtilleryValues, withoutTemplates } from './artilleryValues';
import { FlowWriter } from './flowWriter';

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
  const [first, ...others] = plan.apis;
  const addresses = Object.fromEntries(others.map(({ id, baseUrl }) => [names.of('address', id), baseUrl]));
  const variables = { ...addresses, ...values.variables };
  const script = {
    config: {
      target: first?.baseUrl ?? '',
      phases: [{ duration: 1, arrivalCount: 1 }],
      plugins: { expect: { reportFailuresAsErrors: true, outputFormat: 'prettyError' } },
      ...(Object.keys(variables).length > 0 && { variables }),
    },
    scenarios: [{ name: withoutTemplates(plan.title || plan.file), flow }],
  } satisfies JsonObject;
  return { text: `${head(plan)}${yamlOf(script)}`, remarks: all };
}

function variableOf(apis: readonly PlannedApi[], id: string, field: string): string {
  const credentials = apis.find((api) => api.id === id)?.credentials ?? [];
  return credentials.find((one) => one.field === field)?.variable ?? field;
}

function head(plan: ExportPlan): string {
  const calls = [
    'artillery run FILE',
    'artillery run --target URL FILE, for another address',
    `artillery run --variables '{"NAME": "VALUE"}' FILE, for other inputs`,
    `artillery run --overrides '{"config": {"phases": [{"duration": 60, "arrivalRate": 10}]}}' FILE, for more of it`,
  ];
  return headLines(plan, calls, 'NAME=VALUE artillery run FILE')
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
