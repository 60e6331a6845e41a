import { isList, isObject } from '../../../json/jsonKinds';
import { joinPointer } from '../../../requests/pointer';
import type { Extent } from '../../text/sourceText';
import { type ScenarioSketch, sketchAround } from './sketch';

export interface OutlinedWorkflow {
  readonly workflowId: string;
  readonly summary: string;
  readonly extent: Extent;
  /** Of its name. */
  readonly named: Extent;
  readonly steps: readonly OutlinedStep[];
}

export interface OutlinedStep {
  readonly stepId: string;
  /** What it calls. */
  readonly calls: string;
  readonly extent: Extent;
  readonly named: Extent;
}

/** The workflows and steps of a text that have a name. */
export function outlineOf(text: string): readonly OutlinedWorkflow[] {
  const sketch = sketchAround(text);
  return itemsAt(sketch, '/workflows').flatMap(({ item, pointer }) => {
    const { workflowId, summary } = item;
    if (typeof workflowId !== 'string') return [];
    return [
      {
        workflowId,
        summary: typeof summary === 'string' ? summary : '',
        extent: sketch.extentOf(pointer),
        named: sketch.extentOf(`${pointer}/workflowId`),
        steps: stepsIn(sketch, pointer),
      },
    ];
  });
}

function stepsIn(sketch: ScenarioSketch, workflow: string): readonly OutlinedStep[] {
  return itemsAt(sketch, `${workflow}/steps`).flatMap(({ item, pointer }) => {
    const { stepId, operationId, operationPath, workflowId } = item;
    if (typeof stepId !== 'string') return [];
    const calls = operationId ?? operationPath ?? workflowId;
    return [
      {
        stepId,
        calls: typeof calls === 'string' ? calls : '',
        extent: sketch.extentOf(pointer),
        named: sketch.extentOf(`${pointer}/stepId`),
      },
    ];
  });
}

function itemsAt(sketch: ScenarioSketch, pointer: string) {
  const list = sketch.valueAt(pointer);
  return (isList(list) ? list : []).flatMap((item, index) =>
    isObject(item) ? [{ item, pointer: joinPointer(pointer, index) }] : [],
  );
}
