import { t } from '@vscode/l10n';
import type { DescribedVariable } from '../../../protocol/pages/formState';
import type { Operation, RequestValues } from '../../operation';
import { shortened } from '../../quoting/shortened';
import { fieldsByMeta } from '../fieldsByMeta';
import { dynamicVariables, isDynamic } from './dynamicVariables';
import { isCredential, namesIn, placeholdersIn, textsWithReferences } from './references';
import { isSecret } from './variablesFile';

type Variables = Readonly<Record<string, string>>;

/** What there is to choose from on a connection: its variables, and what is made when a request is sent. */
export function describeVariables(variables: Variables): readonly DescribedVariable[] {
  const own = Object.entries(variables).map(([name, value]) => ({ name, says: shownValue(name, value) }));
  return [...own, ...dynamicVariables()];
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
  const isOwn = !isDynamic(name) && Object.hasOwn(variables, name);
  const told = isOwn && isSecretPlace ? secretMark : describeReference(name, variables);
  return told === undefined ? undefined : t('{0} is {1}', `{{${name}}}`, told);
}

/** What a name stands for, in words; undefined where nobody has it. */
export function describeReference(name: string, variables: Variables): string | undefined {
  if (isCredential(name)) return t('a secret of the connection');
  if (isDynamic(name)) return describeDynamic(name);
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  return value === undefined ? undefined : shownValue(name, value);
}

function describeDynamic(name: string): string {
  const plain = name.split(/\s/)[0];
  const says = dynamicVariables().find((one) => one.name === plain)?.says ?? '';
  const offset = name.slice(plain?.length).trim();
  return t('{0}, made when it is sent', offset === '' ? says : `${says} ${offset}`);
}

const secretMark = '••••••';

function shownValue(name: string, value: string): string {
  if (isSecret(name, value)) return secretMark;
  return value === '' ? t('empty') : shortened(value);
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
