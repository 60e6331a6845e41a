import { t } from '@vscode/l10n';

/** What the ids of an API look like. No source calls any of them strict: another shape is worth a warning only. */
export interface IdShape {
  readonly pattern: RegExp;
  /** In a sentence: "looks like a UUID". */
  readonly one: () => string;
  /** In a sentence: "IDs are UUIDs here". */
  readonly many: () => string;
  readonly example: string;
}

export const idShapes = {
  hex40: {
    pattern: /^[0-9a-f]{40}$/i,
    one: () => t('an ID of 40 hexadecimal characters'),
    many: () => t('40 hexadecimal characters'),
    example: '016c8d15f909003085ed074a06236bc50bb3e1c3',
  },
  hex40or64: {
    pattern: /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i,
    one: () => t('an ID of 40 or 64 hexadecimal characters'),
    many: () => t('40 or 64 hexadecimal characters'),
    example: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0',
  },
  uuid: {
    pattern: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    one: () => t('a UUID'),
    many: () => t('UUIDs'),
    example: 'f742655b-7b27-43e1-9e4b-330246b140e6',
  },
  base64url28: {
    pattern: /^[\w-]{27}=$/,
    one: () => t('an ID of 28 characters that ends with "="'),
    many: () => t('28 characters that end with "="'),
    example: '9xZvSoqg-ksfWUMGUDjmt1D4tzA=',
  },
  /** The kind stands before the UUID. */
  iri: {
    pattern: /^\/[a-z_]+\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    one: () => t('a path with a UUID'),
    many: () => t('paths with a UUID'),
    example: '/members/f742655b-7b27-43e1-9e4b-330246b140e6',
  },
} as const satisfies Readonly<Record<string, IdShape>>;

export type IdShapeName = keyof typeof idShapes;

export function idShape(name: IdShapeName): IdShape {
  return idShapes[name];
}

/** What a text looks like that has the form of some API's ids. */
export function shapeOfId(text: string): IdShape | undefined {
  return Object.values(idShapes).find(({ pattern }) => pattern.test(text));
}

/** Whether a member of this name holds an id, whatever its value. */
export function namesId(name: string): boolean {
  return /^(?:id|uid|uuid|guid|key)$|(?:Id|ID|_id|-id|Uid|Guid)$/.test(name);
}
