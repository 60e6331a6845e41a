/** What a field may stumble over, by what it is called. */
export const edgeKinds = {
  long: 'Names of 150 characters',
  apostrophe: 'Apostrophes and hyphens',
  rightToLeft: 'Right to left',
  emoji: 'Emoji and letters beyond the basic plane',
  plus: 'Addresses with a plus',
} as const;

export type EdgeKind = keyof typeof edgeKinds;
