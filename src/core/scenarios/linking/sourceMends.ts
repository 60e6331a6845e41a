import { t } from '@vscode/l10n';
import type { Mend } from '../../../protocol/form';
import { nearest } from '../../forms/wording/nearest';
import type { Findings } from '../document/findings';
import { appending, rewriting, writing } from '../document/mends';
import type { Scenario } from '../document/scenario';
import type { SourceCalls } from './callsOf';
import type { LinkPorts } from './linkedScenario';
import { bundledScheme } from './resolveSources';

export interface LinkContext {
  readonly findings: Findings;
  readonly scenario: Scenario;
  readonly sources: ReadonlyMap<string, SourceCalls>;
  readonly ports: LinkPorts;
}

/** A source that is spelled otherwise, or one that needs no description beside the file. */
export function missingSource(
  { findings, scenario, ports }: LinkContext,
  name: string,
  pointer: string,
): Mend | undefined {
  const meant = nearest(
    name,
    scenario.sources.map((source) => source.name),
  );
  const place = (one: string) => `$sourceDescriptions.${one}.`;
  if (meant !== undefined) return rewriting(pointer, findings.written(pointer), place(name), place(meant));
  if (![...ports.providerIds, ports.control.id].includes(name)) return undefined;
  const source = { name, url: `${bundledScheme}${name}`, type: 'openapi' };
  return appending(t('Add the source {0}', `${bundledScheme}${name}`), '/sourceDescriptions', source);
}

/** Where none of several sources is named: the only one that has the operation. */
export function severalSources(
  { scenario, sources }: LinkContext,
  id: string | undefined,
  pointer: string,
): Mend | undefined {
  if (id === undefined) return undefined;
  const having = scenario.sources.filter(({ name }) => (sources.get(name)?.named(id).length ?? 0) > 0);
  const [only, ...others] = having;
  return only === undefined || others.length > 0 ? undefined : writing(pointer, operationNamed(only.name, id));
}

export function operationNamed(source: string | undefined, id: string): string {
  return source === undefined ? id : `$sourceDescriptions.${source}.${id}`;
}
