import type * as z from 'zod';
import type { JsonValue } from '../../../protocol/json';
import type {} from '../../schemaMeta';

/** A schema as forms, checks and editors need it: one kind per way to show a value, meta data beside it. */
export type Shape =
  | TextShape
  | NumberShape
  | BooleanShape
  | EnumShape
  | ObjectShape
  | ListShape
  | UnionShape
  | AnyShape;

/** What a schema says about itself; the outermost schema wins where several say it. */
export interface Meta extends z.GlobalMeta {
  examples?: JsonValue[];
  initial?: JsonValue;
}

interface ShapeBase {
  readonly meta: Meta;
  readonly nullable: boolean;
}

export interface TextShape extends ShapeBase {
  readonly kind: 'text';
  readonly minLength?: number;
  readonly maxLength?: number;
  /** `email`, `uri`, `date-time` … */
  readonly format?: string;
  readonly patterns: readonly string[];
  /** Values that an open list of values names. */
  readonly suggestions: readonly string[];
}

export interface NumberShape extends ShapeBase {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

export interface BooleanShape extends ShapeBase {
  readonly kind: 'boolean';
}

/** Constants too: an enumeration of one value. */
export interface EnumShape extends ShapeBase {
  readonly kind: 'enum';
  readonly options: readonly EnumOption[];
}

export interface EnumOption {
  readonly value: JsonValue;
  readonly title?: string;
  readonly description?: string;
}

export interface ObjectShape extends ShapeBase {
  readonly kind: 'object';
  readonly properties: ReadonlyMap<string, Shape>;
  readonly required: ReadonlySet<string>;
  /** What properties without a name of their own hold; undefined when there are none. */
  readonly others: Shape | undefined;
}

export interface ListShape extends ShapeBase {
  readonly kind: 'list';
  readonly item: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
}

export interface UnionShape extends ShapeBase {
  readonly kind: 'union';
  readonly options: readonly UnionOption[];
  /** The property whose value tells the options apart. */
  readonly tag: string | undefined;
}

export interface UnionOption {
  readonly shape: Shape;
  /** Position among the options of the schema. */
  readonly place: number;
}

/** Any JSON. */
export interface AnyShape extends ShapeBase {
  readonly kind: 'any';
}
