import { t } from '@vscode/l10n';
import type * as z from 'zod';
import { countOfEntries, countOfItems, expectationOf, hasKnownFormat, oneOf, rangeOf } from '../shapes/expectation';
import type { Shape } from '../shapes/shape';
import type { Location } from './locate';
import { nearestOption } from './nearestOption';

/** One sentence for a value that breaks its schema: what it is called and what would fit. */
export function issueMessage(issue: z.core.$ZodIssue, { shape, value, label, name = label }: Location): string {
  if (value === undefined) return t('{0} is required.', name);
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
      return t('is a name that does not fit here');
    case 'custom':
      return t('does not fit: {0}', issue.message);
    case 'invalid_union':
      // Of a property that tells shapes apart no single shape knows all values.
      if ('options' in issue && issue.options) return t('must be {0}', oneOf(issue.options.map(String)));
      return mustBe(issue, shape, value);
    case 'invalid_format':
      return invalidFormat(issue, shape);
    default:
      return mustBe(issue, shape, value);
  }
}

function mustBe(issue: z.core.$ZodIssue, shape: Shape | undefined, value: unknown): string {
  if (shape === undefined) return t('must be {0}', fallback(issue));
  const meant = nearestOption(shape, value);
  return meant === undefined
    ? t('must be {0}', expectationOf(shape))
    : t('must be {0} (did you mean "{1}"?)', expectationOf(shape), String(meant));
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall, shape: Shape | undefined, value: unknown): string {
  const least = Number(minimum);
  if (typeof value === 'string') {
    return least === 1 ? t('must not be empty') : t('must have at least {0} characters', least);
  }
  if (Array.isArray(value)) return t('must have at least {0}', countIn(shape, least));
  if (origin === 'record') return t('must have at least {0}', countOfEntries(least));
  return t('must be {0}', rangeWithEmpty(shape) ?? t('{0} or more', least));
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig, shape: Shape | undefined, value: unknown): string {
  const most = Number(maximum);
  if (typeof value === 'string') {
    const length = [...value].length;
    return most === 1
      ? t('must have at most 1 character; it has {0}', length)
      : t('must have at most {0} characters; it has {1}', most, length);
  }
  if (Array.isArray(value)) return t('must have at most {0}; it has {1}', countIn(shape, most), value.length);
  if (origin === 'record') return t('must have at most {0}', countOfEntries(most));
  return t('must be {0}', rangeWithEmpty(shape) ?? t('at most {0}', most));
}

function rangeWithEmpty(shape: Shape | undefined): string | undefined {
  const range = shape?.kind === 'number' ? rangeOf(shape) : undefined;
  return range !== undefined && shape?.nullable ? t('{0}, or empty', range) : range;
}

function countIn(shape: Shape | undefined, count: number): string {
  return shape?.kind === 'list' ? countOfItems(count, shape) : countOfEntries(count);
}

/** A pattern says nothing to a person; an example does. */
function invalidFormat({ format }: z.core.$ZodIssueInvalidStringFormat, shape: Shape | undefined): string {
  const isKnown = shape?.kind === 'text' && hasKnownFormat(shape);
  if (isKnown) return t('must be {0}', expectationOf(shape));
  const [example] = shape?.meta.examples ?? [];
  if (example !== undefined) return t('does not have the form of {0}', JSON.stringify(example));
  return format === 'regex'
    ? t('does not have the documented form')
    : t('must be a valid {0}', format.replaceAll('_', ' '));
}

const typeNames: Readonly<Record<string, () => string>> = {
  string: () => t('text'),
  int: () => t('a whole number'),
  number: () => t('a number'),
  boolean: () => t('true or false'),
  array: () => t('a list'),
  object: () => t('an object'),
  record: () => t('an object'),
  null: () => 'null',
};

function fallback(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return typeNames[issue.expected]?.() ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map((value) => JSON.stringify(value)).join(t(' or '));
  return t('one of its documented forms');
}
