import { t } from '@vscode/l10n';
import { shortened } from '../../quoting/shortened';
import { parseExpression } from '../expressions/parseExpression';

/** A workflow of another file. */
export interface ForeignWorkflow {
  /** Name of the source description. */
  readonly source: string;
  readonly workflowId: string;
}

/** `$sourceDescriptions.NAME.WORKFLOW`; undefined for anything else. */
export function readForeign(text: string): ForeignWorkflow | undefined {
  if (!text.startsWith('$')) return undefined;
  const parsed = parseExpression(text);
  if (parsed.kind !== 'expression' || parsed.expression.kind !== 'sourceDescriptions') return undefined;
  const { name: source, reference: workflowId } = parsed.expression;
  return { source, workflowId };
}

export function writeForeign({ source, workflowId }: ForeignWorkflow): string {
  return `$sourceDescriptions.${source}.${workflowId}`;
}

export function foreignForm(text: string): string {
  return t(
    '"{0}" names no workflow: write its name, or $sourceDescriptions.NAME.WORKFLOW for one of another file.',
    shortened(text),
  );
}
