import { t } from '@vscode/l10n';
import { maskerOf } from '../../secrets/masker';
import { wellKnownName } from '../../secrets/names/wellKnownNames';
import { sortSecrets } from '../../secrets/sortSecrets';
import type { Secret } from '../../sending/run';
import type { ForeignVariable, LeftOut } from '../importing/foreignCall';
import { VariableValues } from './variableValues';

/** Variables as a call sees them. */
export interface VariableScope {
  readonly known: VariableValues;
  readonly secrets: readonly Secret[];
}

export function scopeOf(variables: readonly ForeignVariable[]): VariableScope {
  return { known: new VariableValues(variables), secrets: variableSecrets(variables) };
}

/** A connection has one value for a name, folders may have one each. */
export function severalValues(variables: readonly ForeignVariable[], used: readonly string[]): readonly LeftOut[] {
  const isOther = (name: string) =>
    new Set(variables.flatMap((one) => (one.name === name ? [one.value] : []))).size > 1;
  return used.filter(isOther).map((name) => ({
    what: t('Variable {0}', name),
    why: t('It has several values, in folders or environments; the last of them is listed.'),
  }));
}

export interface NamedVariables {
  /** Those whose values are known and no secrets. */
  readonly variables: Readonly<Record<string, string>>;
  /** Names of those whose values are not taken over, because they are secrets or there is none. */
  readonly openVariables: readonly string[];
}

/** Of the names that requests refer to: those whose values are known and no secrets, and the others. */
export function namedVariables(references: readonly string[], variables: readonly ForeignVariable[]): NamedVariables {
  const secret = new Set(variables.filter(isSecret).map(({ name }) => name));
  // A secret that another variable refers to stays a reference.
  const known = new VariableValues(variables.filter(({ name }) => !secret.has(name)));
  const masker = maskerOf(sortSecrets(variableSecrets(variables)), undefined);
  const used = [...new Set(references)].filter((name) => !name.startsWith('credentials.')).sort();
  const isPlain = (name: string) => {
    const value = known.resolved(name);
    return value !== undefined && masker.text(value) === value;
  };
  const plain = used.filter(isPlain).map((name) => [name, known.resolved(name) ?? ''] as const);
  return { variables: Object.fromEntries(plain), openVariables: used.filter((name) => !isPlain(name)) };
}

function variableSecrets(variables: readonly ForeignVariable[]): readonly Secret[] {
  return variables.flatMap((one) =>
    isSecret(one) && one.value.length > 3 ? [{ name: one.name, value: one.value }] : [],
  );
}

function isSecret({ name, isSecret, value }: ForeignVariable): boolean {
  const verdict = wellKnownName(name);
  return isSecret || ((verdict === 'secret' || verdict === 'token') && !isWholeReference(value));
}

/** Whether a text stands for one value as a whole, perhaps after the name of a scheme. */
export function isWholeReference(value: unknown): boolean {
  return typeof value === 'string' && /^(?:(?:bearer|basic|token) )?\{\{[^{}]+\}\}$/i.test(value);
}
