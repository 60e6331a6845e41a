import type * as z from 'zod';
import type { Issue } from '../../protocol/form';
import type { JsonValue } from '../../protocol/json';
import { mergedIssues } from '../forms/checks/mergedIssues';
import { mostForPeople } from '../forms/checks/moreIssues';
import { readValue } from '../forms/checks/readValue';
import { schemaIssues } from '../forms/checks/schemaIssues';
import { ownFileWords, UnknownKeysTold } from '../forms/checks/unknownKeys';
import { shapeOf } from '../forms/shapes/shapeOf';

/** Checks a part of a file, in the words that forms have for a value that does not fit. */
export function checkPiece(schema: z.ZodType, value: JsonValue, pointer: string, label: string): readonly Issue[] {
  const shape = shapeOf(schema);
  const unknown = new UnknownKeysTold(mostForPeople, ownFileWords);
  readValue(shape, value, pointer, unknown);
  const { issues } = schemaIssues({ schema, shape, value, pointer, label: () => label, acceptsReferences: false });
  return mergedIssues({ schema: issues, unknown: unknown.issues, pasted: [] });
}
