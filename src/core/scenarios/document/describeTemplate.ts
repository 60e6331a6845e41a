import { readScenario } from './readScenario';

/** What is said of a scenario where one is chosen to start from. */
export interface TemplateDescription {
  readonly title: string;
  /** What its workflows show. */
  readonly shows: string;
}

/** Undefined for a text that is no scenario. */
export function describeTemplate(text: string, fileName: string): TemplateDescription | undefined {
  const { scenario } = readScenario(text, fileName);
  if (scenario === undefined) return undefined;
  const { title, workflows } = scenario;
  return { title, shows: workflows.flatMap(({ summary }) => summary?.trim() ?? []).join(' ') };
}
