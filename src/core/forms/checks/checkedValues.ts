import type { Issue } from '../../../protocol/form';
import type { Operation, RequestValues } from '../../operation';
import type { Provider } from '../../provider';
import { referencesIn } from '../../requests/references/references';
import type { ValidationOptions } from './checkSection';
import type { ConstantRequest } from './constantRequest';
import { type Validation, validateRequest } from './validateRequest';

interface Checkable {
  readonly provider: Provider;
  readonly operation: Operation;
}

interface CheckedAs {
  readonly facts?: unknown;
  readonly isLiteral?: boolean | undefined;
  readonly constant?: ConstantRequest | undefined;
}

/** Values as they are written, with what is wrong with them and with their text. */
export interface CheckedValues extends Validation {
  readonly errors: readonly Issue[];
  /** There are references among the values: what they stand for has not been checked. */
  readonly isOpen: boolean;
  /** What is wrong with the text, whatever its values are. */
  readonly ofText: readonly Issue[];
}

interface Written extends Pick<ValidationOptions, 'written'> {
  readonly values: RequestValues;
}

export function checkWritten(
  call: Checkable,
  { values, written }: Written,
  { facts, isLiteral, constant }: CheckedAs,
  ofText: readonly Issue[],
): CheckedValues {
  const isAsChecked = isLiteral === true && facts === undefined && written === undefined;
  if (isAsChecked && constant?.isOf(values) === true)
    return { ...withIssues(constant.check(call.operation, call.provider), ofText), isOpen: false, ofText };
  const isOpen = isLiteral !== true && referencesIn(values).length > 0;
  const checked = checkValues(call, values, { facts, written, references: isOpen ? 'accepted' : 'refused' });
  return { ...withIssues(checked, ofText), isOpen, ofText };
}

interface CheckOptions extends Pick<ValidationOptions, 'references' | 'written'> {
  readonly facts: unknown;
}

export function checkValues(
  { operation, provider }: Checkable,
  values: RequestValues,
  { facts, ...options }: CheckOptions,
): Validation {
  return validateRequest(operation, values, facts, { ...options, siblings: provider });
}

export function withIssues(
  validation: Validation,
  ofText: readonly Issue[],
): Validation & Pick<CheckedValues, 'errors'> {
  const issues = [...ofText, ...validation.issues];
  return { ...validation, issues, errors: issues.filter(({ severity }) => severity === 'error') };
}
