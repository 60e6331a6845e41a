/*
 * JSON pointers as types, so that a place that does not exist does not compile.
 */

/** The places within a value, itself included. */
export type PointerIn<T, At extends string = '', Depth extends readonly 0[] = []> =
  | (At extends '' ? never : At)
  | (Depth['length'] extends 7 ? `${At}/${string}` : PointerBelow<T, At, [...Depth, 0]>);

type PointerBelow<T, At extends string, Depth extends readonly 0[]> = unknown extends T
  ? `${At}/${string}`
  : T extends readonly (infer Item)[]
    ? PointerIn<Item, `${At}/${number}`, Depth>
    : T extends object
      ? { [Key in keyof T & string]: PointerIn<Exclude<T[Key], undefined>, `${At}/${Key}`, Depth> }[keyof T & string]
      : never;

/** What may stand at a place; of a union, whatever one of its members has there. */
export type ValueAt<T, Pointer extends string> = Pointer extends `/${infer Key}/${infer Rest}`
  ? ValueAt<Member<T, Key>, `/${Rest}`>
  : Pointer extends `/${infer Key}`
    ? Member<T, Key>
    : never;

type Member<T, Key extends string> = unknown extends T
  ? unknown
  : T extends readonly (infer Item)[]
    ? Item
    : T extends object
      ? Key extends keyof T
        ? Exclude<T[Key], undefined>
        : never
      : never;
