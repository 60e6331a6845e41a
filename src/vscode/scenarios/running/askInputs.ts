import { t } from '@vscode/l10n';
import { readInput } from '../../../core/scenarios/inputs/inputs';
import type { LinkedWorkflow } from '../../../core/scenarios/linking/linkedScenario';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { showInput } from '../../shell/asking/boxes';
import { noticeText } from '../../shell/noticeText';
import { missingInputsOf } from './missingInputs';

/** Asks for the inputs that a workflow needs, nobody has given, and it has no default of. Undefined when the user gave up. */
export async function askInputs(
  { workflowId, inputs: schema }: LinkedWorkflow,
  known: JsonObject,
): Promise<JsonObject | undefined> {
  const given: [string, JsonValue][] = [];
  for (const { name, isSecret, description } of missingInputsOf(schema)) {
    if (Object.hasOwn(known, name)) continue;
    const text = await showInput({
      title: noticeText(`${workflowId}: ${name}`),
      prompt: noticeText(description ?? t('The workflow needs the input "{0}".', name)),
      password: isSecret,
    });
    if (text === undefined) return undefined;
    given.push([name, readInput(schema, name, text)]);
  }
  return { ...known, ...Object.fromEntries(given) };
}
