import process from 'node:process';
import type { JsonSchemaValidatorResult, jsonSchemaValidator } from '@modelcontextprotocol/server';

/**
 * What the server of the protocol takes from its surroundings; the build puts it in the place of the library's own, whose
 * compiler of JSON Schemas is a third of the server. Nothing is checked here: tools read what they are given with their own
 * schemas, and of a person's answers only the very word that agrees counts.
 */
export class DefaultJsonSchemaValidator implements jsonSchemaValidator {
  getValidator<T>(): (input: unknown) => JsonSchemaValidatorResult<T> {
    return (input) => ({ valid: true, data: input as T, errorMessage: undefined });
  }
}

export { process };
