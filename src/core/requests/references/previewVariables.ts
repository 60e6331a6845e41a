import type { Operation, RequestValues } from '../../operation';
import { shortened } from '../../quoting/shortened';
import { fieldsByMeta } from '../fieldsByMeta';
import { dynamicVariables, isDynamic } from './dynamicVariables';
import { isCredential, namesIn, placeholdersIn, textsWithReferences } from './references';
import { isSecret } from './variablesFile';

type Variables = Readonly<Record<string, string>>;

/** Of a connection, in words: a secret is never among them. */
export interface DescribedVariable {
  readonly name: string;
  readonly says: string;
}

/** What there is to choose from on a connection: its variables, and what is made when a request is sent. */
export function describeVariables(variables: Variables): readonly DescribedVariable[] {
  const own = Object.entries(variables).map(([name, value]) => ({ name, says: shownValue(name, value) }));
  return [...own, ...dynamicVariables];
}

/** What stands for the references of a request when it is sent, in words, by pointer. Unknown ones are a problem of their own. */
export function previewVariables(
  operation: Operation,
  values: RequestValues,
  variables: Variables,
): Readonly<Record<string, string>> {
  const texts = textsWithReferences(values);
  if (texts.length === 0) return {};
  const isPlaceholder = placeholdersIn(operation, values);
  const secretPlaces = secretPlacesOf(operation, values);
  return Object.fromEntries(
    texts.flatMap(([pointer, text]) => {
      const told = namesIn(text)
        .filter((name) => !isPlaceholder(name, pointer))
        .flatMap((name) => meaningOf(name, variables, secretPlaces.has(pointer)) ?? []);
      return told.length === 0 ? [] : [[pointer, told.join(' · ')]];
    }),
  );
}

function meaningOf(name: string, variables: Variables, isSecretPlace: boolean): string | undefined {
  if (isCredential(name)) return `{{${name}}} is a secret of the connection`;
  if (isDynamic(name)) return `{{${name}}} is ${describeDynamic(name)}`;
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  if (value === undefined) return undefined;
  return `{{${name}}} is ${isSecretPlace ? secretMark : shownValue(name, value)}`;
}

export function describeDynamic(name: string): string {
  const plain = name.split(/\s/)[0];
  const says = dynamicVariables.find((one) => one.name === plain)?.says ?? '';
  const offset = name.slice(plain?.length).trim();
  return `${says}${offset === '' ? '' : ` ${offset}`}, made when it is sent`;
}

const secretMark = '••••••';

function shownValue(name: string, value: string): string {
  if (isSecret(name, value)) return secretMark;
  return value === '' ? 'empty' : shortened(value);
}

function secretPlacesOf({ request }: Operation, values: RequestValues): ReadonlySet<string> {
  return new Set(
    (['path', 'query', 'body'] as const).flatMap((section) => {
      const schema = request[section];
      if (schema === undefined) return [];
      return fieldsByMeta(schema, values[section], ({ secret }) => secret === true, `/${section}`);
    }),
  );
}
