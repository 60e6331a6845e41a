import type { EmulatedRequest, RefusedReply, Rejection } from '../../../core/emulation';
import type { Shape } from '../../../core/forms/shapes/shape';
import { shapeOf } from '../../../core/forms/shapes/shapeOf';
import type { Operation } from '../../../core/operation';
import { splitPointer } from '../../../core/requests/pointer';
import { isUndocumented, type Refusals } from '../../../kit/emulatedAccess';
import { hasNoBody, methodsAt, propertyPath } from '../../../kit/refusing/namedFaults';
import type { Issue } from '../../../protocol/form';
import { type FailureId, failures } from '../failures';
import { operations } from '../operations/operations';

export const refusals = { reject, rejectInvalid, unknownRoute } satisfies Refusals;

/** Of values that are wrong each is named; all else is said in one sentence. */
function reject(rejection: Rejection, issues: readonly Issue[]): RefusedReply {
  const { status, code = 'about:blank' } = failures.find(rejection.failure);
  if (code === invalidCode) {
    const named = issues.map((issue) => invalidParam({ ...rejection, detail: { name: propertyPath(issue.pointer) } }));
    return invalid(named.length > 0 ? named : [invalidParam(rejection)], [rejection.failure]);
  }
  const text = failures.messageOf(rejection);
  const body = status === 429 || status === 405 ? { message: text } : { type: String(code), detail: text };
  return { status, body, failures: [rejection.failure] };
}

function rejectInvalid(operation: Operation, issues: readonly Issue[]): RefusedReply {
  if (hasNoBody(issues)) {
    return reject({ failure: 'malformed-body' }, []);
  }
  const rejections = issues.map((issue) => rejectionOf(operation, issue));
  return invalid(
    rejections.map((rejection, at) => paramOf(rejection, issues[at])),
    rejections.map(({ failure }) => failure),
  );
}

/** The methods that an address has, when it is one. */
function unknownRoute({ method, path }: EmulatedRequest, advice?: string): RefusedReply {
  if (advice !== undefined) {
    const { id, status, code } = failures.find('unknown-route');
    return { status, body: { type: String(code), detail: advice }, failures: [id] };
  }
  const isKnown = methodsAt(Object.values(operations), path).length > 0;
  return reject({ failure: isKnown ? 'method-not-allowed' : 'unknown-route', detail: { method, path } }, []);
}

const invalidCode = 'parameters_not_valid';

interface InvalidParam {
  readonly name: string;
  readonly reason: string;
}

/** In the catalogue name and reason are one text, so that each is recognised by both. */
function invalidParam(rejection: Rejection): InvalidParam {
  const text = failures.messageOf(rejection);
  const end = text.indexOf(': ');
  return { name: text.slice(0, end), reason: text.slice(end + 2) };
}

function paramOf(rejection: Rejection, issue: Issue | undefined): InvalidParam {
  const param = invalidParam(rejection);
  return issue !== undefined && isUndocumented(issue) ? { ...param, reason: issue.message } : param;
}

function invalid(invalid_params: readonly InvalidParam[], failures: RefusedReply['failures']): RefusedReply {
  return {
    status: 400,
    failures,
    body: { type: invalidCode, detail: 'You have some invalid params in your payload.', invalid_params },
  };
}

function rejectionOf(operation: Operation, issue: Issue): Rejection {
  const shapes = shapesAt(operation, issue.pointer);
  return { failure: meaningOf(issue, shapes[0]), detail: { name: propertyPath(issue.pointer), ...limitsOf(shapes) } };
}

function meaningOf({ code, pointer }: Issue, shape: Shape | undefined): FailureId {
  if (code === 'required' || code === 'too_small') return isMeasured(shape) ? 'number-out-of-range' : 'value-missing';
  if (code === 'too_big') return shape?.kind === 'text' ? 'value-too-long' : 'number-out-of-range';
  if (code === 'invalid_value') return 'choice-invalid';
  if (code === 'invalid_type') return 'type-invalid';
  return pointer.endsWith('/email') ? 'email-invalid' : 'value-invalid';
}

function isMeasured(shape: Shape | undefined): boolean {
  return shape?.kind === 'number';
}

function limitsOf(shapes: readonly Shape[]): Readonly<Record<string, string>> {
  const [shape] = shapes;
  const values = shapes.flatMap((one) => (one.kind === 'enum' ? one.options.map(({ value }) => value) : []));
  if (values.length > 0) return { values: [...new Set(values)].map((value) => JSON.stringify(value)).join(', ') };
  if (shape?.kind === 'text' && shape.maxLength !== undefined) return { limit: String(shape.maxLength) };
  return {};
}

/** What is documented of a value; where it may be inside of several things, what each of them says. */
function shapesAt({ request }: Operation, pointer: string): readonly Shape[] {
  const [section, ...parts] = splitPointer(pointer);
  const schema = section === 'path' || section === 'query' || section === 'body' ? request[section] : undefined;
  if (schema === undefined) return [];
  return parts.reduce<readonly Shape[]>(
    (shapes, part) => shapes.flatMap((shape) => within(shape, part)),
    [shapeOf(schema)],
  );
}

function within(shape: Shape, part: string): readonly Shape[] {
  switch (shape.kind) {
    case 'object': {
      const inner = shape.properties.get(part) ?? shape.others;
      return inner === undefined ? [] : [inner];
    }
    case 'list':
      return [shape.item];
    case 'union':
      return shape.options.flatMap((option) => within(option.shape, part));
    default:
      return [];
  }
}
