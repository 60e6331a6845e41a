import type { EmulatedReply, EmulatedRequest, RefusedReply, Rejection } from '../../../core/emulation';
import type { Failure } from '../../../core/failure';
import type { Operation } from '../../../core/operation';
import type { Refusals } from '../../../kit/emulatedAccess';
import { hasNoBody, methodsAt, propertyPath } from '../../../kit/refusing/namedFaults';
import type { Issue } from '../../../protocol/form';
import { type FailureId, failures } from '../failures';
import { operations } from '../operations/operations';

export const refusals = { reject, rejectInvalid, unknownRoute } satisfies Refusals;

/** `detail` says it in one sentence; of values that are wrong `violations` lists each. */
function reject(rejection: Rejection, issues: readonly Issue[]): RefusedReply {
  const failure = failures.find(rejection.failure);
  const inBody = issues.filter(({ pointer }) => pointer.startsWith('/body/'));
  if (inBody.length > 0) return violated(inBody.map(({ pointer }) => ({ pointer, failure })));
  return problem(failure, failures.messageOf(rejection));
}

function rejectInvalid(_operation: Operation, issues: readonly Issue[]): RefusedReply {
  if (hasNoBody(issues)) {
    return reject({ failure: 'malformed-body' }, []);
  }
  return violated(issues.map((issue) => ({ pointer: issue.pointer, failure: failures.find(meaningOf(issue)) })));
}

/** The methods that an address has, when it is one. */
function unknownRoute({ method, path }: EmulatedRequest, advice?: string): RefusedReply {
  if (advice !== undefined) return problem(failures.find('unknown-route'), advice);
  const allowed = methodsAt(Object.values(operations), path);
  const failure = allowed.length > 0 ? 'method-not-allowed' : 'unknown-route';
  return reject({ failure, detail: { method, path, allowed: allowed.join(', ') } }, []);
}

interface Violation {
  readonly pointer: string;
  readonly failure: Failure;
}

function violated(violations: readonly Violation[]): RefusedReply {
  const list = violations.map(({ pointer, failure }) => ({
    propertyPath: propertyPath(pointer),
    message: failure.message,
  }));
  const detail = list.map(({ propertyPath, message }) => [propertyPath, message].filter(Boolean).join(': ')).join('\n');
  const ids = violations.map(({ failure }) => failure.id);
  return { ...refusal(400, detail, { violations: list }), failures: ids };
}

function problem({ id, status }: Failure, detail: string): RefusedReply {
  return { ...refusal(status, detail), failures: [id] };
}

function refusal(status: number, detail: string, more: object = {}): EmulatedReply {
  return {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
    body: { type: 'https://tools.ietf.org/html/rfc2616#section-10', title: 'An error occurred', detail, ...more },
  };
}

const meanings: readonly { readonly code: RegExp; readonly pointer: RegExp; readonly failure: FailureId }[] = [
  { code: /^required$/, pointer: /./, failure: 'value-missing' },
  // Nothing tells which of the two kinds of member is meant.
  { code: /^invalid_union$/, pointer: /^\/body(\/members\/\d+)?$/, failure: 'value-missing' },
  {
    code: /^too_small$/,
    pointer: /\/(page|fontSize|interval|limit|itemsPerPage|defaultZoom)$/,
    failure: 'number-out-of-range',
  },
  { code: /^too_small$/, pointer: /./, failure: 'value-missing' },
  { code: /^too_big$/, pointer: /\/content$/, failure: 'value-too-long' },
  { code: /^too_big$/, pointer: /./, failure: 'number-out-of-range' },
  { code: /^invalid_format$/, pointer: /\/email$/, failure: 'email-invalid' },
  { code: /^invalid_format$/, pointer: /\/phone$/, failure: 'phone-invalid' },
  { code: /^invalid_value$/, pointer: /./, failure: 'choice-invalid' },
  { code: /^invalid_type$/, pointer: /./, failure: 'type-invalid' },
];

function meaningOf(issue: Issue): FailureId {
  const known = meanings.find(({ code, pointer }) => code.test(issue.code) && pointer.test(issue.pointer));
  return known?.failure ?? 'value-invalid';
}
