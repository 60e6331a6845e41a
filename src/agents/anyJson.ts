import * as z from 'zod';
import type { JsonObject, JsonValue } from '../protocol/json';
import { isRecord } from '../protocol/jsonKinds';

/** What came as JSON: it is somebody else's business what stands in it. */
export const anyJson = z.custom<JsonValue>((value) => value !== undefined);
export const anyObject = z.custom<JsonObject>(isRecord, 'it must be an object');
