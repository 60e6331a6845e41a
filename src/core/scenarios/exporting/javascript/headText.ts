import type { ExportPlan, PlannedApi, PlannedInput } from '../plan/exportPlan';
import { commentText } from './scenarioText';

/** What a reader has to know before the first line: where it comes from, how it is run, and what it needs. */
export function headLines(
  plan: ExportPlan,
  calls: readonly string[],
  giving: string,
  needed = variablesOf(plan),
): readonly string[] {
  return [
    `${plan.title}: exported from ${plan.file} by "esign export". Holds no secret.`,
    '',
    ...calls.map((call) => `  ${call}`),
    '',
    `Environment, such as ${giving}:`,
    ...needed.map((line) => `  ${line}`),
    'Live accounts are refused. An emulator listens at the addresses above after: esign emulator --port-base 4010',
  ].map(commentText);
}

export function headText(plan: ExportPlan, calls: readonly string[], giving: string): string {
  return headLines(plan, calls, giving)
    .map((line) => `// ${line}`.trimEnd())
    .join('\n')
    .concat('\n');
}

export function credentialLines({ credentials }: PlannedApi): readonly string[] {
  return credentials.map(({ variable }) => `${variable} (needed)`);
}

/** Each with what it is without being set. */
function variablesOf(plan: ExportPlan): readonly string[] {
  const { apis } = plan;
  const addresses = apis.map(({ variable, baseUrl }) => `${variable} (${baseUrl} without it)`);
  const credentials = apis.flatMap(credentialLines);
  const inputs = givenInputs(plan).map((input) =>
    input.fallback === undefined ? inputLine(input) : `${input.variable} (as in the scenario without it)`,
  );
  return [...new Set([...addresses, ...credentials, ...inputs])];
}

/** Of workflows that nothing runs. */
export function givenInputs({ workflows, starts }: ExportPlan): readonly PlannedInput[] {
  return workflows.filter(({ workflowId }) => starts.includes(workflowId)).flatMap(({ inputs }) => inputs);
}

export function inputLine({ variable, isRequired }: PlannedInput): string {
  return `${variable} (${isRequired ? 'needed' : 'may be set'})`;
}
