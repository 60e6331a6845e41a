import { t } from '@vscode/l10n';

/*
 * Values that are made when a request is sent: `{{$uuid}}`. Names are those of Postman and REST Client, so that what is
 * copied works. Whatever is an address is of a domain that is nobody's.
 */

export interface DynamicPorts {
  /** Epoch milliseconds. */
  now(): number;
  /** From 0 to 1. */
  random(): number;
}

interface Dynamic {
  /** To follow the name in a list. */
  readonly says: () => string;
  readonly make: (ports: DynamicPorts, offset: string) => string;
}

const dynamics: Readonly<Record<string, Dynamic>> = {
  uuid: { says: () => t('a new UUID'), make: ({ random }) => uuid(random) },
  timestamp: {
    says: () => t('seconds since 1970'),
    make: (ports, offset) => String(Math.floor(later(ports, offset) / 1000)),
  },
  isoTimestamp: {
    says: () => t('date and time of now'),
    make: (ports, offset) => new Date(later(ports, offset)).toISOString(),
  },
  date: {
    says: () => t('the day of today'),
    make: (ports, offset) => new Date(later(ports, offset)).toISOString().slice(0, 10),
  },
  randomInt: { says: () => t('a whole number up to 1000'), make: ({ random }) => String(Math.floor(random() * 1001)) },
  randomEmail: {
    says: () => t('an address at example.com'),
    make: ({ random }) => `signer-${letters(random, 8)}@example.com`,
  },
  randomFirstName: { says: () => t('a first name'), make: ({ random }) => one(random, firstNames) },
  randomLastName: { says: () => t('a last name'), make: ({ random }) => one(random, lastNames) },
};

const firstNames = ['Anna', 'Ben', 'Chloé', 'Dmitri', 'Esra', 'Femi', 'Grace', 'Hiro', 'Íris', 'Jürgen'];
const lastNames = ['Abel', 'Brown', 'Costa', 'Dupont', 'Eriksson', 'Fofana', 'Garcia', 'Huber', "O'Neill", 'Sato'];

const timed = new Set(['timestamp', 'isoTimestamp', 'date']);

/** As far as years have four digits, whenever it is made. */
const offsetPattern = '[+-](?:\\d{1,5}[smhdw]|\\d{1,4}M|\\d{1,3}y)';

/** For a pattern of references: the name with its sign, and for times how much later or earlier. */
export const dynamicPattern = `\\$(?:(?:${[...timed].join('|')})(?:\\s+${offsetPattern})?|(?:${Object.keys(dynamics)
  .filter((name) => !timed.has(name))
  .join('|')}))`;

const whole = new RegExp(`^${dynamicPattern}$`);

export function isDynamic(name: string): boolean {
  return whole.test(name);
}

/** What there is, to choose from. */
export const dynamicVariables = (): readonly { readonly name: string; readonly says: string }[] => [
  ...Object.entries(dynamics).map(([name, { says }]) => ({ name: `$${name}`, says: says() })),
  { name: '$date +3d', says: t('a day: s, m, h, d, w, M and y may follow a number') },
];

/** Anew for each place, and the same again for the same place: what is asked about is what is sent. */
export class DynamicValues {
  readonly #ports: DynamicPorts;
  readonly #made = new Map<string, string>();

  constructor(ports: DynamicPorts = { now: Date.now, random: Math.random }) {
    this.#ports = ports;
  }

  /** Undefined for what is no dynamic name. */
  at(name: string, place: string): string | undefined {
    if (!isDynamic(name)) return undefined;
    const key = `${place} ${name}`;
    const made = this.#made.get(key) ?? madeFor(name, this.#ports);
    this.#made.set(key, made);
    return made;
  }
}

function madeFor(name: string, ports: DynamicPorts): string {
  const [plain = '', offset = ''] = name.slice(1).split(/\s+/);
  return dynamics[plain]?.make(ports, offset) ?? name;
}

const units: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Months and years as calendars have them, in UTC: the last day of a month stays one. */
function later({ now }: DynamicPorts, offset: string): number {
  const [, count = '0', unit = 's'] = /^([+-]\d+)(\w)$/.exec(offset) ?? [];
  const length = units[unit];
  if (length !== undefined) return now() + Number(count) * length;
  const date = new Date(now());
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + Number(count) * (unit === 'y' ? 12 : 1));
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, last));
}

/** Version 4. Nothing secret comes of it. */
function uuid(random: () => number): string {
  const digit = (_all: string) => Math.floor(random() * 16).toString(16);
  const text = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/x/g, digit);
  return text.replace('y', () => (8 + Math.floor(random() * 4)).toString(16));
}

function letters(random: () => number, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 36).toString(36)).join('');
}

function one(random: () => number, names: readonly string[]): string {
  return names[Math.floor(random() * names.length)] ?? '';
}
