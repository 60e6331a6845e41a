import { newValue } from '../shapes/newValue';
import type { ObjectShape, Shape } from '../shapes/shape';
import { meantShape } from '../shapes/unionShape';
import type { MadeUpPerson } from './madeUpPeople';

/** Whether the item of a list is somebody: something in it is an e-mail address. */
export function holdsPerson(item: Shape): boolean {
  const object = objectOf(item);
  return (
    object !== undefined &&
    [...object.properties].some(([key, shape]) => partOf(key, shape) === 'email' || isPerson(key, shape))
  );
}

/** Some APIs have the person within the signer. */
export function isPerson(key: string, shape: Shape): boolean {
  return /^(?:info|person|signers?|recipients?)$/i.test(key) && shape.kind === 'object' && holdsPerson(shape);
}

function objectOf(shape: Shape): ObjectShape | undefined {
  const own = meantShape(shape, newValue(shape));
  return own?.kind === 'object' ? own : undefined;
}

export type Part = keyof MadeUpPerson | 'name';

/** What of a person a field holds, by its name and its format. */
export function partOf(key: string, shape: Shape): Part | undefined {
  if (shape.kind !== 'text') return undefined;
  const plain = key.toLowerCase().replace(/[^a-z]/g, '');
  if (shape.format === 'email' || /e?mail(?:address)?$/.test(plain)) return 'email';
  if (shape.format === 'e164' || /phone(?:number)?$|mobile(?:number)?$/.test(plain)) return 'phone';
  if (/^(?:first|given)name$/.test(plain)) return 'firstName';
  if (/^(?:last|family)name$|^surname$/.test(plain)) return 'lastName';
  return /^(?:full|display|user)?name$/.test(plain) ? 'name' : undefined;
}
