import type { Shape } from '../core/forms/shapes/shape';
import { shapeOf } from '../core/forms/shapes/shapeOf';
import type { Operation } from '../core/operation';

/*
 * What one request may hold. Each dimension ends before anything that grows faster than it: no request keeps the
 * process, which may be an editor's, from its other work for longer than a person notices.
 */

/** A request that holds more than this process takes, whatever the API would. */
export interface TooMuch {
  readonly kind: 'tooMuch';
  /** Which limit. */
  readonly detail: string;
}

export function tooMuch(detail: string): TooMuch {
  return { kind: 'tooMuch', detail };
}

/** Fields of a form, or parts of a multipart body. */
export const mostFields = 1_000;
/** Line breaks of a multipart body: a file of text that is signed has fewer. */
export const mostLines = 1_000_000;
/** Of one part of a multipart body. */
export const mostHeaderBytes = 4 * 1024;
/** Headers and texts of a multipart body together; its files are as large as the server takes them. */
export const mostTextBytes = 1024 * 1024;
/** Objects, lists, texts, numbers and constants of a body, keys not counted. */
export const mostValues = 5_000;
/** Objects of a body: each is asked for every property that its schema knows, however little it holds. */
export const mostObjects = 1_000;
/** Different names of a body: engines keep objects with ever new names in a form that takes them many times as long. */
export const mostNames = 1_000;
/** Characters of all names of a body together. */
export const mostNameLength = 200_000;
/** Bytes of JSON outside of its texts. */
export const mostMarkBytes = 1024 * 1024;
/** Numbers of a body before it is read: some clients send the bytes of a file as a list. */
export const mostNumbers = 250_000;
/** What a refusal tells of. */
export const mostIssues = 100;
/** What needs no token may be sent by anyone, and needs no more. */
export const mostAnonymousBytes = 64 * 1024;

/** JSON without files: what a web server takes that was not told otherwise. */
const mostPlainBytes = 1024 * 1024;
/** JSON with a file as text, which is read whole in one go. */
const mostInlineFileBytes = 5 * 1024 * 1024;

/** How large a body of one of these operations may be, as far as that is theirs to say. */
export function mostBodyBytes(operations: readonly Operation[], contentType: string): number {
  if (isMultipart(contentType)) {
    if (operations.some((operation) => takes(operation, 'file'))) return Number.POSITIVE_INFINITY;
  } else if (operations.some((operation) => takes(operation, 'fileBase64'))) return mostInlineFileBytes;
  return operations.some(({ authorization = 'token' }) => authorization === 'token')
    ? mostPlainBytes
    : mostAnonymousBytes;
}

export function isMultipart(contentType: string): boolean {
  return /^multipart\/form-data/i.test(contentType);
}

type FileWidget = 'file' | 'fileBase64';

function takes({ request: { body } }: Operation, widget: FileWidget): boolean {
  return body !== undefined && holdsFile(shapeOf(body), widget);
}

function holdsFile(shape: Shape, widget: FileWidget): boolean {
  if (shape.meta.widget === widget) return true;
  switch (shape.kind) {
    case 'object':
      return [...shape.properties.values()].some((property) => holdsFile(property, widget));
    case 'list':
      return holdsFile(shape.item, widget);
    case 'union':
      return shape.options.some((option) => holdsFile(option.shape, widget));
    default:
      return false;
  }
}
