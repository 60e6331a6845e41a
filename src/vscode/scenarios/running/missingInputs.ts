import { isList, isObject } from '../../../core/json/jsonKinds';
import { propertiesOf } from '../../../core/scenarios/inputs/inputs';
import type { JsonObject } from '../../../protocol/json';

/** An input that a workflow needs and has no default of. */
export interface MissingInput {
  readonly name: string;
  readonly isSecret: boolean;
  readonly description: string | undefined;
}

export function missingInputsOf(schema: JsonObject): readonly MissingInput[] {
  const properties = propertiesOf(schema);
  const required = isList(schema['required']) ? schema['required'] : [];
  return required.flatMap((name) => {
    const property =
      typeof name === 'string' ? ((Object.hasOwn(properties, name) ? properties[name] : undefined) ?? {}) : undefined;
    if (typeof name !== 'string' || !isObject(property) || property['default'] !== undefined) return [];
    const { format, writeOnly, description } = property;
    const isSecret = format === 'password' || writeOnly === true;
    return [{ name, isSecret, description: typeof description === 'string' ? description : undefined }];
  });
}
