import { dynamicPattern } from './dynamicVariables';

const reference = new RegExp(`\\{\\{\\s*([\\w.-]+|${dynamicPattern})\\s*\\}\\}`);

/** Whether a value holds a `{{name}}` that is replaced before sending. */
export function holdsReference(value: unknown): boolean {
  return typeof value === 'string' && reference.test(value);
}

/** Only a value that is one reference and nothing else can become a number, true or false. */
export function isReference(value: string): boolean {
  return reference.exec(value)?.[0] === value;
}

const otherTools = /^\{\{\s*(?:process\.env\.|_\.)/;

/** Not `{{process.env.NAME}}` or `{{ _.name }}`, which are spelled like ours and are variables of other tools. */
export function isOwnReference(value: string): boolean {
  return isReference(value) && !otherTools.test(value);
}

/** The same for JSON Schema, which knows no flags and no escapes of its own. */
export const referencePattern = reference.source;
