import { t } from '@vscode/l10n';
import { fieldsOfObject, type ObjectName, type Place } from '../grammar';
import type { NameOffer } from './shapeOffers';
import { listedValues } from './textOffers';

/** The fields of an object of Arazzo. */
export function fieldOffers(name: ObjectName): readonly NameOffer[] {
  return [...fieldsOfObject(name)].map(([label, { is, says, required }]) => ({
    kind: 'field',
    label,
    says: says(),
    detail: required === true ? t('required') : undefined,
    holds: holdsOf(is),
    isFree: isFree(name, label, is),
  }));
}

function isFree(object: ObjectName, field: string, place: Place): boolean {
  if (place.kind !== 'text') return place.kind === 'map';
  return place.means === 'stepName' || (place.means === 'plain' && listedValues(object, field).length === 0);
}

function holdsOf(place: Place): NameOffer['holds'] {
  switch (place.kind) {
    case 'object':
    case 'map':
    case 'payload':
    case 'inputs':
      return 'object';
    case 'list':
    case 'replacements':
      return 'list';
    default:
      return 'scalar';
  }
}

/** The words of JSON Schema that inputs need. */
export function schemaWordOffers(within: readonly string[]): readonly NameOffer[] {
  // What stands there are the names of inputs.
  if (within.at(-1) === 'properties') return [];
  return Object.entries(schemaWords).map(([label, says]) => ({
    kind: 'field',
    label,
    says: says(),
    holds: label === 'properties' ? 'object' : label === 'required' || label === 'enum' ? 'list' : 'scalar',
  }));
}

const schemaWords: Readonly<Record<string, () => string>> = {
  type: () => t('What the value is.'),
  properties: () => t('The inputs, by their names.'),
  required: () => t('The names of those that must be given.'),
  default: () => t('The value without one that is given.'),
  description: () => t('What it is for.'),
  title: () => t('What it is called.'),
  format: () => t('`password` keeps the value out of everything that is printed.'),
  enum: () => t('The values that it may have.'),
  items: () => t('The schema of the items of a list.'),
  $ref: () => t('A schema of the components: `#/components/inputs/NAME`.'),
};

export const schemaValues: Readonly<Record<string, readonly string[]>> = {
  type: ['object', 'string', 'integer', 'number', 'boolean', 'array'],
  format: ['password', 'email', 'uri', 'date-time', 'date', 'uuid'],
};
