import type { JsonObject, JsonValue } from './json';
import type { ItemNouns } from './words/itemNouns';

/** The form of one operation, derived from its schemas. Static: values and issues travel apart from it. */
export interface FormModel {
  readonly operation: string;
  /** Its title, as the user reads it. */
  readonly provider: string;
  readonly title: string;
  /** One or two sentences: what the call does. */
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  /** URL of the provider's documentation. */
  readonly docs: string;
  readonly sections: readonly FormSection[];
}

/** One part of the request. A pointer of a field is `/<section>/<key>/…`, as in the request file. */
export interface FormSection {
  readonly id: 'path' | 'query' | 'body';
  readonly title: string;
  readonly fields: readonly FormField[];
}

interface FieldBase {
  /** The property name on the wire. */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly required: boolean;
  /** Short text of the limits, for example "15 to 45, or empty". */
  readonly hint?: string;
  /** null is a value of its own here ("no expiration"), with the text that says what it means. */
  readonly nullLabel?: string;
  /** Shown where it stands already, but not offered. */
  readonly nullIsOffered?: boolean;
  readonly examples?: readonly JsonValue[];
  /** URL of the page that documents it, where that is not the one of the operation. */
  readonly source?: string;
  /** The connection knows values: by the id of the collection, or the name of what else is listed. */
  readonly refersTo?: string;
  /** It matters only where another member has a value. */
  readonly onlyWith?: Dependence;
}

/** Of a list any item will do. */
export interface Dependence {
  readonly key: string;
  /** How many objects further out the member stands; in the same object without it. */
  readonly above?: number;
  /** Not the member itself: what these names lead to in it, through the items of lists. */
  readonly item?: readonly string[];
  /** Any value will do where there are none. */
  readonly values?: readonly JsonValue[];
  /** Within a sentence: "only with Redirect URI". */
  readonly words: string;
}

/** What a text is written as. The API's own spelling stays: an input only helps to write it. */
export type TextForm =
  | 'date'
  | 'date-time'
  | 'phone'
  | 'language'
  | 'color'
  | 'email'
  | 'url'
  | 'country'
  | 'time-zone'
  | 'currency';

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly form?: TextForm;
  readonly multiline: boolean;
  /** Shown as dots, masked wherever the request is printed. */
  readonly secret: boolean;
  /** What is typed goes to the host and never comes back: the value is a mark that says whether there is one. */
  readonly writeOnly?: true;
  /** Texts that a source lists, to choose from; others can be typed. */
  readonly listed?: readonly Choice[];
  readonly maxLength?: number;
}
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly integer: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
}
export interface CheckField extends FieldBase {
  readonly kind: 'check';
  /** What is sent for on and off: true and false, or 1 and 0. */
  readonly on: JsonValue;
  readonly off: JsonValue;
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly options: readonly Choice[];
}
/** A file of the workspace (a path relative to the request file) or a data: URI. */
export interface FileField extends FieldBase {
  readonly kind: 'file';
  /** Extensions without a dot, empty for any. */
  readonly extensions: readonly string[];
}
export interface GroupField extends FieldBase {
  readonly kind: 'group';
  readonly fields: readonly FormField[];
}
/** An array. Items are `{key: ''}` fields; `itemLabel` names one of them ("Signer"). */
export interface ListField extends FieldBase, ItemNouns {
  readonly kind: 'list';
  readonly item: FormField;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** What "Add" inserts. */
  readonly newItem: JsonValue;
  /** Items are people, who can be made up. */
  readonly holdsPeople?: true;
  readonly turns?: Turns;
}
/** How the items of a list say who is asked when: equal numbers are one step, a lower one comes first. */
export interface Turns {
  /** The number of an item. */
  readonly orderKey: string;
  /** The list of an item that holds its people; without it the item is one of them. */
  readonly peopleKey?: string;
  /** The number of the first step, where no item has one. */
  readonly first: number;
}
/** One of several object shapes, told apart by the values of constant properties. */
export interface VariantField extends FieldBase {
  readonly kind: 'variant';
  readonly variants: readonly Variant[];
}
export interface Variant {
  readonly label: string;
  /** Constant properties that choose this variant, for example `{ "type": "password" }`. */
  readonly match: JsonObject;
  readonly fields: readonly FormField[];
  /** What choosing the variant inserts. */
  readonly newValue: JsonObject;
}
/** Any JSON, edited as text: a shape no other field can show. */
export interface JsonField extends FieldBase {
  readonly kind: 'json';
}

export type FormField =
  | TextField
  | NumberField
  | CheckField
  | ChoiceField
  | FileField
  | GroupField
  | ListField
  | VariantField
  | JsonField;

export interface Choice {
  readonly value: JsonValue;
  readonly label: string;
  readonly description?: string;
}

/** One thing that is wrong with a request, at a JSON pointer into the request file. */
export interface Issue {
  readonly pointer: string;
  /** Stable, for machines: a schema code such as `too_small`, or the id of the failure a rule forestalls. */
  readonly code: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** In the text of the file, where the pointer alone does not lead there. */
  readonly place?: TextPlace;
  /** Present where one click puts it right. */
  readonly mend?: Mend;
  /** A name that nobody has a value for: one can be added. */
  readonly variable?: string;
  /** Set where only the document's state makes it so: the API has the last word. */
  readonly prediction?: Prediction;
}

/** Lines and columns start at 1. */
export interface TextPlace {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
  readonly column: number;
}

export interface Mend {
  /** What it does, in the imperative: `Write 45`. */
  readonly title: string;
  /** What mends every issue of this kind at once is called. Issues that say the same here are of one kind. */
  readonly titleForAll?: string;
  /** Pointers as they are before the first of them. */
  readonly edits: readonly FormEdit[];
  /** Places that a person has to fill in afterwards: what is then said of them is no reason against it. */
  readonly open?: readonly string[];
}

/** Issues of one kind that stand in several places: one line for all of them. */
export interface IssueGroup {
  /** `Order is required (in 499 places)`. */
  readonly title: string;
  readonly code: string;
  readonly severity: Issue['severity'];
  /** Where they stand, with `*` for any index: `/body/invites/*\/order`. */
  readonly place: string;
  readonly count: number;
  /** The pointer of the first of them. */
  readonly first: string;
  /** The title, among `mendsForAll`, of what puts them right. */
  readonly mend?: string;
}

export interface Prediction {
  /** The operation that mends it. */
  readonly mendedBy?: { readonly operation: string; readonly title: string };
}

/** A change of one value of the request file, at a JSON pointer. Of several at once, what is inserted at one index stays in its order. */
export type FormEdit =
  /** `written` is JSON as it was typed: the value keeps its digits. */
  | { readonly kind: 'set'; readonly pointer: string; readonly value: JsonValue; readonly written?: string }
  | { readonly kind: 'remove'; readonly pointer: string }
  /** Gives a property another name; it keeps its place and its value. */
  | { readonly kind: 'rename'; readonly pointer: string; readonly key: string }
  /** Puts a value at the end of a list, which is made where there is none. */
  | { readonly kind: 'append'; readonly pointer: string; readonly value: JsonValue; readonly written?: string }
  | {
      readonly kind: 'insert';
      readonly pointer: string;
      readonly index: number;
      readonly value: JsonValue;
      readonly written?: string;
    }
  | { readonly kind: 'move'; readonly pointer: string; readonly from: number; readonly to: number }
  /** Puts the items of a list into another order: for each place, the index that its item has now. Others come last. */
  | { readonly kind: 'arrange'; readonly pointer: string; readonly order: readonly number[] };
