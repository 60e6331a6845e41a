import type { EdgeKind } from '../../../protocol/testData';

/*
 * People who do not exist: their addresses are of domains that are reserved for examples (RFC 2606), their phone numbers
 * of ranges that are reserved for drama (555-01xx in North America, Ofcom's 07700 900xxx). The same seed gives the same
 * people.
 */

export interface MadeUpPerson {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** E.164. */
  readonly phone: string;
}

const names: readonly (readonly [first: string, last: string])[] = [
  ['Anna', 'Abel'],
  ['Jürgen', 'Müller-Lüdenscheidt'],
  ['Chloé', "L'Écuyer"],
  ['Дмитрий', 'Соколов'],
  ['Ελένη', 'Παπαδοπούλου'],
  ['さくら', '佐藤'],
  ['伟', '王'],
  ['지우', '김'],
  ['Nguyễn', 'Thị Minh Khai'],
  ['Ayşe', 'Yılmaz'],
  ['अनन्या', 'शर्मा'],
  ['ליאור', 'כהן'],
  ['ليلى', 'حداد'],
  ['Þóra', 'Jónsdóttir'],
  ['Oluwaseun', 'Adébáyò'],
  ['Li', 'O'],
  ['Maria da Conceição', 'de Oliveira e Silva dos Santos'],
];

const domains = ['example.com', 'example.org', 'example.net'];

const edges: Readonly<Record<EdgeKind, (person: MadeUpPerson) => MadeUpPerson>> = {
  long: (person) => ({
    ...person,
    firstName: 'Maximiliane '.repeat(13).slice(0, 150).trim(),
    lastName: 'W'.repeat(150),
  }),
  apostrophe: (person) => ({ ...person, firstName: "D'Artagnan", lastName: 'O’Neill-St. John' }),
  rightToLeft: (person) => ({ ...person, firstName: 'محمد', lastName: 'בן־דוד' }),
  emoji: (person) => ({ ...person, firstName: 'Zoë 🖋️', lastName: '𠮷田 👩‍⚖️' }),
  plus: (person) => ({ ...person, email: person.email.replace('@', '+sign.test@') }),
};

/** `first` counts people that are there already, so that no address comes twice. */
export function madeUpPeople(
  count: number,
  { seed = 1, first = 0, edge }: { readonly seed?: number; readonly first?: number; readonly edge?: EdgeKind } = {},
): readonly MadeUpPerson[] {
  return Array.from({ length: count }, (_none, index) => {
    const person = personAt(seed, first + index);
    return edge === undefined ? person : edges[edge](person);
  });
}

function personAt(seed: number, index: number): MadeUpPerson {
  const [firstName, lastName] = names[(index * 7 + seed - 1) % names.length] ?? ['Anna', 'Abel'];
  const domain = domains[(index + seed) % domains.length] ?? 'example.com';
  return { firstName, lastName, email: `signer.${seed}.${index + 1}@${domain}`, phone: phoneAt(index + seed) };
}

function phoneAt(index: number): string {
  const american = index % 2 === 0;
  return american
    ? `+1202555${String(100 + (Math.floor(index / 2) % 100)).padStart(4, '0')}`
    : `+447700900${String(Math.floor(index / 2) % 1000).padStart(3, '0')}`;
}
