import type { HistoryEntry } from '../../history/entry';
import { bundledScheme } from '../linking/resolveSources';
import { callOf } from './callOf';
import { JourneyValues } from './journeyValues';
import { proposedCriteria } from './proposedCriteria';
import { type ReadCalls, type RecordedCall, type RecordPorts, readCalls } from './recordedCall';
import { rewriteRequests } from './requestRewriter';
import { stepNames } from './stepNames';
import { writeDocument } from './writeDocument';

export interface RecordedScenario {
  /** YAML. */
  readonly text: string;
  readonly steps: number;
}

export interface RecordOptions extends RecordPorts {
  /** URI of the folder that file values of the scenario start from. */
  readonly folder?: string | undefined;
}

/** Makes a scenario of what was sent: a step for each call, with all that differs from run to run taken from the replies. */
export async function recordScenario(
  entries: readonly HistoryEntry[],
  options: RecordOptions,
): Promise<RecordedScenario> {
  const { calls, leftOut } = await readCalls(entries, options);
  const names = stepNames(calls);
  const values = new JourneyValues(calls, names);
  const requests = rewriteRequests(calls, values, options.folder);
  const sources = new Map(calls.map((call) => [sourceName(call, calls), sourceUrl(call, calls)]));
  const steps = calls.map((call, index) => {
    const called = callOf(call, sourceName(call, calls), requests[index] ?? {});
    const outputs = values.outputs(index);
    return {
      stepId: names[index] ?? '',
      ...called,
      successCriteria: proposedCriteria(call, (value) => values.isOfJourney(value)),
      ...(outputs && { outputs }),
    };
  });
  const inputs = values.inputs.schema();
  const day = new Date(calls[0]?.entry.sentAt ?? 0).toISOString().slice(0, 10);
  const text = writeDocument(
    {
      arazzo: '1.0.1',
      info: { title: `Recorded on ${day}`, version: '1.0.0' },
      sourceDescriptions: [...sources].map(([name, url]) => ({ name, url, type: 'openapi' })),
      workflows: [
        {
          workflowId: 'recorded',
          summary: summaryOf(calls),
          ...(inputs && { inputs }),
          steps,
        },
      ],
    },
    commentOf({ calls, leftOut }, values.remarks),
  );
  return { text, steps: steps.length };
}

/** One emulator needs no name of its own. */
function sourceName({ provider, emulatorOf }: RecordedCall, calls: readonly RecordedCall[]): string {
  return emulatorOf === undefined || !areSeveral(calls) ? provider.id : `${provider.id}-${emulatorOf}`;
}

function sourceUrl({ provider, emulatorOf }: RecordedCall, calls: readonly RecordedCall[]): string {
  const place = emulatorOf === undefined || !areSeveral(calls) ? provider.id : `${provider.id}/${emulatorOf}`;
  return `${bundledScheme}${place}`;
}

function areSeveral(calls: readonly RecordedCall[]): boolean {
  return new Set(calls.map(({ provider, emulatorOf }) => emulatorOf ?? provider.id)).size > 1;
}

function summaryOf(calls: readonly RecordedCall[]): string {
  const titles = [
    ...new Set(calls.filter(({ emulatorOf }) => emulatorOf === undefined).map(({ provider }) => provider.title)),
  ];
  const count = calls.length === 1 ? '1 step' : `${calls.length} steps`;
  return `${count} with ${titles.join(' and ')}, as they were sent.`;
}

function commentOf({ leftOut }: ReadCalls, remarks: readonly string[]): readonly string[] {
  return [
    'Recorded from the history. Secrets, tokens and links are not kept there and not written here.',
    ...remarks,
    ...(leftOut.length === 0
      ? []
      : ['No steps of these were made:', ...[...new Set(leftOut)].map((said) => `- ${said}`)]),
  ];
}
