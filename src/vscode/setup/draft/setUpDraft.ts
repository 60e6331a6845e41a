import type { CredentialKind, Credentials } from '../../../core/auth';
import type { ConnectionSetting } from '../../../core/connections/connection';
import type { Provider } from '../../../core/provider';
import { editTexts } from '../../../core/requests/editing/editTexts';
import { splitPointer } from '../../../core/requests/pointer';
import type { FormEdit } from '../../../protocol/form';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { isObject } from '../../../protocol/jsonKinds';
import type { SecretMark } from '../../../protocol/pages/setUp';
import { freeId } from '../../connections/connectionSettings';
import type { SettingsHome } from '../../connections/connections';
import type { MemberContext } from '../member';
import { homeKey, homes, settingMembers } from '../settingMembers';
import { kindOf, secretFieldNames } from './credentialSection';
import { suggestedTitle } from './suggestedTitle';

/** What is set up: a new connection of a provider, or one that is there. */
export interface SetUpSubject {
  readonly provider: Provider;
  readonly before: ConnectionSetting | undefined;
  readonly home: SettingsHome;
  /** The credentials that are kept for exactly the address of `before`. */
  readonly kept: Credentials;
  /** The authority of the connection's own that they were given for. */
  readonly authority?: string | undefined;
  readonly takenTitles: readonly string[];
  readonly takenIds: readonly string[];
  readonly hasWorkspace: boolean;
  /** How the workspace's connection differs from the person's own of the same id, a sentence each. */
  readonly differences: readonly string[];
  /** Said of credentials that were given for another address. */
  readonly elsewhere?: string;
}

const credentialPlace = /^\/credentials\/([^/]+)$/;

/** What was filled in so far. Secrets are kept apart from what the page gets to see. */
export class SetUpDraft {
  readonly subject: SetUpSubject;
  readonly #secretNames: ReadonlySet<string>;
  readonly #secrets = new Map<string, string>();
  readonly #confirmed = new Set<string>();
  #text: string;
  #suggested = '';

  constructor(subject: SetUpSubject, kept?: string) {
    this.subject = subject;
    this.#secretNames = secretFieldNames(subject.provider);
    const credentials = this.#visible(subject.kept);
    this.#text = kept ?? JSON.stringify({ connection: connectionOf(subject), credentials });
    this.#suggest();
  }

  /** What outlives the form: all but the secrets. */
  get text(): string {
    return this.#text;
  }

  /** As the page sees them. */
  get values(): JsonObject {
    const { connection, credentials } = this.#written;
    const fields = this.kind === undefined ? [] : Object.keys(this.kind.fields.shape);
    const marks = fields.flatMap((name) => {
      const mark = this.#markOf(name);
      return mark === undefined ? [] : [[name, { ...mark }] as const];
    });
    return { connection, credentials: { ...credentials, ...Object.fromEntries(marks) } };
  }

  get context(): MemberContext {
    return { ...this.subject, values: this.#written.connection };
  }

  get kind(): CredentialKind | undefined {
    const { kinds } = this.subject.provider.auth;
    const { kind } = this.#written.credentials;
    return kinds.find(({ id }) => id === kind) ?? kinds[0];
  }

  get home(): SettingsHome {
    return this.#written.connection[homeKey] === homes.workspace ? homes.workspace : homes.user;
  }

  get setting(): ConnectionSetting {
    const { context } = this;
    const { provider, before, takenIds } = this.subject;
    const written = settingMembers.map((member) => member.write(context.values[member.key], context));
    const { title } = context.values;
    const suggested = suggestedTitle(provider, context.values, this.subject.takenTitles);
    const named = title === suggested.title ? suggested.short : String(title ?? '');
    const id = before?.id ?? freeId(named, takenIds);
    return Object.assign({ ...unshown(before), id, provider: provider.id }, ...written);
  }

  /** Those of the kind that is chosen, kept ones included. */
  get credentials(): Credentials {
    const { credentials } = this.#written;
    const names = Object.keys(this.kind?.fields.shape ?? {});
    const given = names.map((name) => [name, this.#secretNames.has(name) ? this.#secretOf(name) : credentials[name]]);
    const texts = given.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']);
    return Object.fromEntries(texts.filter(([, value]) => value !== ''));
  }

  /** Some of the secrets are those that are kept, which belong to the address they were given for. */
  get usesKept(): boolean {
    const { kept } = this.subject;
    return Object.keys(this.credentials).some(
      (name) => this.#secretNames.has(name) && !this.#secrets.has(name) && kept[name] !== undefined,
    );
  }

  get isCredentialsChanged(): boolean {
    const { credentials } = this;
    const { kept } = this.subject;
    const names = new Set([...Object.keys(credentials), ...Object.keys(kept)]);
    return [...names].some((name) => credentials[name] !== kept[name]);
  }

  /** Whether a person let kept credentials go to these origins, too. */
  isConfirmedFor(origins: readonly string[]): boolean {
    return origins.every((origin) => this.#confirmed.has(origin));
  }

  confirmFor(origins: readonly string[]): void {
    for (const origin of origins) this.#confirmed.add(origin);
  }

  apply(edits: readonly FormEdit[]): void {
    const visible = edits.flatMap((edit) => this.#withoutSecret(edit));
    if (visible.length > 0) this.#text = editTexts(this.#text, visible);
    this.#suggest();
  }

  /** What a browser brought. */
  giveSecret(name: string, value: string): void {
    this.#secrets.set(name, value);
  }

  get #written(): { readonly connection: JsonObject; readonly credentials: JsonObject } {
    const read: JsonValue = JSON.parse(this.#text);
    const { connection, credentials } = isObject(read) ? read : {};
    return {
      connection: isObject(connection) ? connection : {},
      credentials: isObject(credentials) ? credentials : {},
    };
  }

  /** A secret is taken out of the edit that brings it. */
  #withoutSecret(edit: FormEdit): readonly FormEdit[] {
    const [, name] = credentialPlace.exec(edit.pointer) ?? [];
    if (name !== undefined && this.#secretNames.has(name)) {
      if (edit.kind === 'set' && typeof edit.value === 'string') this.#secrets.set(name, edit.value);
      else if (edit.kind === 'remove') this.#secrets.delete(name);
      return [];
    }
    const isWhole = edit.kind === 'set' && splitPointer(edit.pointer).length <= 1;
    // Another kind was chosen: the marks that stand among its values are no values.
    return isWhole && isObject(edit.value) ? [{ ...edit, value: this.#visible(edit.value) }] : [edit];
  }

  #visible(values: JsonObject): JsonObject {
    const kind =
      typeof values['kind'] === 'string' ? values['kind'] : kindOf(this.subject.provider, this.subject.kept)?.id;
    const entries = Object.entries(values).filter(([name]) => !this.#secretNames.has(name) && name !== 'kind');
    return Object.fromEntries([...(kind === undefined ? [] : [['kind', kind] as const]), ...entries]);
  }

  #markOf(name: string): SecretMark | undefined {
    if (!this.#secretNames.has(name)) return undefined;
    if (this.#secrets.has(name)) return { secret: 'typed' };
    return this.subject.kept[name] === undefined ? undefined : { secret: 'kept' };
  }

  #secretOf(name: string): string | undefined {
    return this.#secrets.get(name) ?? this.subject.kept[name];
  }

  /** The name follows the address as long as nobody wrote another one. */
  #suggest(): void {
    const { connection } = this.#written;
    const { title = '' } = connection;
    if (this.subject.before !== undefined || title !== this.#suggested) return;
    this.#suggested = suggestedTitle(this.subject.provider, connection, this.subject.takenTitles).title;
    this.#text = editTexts(this.#text, [{ kind: 'set', pointer: '/connection/title', value: this.#suggested }]);
  }
}

function connectionOf({ provider, before, home, hasWorkspace }: SetUpSubject): JsonObject {
  const setting = before ?? { id: '', provider: provider.id, title: '', ...firstEnvironment(provider) };
  const shown = settingMembers.flatMap((member) => {
    const value = member.show(setting, { provider });
    return value === undefined ? [] : [[member.key, value] as const];
  });
  return { ...Object.fromEntries(shown), ...(hasWorkspace && { [homeKey]: home }) };
}

function firstEnvironment({ environments: [first] }: Provider): Pick<ConnectionSetting, 'environment'> {
  return first === undefined ? {} : { environment: first.id };
}

/** What of a setting no field shows stays as it was. */
function unshown(setting: ConnectionSetting | undefined): Readonly<Record<string, unknown>> {
  const owned = new Set<string>(settingMembers.flatMap(({ owns }) => owns));
  return Object.fromEntries(Object.entries(setting ?? {}).filter(([key]) => !owned.has(key)));
}
