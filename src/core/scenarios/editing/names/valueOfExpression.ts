import type { Shape } from '../../../forms/shapes/shape';
import { splitPointer } from '../../../requests/pointer';
import type { Expression } from '../../expressions/expression';
import { parseExpression } from '../../expressions/parseExpression';
import { bodyShapes, parametersOfCalls, replyShapes } from './replyShapes';
import { type NamesInScope, outputsIn, stepsIn, workflowNamed, workflowOfStep } from './scope';
import { calledBy } from './world';

/** Outputs that lead to outputs; more than any scenario has, and an end for those that lead back to themselves. */
const mostSteps = 10;

/** The shapes that the value of an expression may have, as far as the schemas say it. */
export function shapesOfExpression(
  expression: Expression,
  scope: NamesInScope,
  more: readonly string[] = [],
  left = mostSteps,
): readonly Shape[] {
  if (left === 0) return [];
  const { operations } = scope;
  switch (expression.kind) {
    case 'message': {
      const { side, source } = expression;
      if (source.kind !== 'body') {
        const known = parametersOfCalls(operations).filter((one) => one.name === source.name && one.in === source.kind);
        return known.map(({ shape }) => shape);
      }
      const path = [...splitPointer(source.pointer), ...more];
      return side === 'response' ? replyShapes(operations, path) : bodyShapes(operations, undefined, path);
    }
    case 'steps': {
      const step = stepsIn(scope.workflow).find(({ stepId }) => stepId === expression.stepId);
      const called = calledBy(step, scope.world);
      const inner = { ...scope, step, called, operations: called?.operations ?? [] };
      return throughOutput(
        outputsIn(step)[expression.name],
        inner,
        [...splitPointer(expression.pointer), ...more],
        left,
      );
    }
    case 'workflows':
    case 'outputs': {
      const owner =
        expression.kind === 'workflows' ? workflowNamed(scope, expression.workflowId) : workflowOfStep(scope);
      const isOwn = expression.kind === 'outputs' && scope.called?.call.kind !== 'workflow';
      const inner = isOwn ? { ...scope, step: undefined, called: undefined, operations: [] } : owner?.scope;
      const path = [...splitPointer(expression.pointer), ...more];
      return inner === undefined ? [] : throughOutput(outputsIn(inner.workflow)[expression.name], inner, path, left);
    }
    default:
      return [];
  }
}

function throughOutput(text: unknown, scope: NamesInScope, more: readonly string[], left: number): readonly Shape[] {
  const parsed = typeof text === 'string' ? parseExpression(text) : undefined;
  return parsed?.kind === 'expression' ? shapesOfExpression(parsed.expression, scope, more, left - 1) : [];
}
