// Types of examples and initial values are `unknown`: zod maps over this interface, and a recursive type never ends.
import type {} from 'zod';
import type { TextForm } from '../protocol/form';
import type { IdShapeName } from './idShapes';

/** A member that tells whether another one matters. Of a list any item will do. */
interface NeededMember {
  key: string;
  /** How many objects further out it stands; in the same object without it. */
  above?: number;
  /** Not the member itself: this member of it, or of its items; several lead further in, through lists as well. */
  item?: string | readonly string[];
  values?: readonly (string | number | boolean)[];
}

declare module 'zod' {
  /** What a schema may say about itself besides its shape; all of it reaches forms and JSON Schema. */
  interface GlobalMeta {
    title?: string;
    description?: string;
    examples?: unknown[];
    /** `textarea` for long text, `file` for a path or data: URI, `fileBase64` for one sent as base64 text. */
    widget?: 'textarea' | 'file' | 'fileBase64';
    /** For file widgets, without a dot. */
    extensions?: string[];
    /** Masked wherever it is printed, and never stored in the history. */
    secret?: boolean;
    /**
     * A second form that other sources use, accepted and sent as the schema says: "1" for 1 and "true" for true, `[]` for
     * an empty map, an object for its id.
     */
    alsoAccepts?: 'string' | 'emptyList' | 'object';
    /** Names, or any, that the API itself fills in: `{{name}}` is then no reference and is sent as it stands. */
    placeholders?: readonly string[] | 'any';
    /** What the API's ids look like here. */
    idShape?: IdShapeName;
    /** The value is the id of a document: of which of the provider's collections, by its id. */
    refersTo?: string;
    /** Values that the connection knows: one of the provider's `choices`, or a collection of whose documents it names some. */
    offeredFrom?: string;
    /** What null means, where it is a value of its own. */
    nullLabel?: string;
    /** Null is only what replies print where nothing is set: it is taken back, and not offered. */
    nullIsAnswered?: boolean;
    /** In what order people are asked: the number of a step, or the list of those who belong to the step. */
    turns?: 'order' | 'people';
    /** What a text is written as, where neither its format nor its name says it. */
    writtenAs?: TextForm;
    /** Texts that a source lists, of a field that takes others as well. */
    listed?: readonly string[];
    /** It matters only where this member has a value, or one of the values. */
    onlyWith?: NeededMember;
    /** URL of the page that documents the value and all in it, where that is not the one of the operation. */
    source?: string;
    /** What one item of an array is called: "Signer". */
    itemLabel?: string;
    /** What several of them are called, where it is no English noun. */
    itemsLabel?: string;
    /** Labels of enum values, by value. */
    labels?: Record<string, string>;
    /** What choosing them means, where their labels do not say it: of enum values and of listed texts, by value. */
    meanings?: Record<string, string>;
    /** Replaces the generic sentence when the value does not fit. */
    errorMessage?: string;
    /** What a new request starts with, when neither an example nor the document says. */
    initial?: unknown;
  }
}
