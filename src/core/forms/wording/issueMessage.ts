import type * as z from 'zod';
import { countOf, expectationOf, itemNoun, oneOf, rangeOf } from '../shapes/expectation';
import type { Shape } from '../shapes/shape';
import type { Location } from './locate';
import { nearestOption } from './nearestOption';

/** One sentence for a value that breaks its schema: what it is called and what would fit. */
export function issueMessage(issue: z.core.$ZodIssue, { shape, value, label, name = label }: Location): string {
  if (value === undefined) return `${name} is required.`;
  if (shape?.meta.errorMessage !== undefined) return shape.meta.errorMessage;
  return `${label} ${requirement(issue, shape, value)}.`;
}

function requirement(issue: z.core.$ZodIssue, shape: Shape | undefined, value: unknown): string {
  switch (issue.code) {
    case 'too_small':
      return tooSmall(issue, shape, value);
    case 'too_big':
      return tooBig(issue, shape, value);
    case 'invalid_key':
      return 'is a name that does not fit here';
    case 'custom':
      return `does not fit: ${issue.message}`;
    case 'invalid_union':
      // Of a property that tells shapes apart no single shape knows all values.
      if ('options' in issue && issue.options) return `must be ${oneOf(issue.options.map(String))}`;
      return mustBe(issue, shape, value);
    case 'invalid_format':
      return invalidFormat(issue, shape);
    default:
      return mustBe(issue, shape, value);
  }
}

function mustBe(issue: z.core.$ZodIssue, shape: Shape | undefined, value: unknown): string {
  return shape ? `must be ${expectationOf(shape)}${suggestion(shape, value)}` : `must be ${fallback(issue)}`;
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall, shape: Shape | undefined, value: unknown): string {
  const least = Number(minimum);
  if (typeof value === 'string') {
    return least === 1 ? 'must not be empty' : `must have at least ${countOf(least, 'character')}`;
  }
  if (Array.isArray(value)) return `must have at least ${countOf(least, nounOf(shape))}`;
  if (origin === 'record') return `must have at least ${countOf(least, 'entry')}`;
  return `must be ${rangeWithEmpty(shape) ?? `${least} or more`}`;
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig, shape: Shape | undefined, value: unknown): string {
  const most = Number(maximum);
  if (typeof value === 'string') {
    return `must have at most ${countOf(most, 'character')}; it has ${[...value].length}`;
  }
  if (Array.isArray(value)) return `must have at most ${countOf(most, nounOf(shape))}; it has ${value.length}`;
  if (origin === 'record') return `must have at most ${countOf(most, 'entry')}`;
  return `must be ${rangeWithEmpty(shape) ?? `at most ${most}`}`;
}

function rangeWithEmpty(shape: Shape | undefined): string | undefined {
  const range = shape?.kind === 'number' ? rangeOf(shape) : undefined;
  return range !== undefined && shape?.nullable ? `${range}, or empty` : range;
}

function nounOf(shape: Shape | undefined): string {
  return shape?.kind === 'list' ? itemNoun(shape) : 'entry';
}

/** A pattern says nothing to a person; an example does. */
function invalidFormat({ format }: z.core.$ZodIssueInvalidStringFormat, shape: Shape | undefined): string {
  const isKnown = shape?.kind === 'text' && shape.format !== undefined && !expectationOf(shape).startsWith('text');
  if (isKnown) return `must be ${expectationOf(shape)}`;
  const [example] = shape?.meta.examples ?? [];
  if (example !== undefined) return `does not have the form of ${JSON.stringify(example)}`;
  return format === 'regex' ? 'does not have the documented form' : `must be a valid ${format.replaceAll('_', ' ')}`;
}

function suggestion(shape: Shape, value: unknown): string {
  const meant = nearestOption(shape, value);
  return meant === undefined ? '' : ` (did you mean "${meant}"?)`;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

function fallback(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return typeNames[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(' or ');
  return 'one of its documented forms';
}
