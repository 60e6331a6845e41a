import * as z from 'zod';
import type { ConnectionSetting } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import type { Issue } from '../../protocol/form';
import type { JsonObject, JsonValue } from '../../protocol/json';

/** What members of a setting depend on. */
export interface MemberContext {
  readonly provider: Provider;
  /** What stands in the section of the connection. */
  readonly values: JsonObject;
  /** The setting before it is edited; undefined for a new one. */
  readonly before: ConnectionSetting | undefined;
  /** Titles of the provider's other connections. */
  readonly takenTitles: readonly string[];
  /** A folder is open, whose settings may hold connections. */
  readonly hasWorkspace: boolean;
}

/** One field of the form of a connection: how it is shown, and what it writes into the setting. */
export interface SettingMember {
  /** In the form: `/connection/<key>`. */
  readonly key: string;
  /** What of a setting it writes, and nobody else. */
  readonly owns: readonly (keyof ConnectionSetting)[];
  /** The field, from its shape and meta data; undefined where there is nothing to show. Optional ones are offered. */
  schema(context: MemberContext): z.ZodType | undefined;
  /** What the form shows of a setting; undefined where the setting says nothing. */
  show(setting: ConnectionSetting, context: Pick<MemberContext, 'provider'>): JsonValue | undefined;
  write(value: JsonValue | undefined, context: MemberContext): Partial<ConnectionSetting>;
  /** What is wrong with a value that fits the schema. Pointers begin at the value. */
  check?(value: JsonValue, context: MemberContext): readonly MemberIssue[];
}

export interface MemberIssue {
  readonly pointer: string;
  readonly message: string;
  readonly severity?: Issue['severity'];
}

/** A member that stands in the form as it stands in the setting: its shape says all. */
export function plainMember<Key extends keyof ConnectionSetting>(
  key: Key,
  schema: z.ZodType<ConnectionSetting[Key]>,
  check?: SettingMember['check'],
): SettingMember {
  return {
    key,
    owns: [key],
    schema: () => schema,
    show: (setting) => setting[key] as JsonValue | undefined,
    write: (value) => {
      const read = schema.safeParse(value);
      return value === undefined || !read.success ? {} : { [key]: read.data };
    },
    ...(check !== undefined && { check }),
  };
}

export function text(title: string, description?: string) {
  return z
    .string()
    .min(1)
    .meta({ title, ...(description !== undefined && { description }) });
}
