import type { Operation } from '../../operation';

/** The media type of each way in which a body travels. */
export const contentTypeNames = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
} as const satisfies Readonly<Record<NonNullable<Operation['encoding']>, string>>;
