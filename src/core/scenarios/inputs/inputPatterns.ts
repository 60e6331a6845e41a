import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import { shortened } from '../../quoting/shortened';
import { joinPointer } from '../../requests/pointer';
import { readPattern } from '../criteria/linearPattern';
import { schemasIn } from './inputSchemas';

export interface PatternFault {
  readonly pointer: string;
  readonly message: string;
}

/** Texts that do not match the pattern of their schema, found in the time that they are long. */
export function patternFaults(schema: JsonValue | undefined, value: JsonValue, pointer = ''): readonly PatternFault[] {
  if (!isObject(schema)) return [];
  if (typeof value === 'string') return isMatching(schema, value) ? [] : [faultOf(schema, pointer)];
  if (isList(value)) return value.flatMap((item, at) => patternFaults(schema['items'], item, joinPointer(pointer, at)));
  const { properties } = schema;
  if (!isObject(value) || !isObject(properties)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    Object.hasOwn(properties, name) ? patternFaults(properties[name], member, joinPointer(pointer, name)) : [],
  );
}

/** The same schema without its patterns, for checks that would look for them in any time. */
export function withoutPatterns(schema: JsonObject): JsonObject {
  const copy = structuredClone(schema);
  for (const { schema: own } of schemasIn(copy)) {
    for (const keyword of ['pattern', 'patternProperties']) Reflect.deleteProperty(own, keyword);
  }
  return copy;
}

function isMatching({ pattern }: JsonObject, text: string): boolean {
  if (typeof pattern !== 'string') return true;
  const read = readPattern(pattern);
  return read.kind === 'fault' || read.pattern.isIn(text);
}

function faultOf({ pattern }: JsonObject, pointer: string): PatternFault {
  return { pointer, message: t('The text does not match the pattern "{0}".', shortened(String(pattern))) };
}
