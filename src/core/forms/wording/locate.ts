import { shortened } from '../../quoting/shortened';
import { ownValue } from '../../typing/ownValue';
import { itemNoun } from '../shapes/expectation';
import { labelOf } from '../shapes/label';
import type { Shape } from '../shapes/shape';
import { chooseOption } from '../shapes/unionShape';
import { plain } from './nearest';

/** What stands at a path of a section, and what should. */
export interface Location {
  /** Undefined where no schema says anything. */
  readonly shape: Shape | undefined;
  readonly value: unknown;
  /** How a number was written, where the value does not say it. */
  readonly spelling?: string | undefined;
  /** What the value is called in a sentence. */
  readonly label: string;
  /** What it is to the value around it; undefined for a whole section. */
  readonly role?: 'required' | 'optional' | 'item';
  /** The label, with the property's name as it is written in JSON where the two differ. */
  readonly name?: string;
}

export function locate(root: Location, path: readonly PropertyKey[]): Location {
  return path.reduce<Location>((parent, key) => childOf(parent, key), root);
}

function childOf({ shape, value }: Location, key: PropertyKey): Location {
  const own = shape?.kind === 'union' ? optionWith(shape, value, key) : shape;
  const child = ownValue(value, key);
  if (own?.kind === 'list') {
    const noun = itemNoun(own);
    return {
      shape: own.item,
      value: child,
      role: 'item',
      label: `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${Number(key) + 1}`,
    };
  }
  const name = String(key);
  const property = own?.kind === 'object' ? (own.properties.get(name) ?? own.others) : undefined;
  const label = shortened(labelOf(name, property?.meta ?? {}));
  return {
    shape: property,
    value: child,
    label,
    role: own?.kind === 'object' && own.required.has(name) ? 'required' : 'optional',
    name: plain(label) === plain(name) ? label : `${label} ("${shortened(name)}")`,
  };
}

/** The option that the value is meant to be; when that cannot be told, one that knows the property. */
function optionWith(shape: Shape & { kind: 'union' }, value: unknown, key: PropertyKey): Shape | undefined {
  const chosen = chooseOption(shape, value)?.shape;
  if (chosen) return chosen;
  const objects = shape.options.map((option) => option.shape).filter((option) => option.kind === 'object');
  return objects.find((option) => option.properties.has(String(key)));
}
