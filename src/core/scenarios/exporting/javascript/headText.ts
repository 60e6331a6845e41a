import type { ExportPlan } from '../plan/exportPlan';
import { commentText } from './scenarioText';

/** What a reader has to know before the first line: where it comes from, how it is run, and what it needs. */
export function headLines(plan: ExportPlan, calls: readonly string[], giving: string): readonly string[] {
  const needed = variablesOf(plan);
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

/** Each with what it is without being set. */
function variablesOf({ apis, workflows, starts }: ExportPlan): readonly string[] {
  const addresses = apis.map(({ variable, baseUrl }) => `${variable} (${baseUrl} without it)`);
  const credentials = apis.flatMap((api) => api.credentials.map(({ variable }) => `${variable} (needed)`));
  const inputs = workflows
    .filter(({ workflowId }) => starts.includes(workflowId))
    .flatMap((workflow) => workflow.inputs)
    .map(({ variable, fallback, isRequired }) => {
      if (fallback !== undefined) return `${variable} (as in the scenario without it)`;
      return `${variable} (${isRequired ? 'needed' : 'may be set'})`;
    });
  return [...new Set([...addresses, ...credentials, ...inputs])];
}
