/** How long a link opens its page. */
export interface Lifetime {
  /** What the link leads to. */
  readonly opens: string;
  /** In minutes. */
  readonly least: number;
  readonly most: number;
  /** Failures outside of them. */
  readonly tooShort: string;
  readonly tooLong: string;
  /** When the request names none. */
  readonly usual: number;
}

export const lifetimes = {
  sending: {
    opens: 'Page to send',
    least: 15,
    most: 45,
    tooShort: 'link-expiration-too-short',
    tooLong: 'link-expiration-too-long',
    usual: 15,
  },
  editor: {
    opens: 'Editor',
    least: 15,
    most: 43_200,
    tooShort: 'link-expiration-too-short',
    tooLong: 'editor-expiration-too-long',
    usual: 15,
  },
  view: {
    opens: 'View',
    least: 43_200,
    most: 518_400,
    tooShort: 'view-expiration-too-short',
    tooLong: 'view-expiration-too-long',
    usual: 43_200,
  },
} as const satisfies Record<string, Lifetime>;
