import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { OfferedScenario } from '../../agents/agentWorkplace';
import { isScenarioFile, scenarioFilesWithin } from '../scenarios/findScenarioFiles';

/** Templates by their provider and name, and the files below the working folder by their paths. */
export function offeredScenarios(templates: string, cwd: string): readonly OfferedScenario[] {
  const files = scenarioFilesWithin(cwd).map((name) => ({ name, kind: 'file' as const }));
  return [...namedTemplates(templates), ...files];
}

function namedTemplates(folder: string): readonly OfferedScenario[] {
  return namesIn(folder).flatMap((provider) =>
    namesIn(path.join(folder, provider))
      .filter(isScenarioFile)
      .map((file) => ({ name: `${provider}/${withoutEnding(file)}`, kind: 'template' as const, provider })),
  );
}

/** The file of a template; undefined for what names none. */
export function templateFile(folder: string, name: string): string | undefined {
  const isKnown = namedTemplates(folder).some((template) => template.name === name);
  const [provider = '', template = ''] = name.split('/');
  const file = namesIn(path.join(folder, provider)).find((one) => withoutEnding(one) === template);
  return isKnown && file !== undefined ? path.join(folder, provider, file) : undefined;
}

function withoutEnding(file: string): string {
  return file.slice(0, file.indexOf('.arazzo.'));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    // Whoever runs it from elsewhere has no templates.
    return [];
  }
}
