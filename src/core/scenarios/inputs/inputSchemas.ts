import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import { joinPointer } from '../../requests/pointer';
import { readPattern } from '../criteria/linearPattern';
import type { Findings } from '../document/findings';

/* Regular expressions of input schemas: they come with a file, and may be made to never end. */

export interface SchemaPlace {
  readonly schema: JsonObject;
  readonly pointer: string;
  /** Holds for one value whatever else is said: it is reached by `properties` and `items` alone. */
  readonly isPlain: boolean;
}

const plain: readonly string[] = ['items', 'properties'];
const single: readonly string[] = [
  'additionalProperties',
  'contains',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
];
const several: readonly string[] = [
  '$defs',
  'allOf',
  'anyOf',
  'definitions',
  'dependentSchemas',
  'oneOf',
  'patternProperties',
  'prefixItems',
  'properties',
];

/** A schema and all within it; what stands there as data, such as a default, is none. */
export function schemasIn(schema: JsonValue | undefined, pointer = '', isPlain = true): readonly SchemaPlace[] {
  if (!isObject(schema)) return [];
  const below = Object.entries(schema).flatMap(([keyword, value]) =>
    schemasOf(keyword, value).flatMap(([path, one]) =>
      schemasIn(one, pointer + path, isPlain && plain.includes(keyword)),
    ),
  );
  return [{ schema, pointer, isPlain }, ...below];
}

function schemasOf(keyword: string, value: JsonValue): readonly (readonly [path: string, schema: JsonValue])[] {
  const at = joinPointer('', keyword);
  if (several.includes(keyword) && (isList(value) || isObject(value)))
    return Object.entries(value).map(([key, one]) => [joinPointer(at, key), one]);
  return single.includes(keyword) ? [[at, value]] : [];
}

/** What cannot be found in the time of the text is said where it is written. */
export function checkInputPatterns(findings: Findings, inputs: JsonObject, pointer: string): void {
  for (const { schema, pointer: at, isPlain } of schemasIn(inputs, pointer)) {
    if (schema['patternProperties'] !== undefined)
      findings.error(`${at}/patternProperties`, 'unsupported', t('"patternProperties" is not supported here.'));
    const { pattern } = schema;
    if (typeof pattern !== 'string') continue;
    const read = readPattern(pattern);
    if (read.kind === 'fault') findings.error(`${at}/pattern`, 'pattern', read.message);
    else if (!isPlain)
      findings.error(
        `${at}/pattern`,
        'unsupported',
        t('A pattern is supported for an input, its members and items, and not within other conditions.'),
      );
  }
}
