import { t } from '@vscode/l10n';
import type * as z from 'zod';
import type { Issue } from '../../../protocol/form';
import type { Operation } from '../../operation';
import type { Lookalike } from '../../provider';
import type { ObjectShape, Shape } from '../shapes/shape';
import { shapeOf } from '../shapes/shapeOf';
import { meantShape } from '../shapes/unionShape';

export interface CallsOfProvider {
  readonly operations: readonly Operation[];
  readonly lookalikes?: readonly Lookalike[];
}

/** More properties than this tell no more about what a body is. */
const mostProperties = 200;

/** How much better another call must fit: of all properties, the share that it knows besides. */
const clearlyBetter = 0.3;

export const otherCallCode = 'other_call';

/** How much of a body is known to a schema, and how many of its properties are not. */
export interface BodyFit {
  /** From 0 to 1. */
  readonly fit: number;
  readonly strangers: number;
}

export function isClearlyBetter(one: BodyFit, other: BodyFit): boolean {
  return one.fit >= other.fit + clearlyBetter;
}

/** Says which other call a body was made for, when it fits that one clearly better. */
export function otherCall(
  operation: Operation,
  body: unknown,
  { operations, lookalikes = [] }: CallsOfProvider,
): Issue | undefined {
  const { body: schema } = operation.request;
  if (schema === undefined || typeof body !== 'object' || body === null) return undefined;
  const own = fitOf(schema, body);
  // Of a body whose properties are all this call's own, some are missing.
  if (own.strangers === 0) return undefined;
  const others = [
    ...operations.flatMap((other) => (other === operation ? [] : offerOf(other.request.body, body, titleOf(other)))),
    ...lookalikes.flatMap((other) => offerOf(other.body, body, `${other.title}; ${other.advice}`)),
  ];
  const [best] = others.sort((one, other) => other.fit - one.fit);
  if (best === undefined || !isClearlyBetter(best, own)) return undefined;
  const message = t('This looks like the body of another call, {0}.', best.title);
  return { pointer: '/body', code: otherCallCode, message, severity: 'warning' };
}

function titleOf({ title, id }: Operation): string {
  return `"${title}" (${id})`;
}

function offerOf(schema: z.ZodType | undefined, body: object, title: string) {
  return schema === undefined ? [] : [{ ...fitOf(schema, body), title }];
}

/** How many of the properties of a body a schema knows, and how many it requires are there. */
export function fitOf(schema: z.ZodType, body: object): BodyFit {
  const count = { known: 0, strangers: 0, all: 0 };
  countIn(shapeOf(schema), body, count);
  return { fit: count.all === 0 ? 0 : count.known / count.all, strangers: count.strangers };
}

interface Count {
  known: number;
  strangers: number;
  /** Those that are required and missing count, too. */
  all: number;
}

function countIn(shape: Shape | undefined, value: unknown, count: Count): void {
  if (typeof value !== 'object' || value === null || count.all >= mostProperties) return;
  const own = meantShape(shape, value);
  // One item stands for all.
  if (Array.isArray(value)) countIn(own?.kind === 'list' ? own.item : undefined, value[0], count);
  else countProperties(own?.kind === 'object' ? own : undefined, value, count);
}

function countProperties(shape: ObjectShape | undefined, value: object, count: Count): void {
  for (const [key, item] of Object.entries(value)) {
    const property = shape?.properties.get(key);
    count.all += 1;
    if (property === undefined) count.strangers += 1;
    else count.known += 1;
    countIn(property ?? shape?.others, item, count);
  }
  count.all += [...(shape?.required ?? [])].filter((key) => !Object.hasOwn(value, key)).length;
}
