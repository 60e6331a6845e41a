import { t } from '@vscode/l10n';
import type { Connection } from '../../core/connections/connection';
import type { DocumentDetail, DocumentSummary } from '../../core/documents';
import { titlesOf } from '../../core/forms/titlesOf';
import type { AccountPlace } from '../../core/history/knownNames';
import { type AccountId, accountIds } from '../../core/history/otherIds';
import type { Operation, RequestValues } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { nounWithin } from '../../protocol/words/nounWithin';
import { askSteps, inputStep, type PickItem, pickStep, type Step } from '../shell/asking/steps';
import { askDocumentId } from './askDocumentId';
import type { DocumentServices } from './documentServices';
import { DocumentSource } from './resources';
import { usableConnection } from './usableConnection';

type Asker = 'run' | 'request' | 'scenario';

export interface OtherAccount {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly request: RequestValues;
  /** Where the ids are from. */
  readonly from: AccountPlace;
  /** Where others are asked for. */
  readonly connection: Connection;
  readonly title: string;
  /** What the ids are in. */
  readonly asker: Asker;
  /** Of a document, where more is known of it than its name. */
  titleOf?(document: string): string | undefined;
  /** Answers that were given already. */
  readonly known?: Ids;
  /** Where not every id can be another one: those that can. */
  readonly replaceable?: ReadonlySet<string>;
}

/** The ids of the other account, by those of the request. */
export type Ids = ReadonlyMap<string, string>;

type Services = Pick<DocumentServices, 'registry' | 'connections' | 'sender' | 'names' | 'emulators' | 'credentials'>;

interface Answers {
  readonly ids: Ids;
}

/**
 * What the other account has in the place of what is named: what it has as well is kept, the others are asked for once.
 * Undefined when the user gave up.
 */
export function askOtherIds(services: Services, account: OtherAccount): Promise<Ids | undefined> {
  return new OtherIds(services, account).ask();
}

class OtherIds {
  readonly #services: Services;
  readonly #account: OtherAccount;
  readonly #source: DocumentSource;
  readonly #details = new Map<string, Promise<DocumentDetail | undefined>>();

  constructor(services: Services, account: OtherAccount) {
    this.#services = services;
    this.#account = account;
    this.#source = new DocumentSource(services);
  }

  async ask(): Promise<Ids | undefined> {
    const { operation, request, title, known = new Map<string, string>(), replaceable } = this.#account;
    const unknown = accountIds(operation, request).filter(
      ({ value }) => !known.has(value) && (replaceable?.has(value) ?? true),
    );
    if (unknown.length === 0) return known;
    const there = await this.#there();
    const steps: Step<Answers>[] = [];
    for (const id of unknown) {
      if (there.has(id.value)) continue;
      steps.push(id.collection === undefined ? this.#askId(id) : await this.#askDocument(id, id.collection));
    }
    const answers = await askSteps<Answers>(title, { ids: known }, () => steps);
    return answers?.ids;
  }

  /** What need not be asked for: documents that are read there, and all that the request names in these. */
  async #there(): Promise<ReadonlySet<string>> {
    const { connection, operation, request } = this.#account;
    if ((await usableConnection(this.#services, [connection], connection.id)) === undefined) return new Set();
    const ids = accountIds(operation, request);
    const documents = ids.flatMap(({ value, collection }) => (collection === undefined ? [] : [{ value, collection }]));
    const details = await Promise.all(documents.map(({ value, collection }) => this.#detail(collection, value)));
    const found = documents.filter((_one, index) => details[index] !== undefined).map(({ value }) => value);
    const isSameAccount = documents.length > 0 && found.length === documents.length;
    return new Set(isSameAccount ? ids.map(({ value }) => value) : found);
  }

  async #askDocument(id: AccountId, collection: string): Promise<Step<Answers>> {
    const documents = await this.#documents(collection);
    if (documents.length === 0) return this.#askText(id, async () => '');
    const title = this.#titleOf(id.value);
    const items = documents.map(
      (document): PickItem<string> => ({
        label: document.title,
        description: document.title === title ? alikeText(this.#account.asker) : (document.status?.text ?? ''),
        detail: document.id,
        value: document.id,
      }),
    );
    // Enter takes the first one.
    items.sort((one, other) => Number(other.label === title) - Number(one.label === title));
    const own = this.#account.provider.resources.collections.find((one) => one.id === collection);
    const noun = nounWithin(own?.noun ?? t('document'));
    const otherItem: PickItem<string> = { label: t('Another ID…'), value: '', alwaysShow: true };
    const placeholder = t('Which {0} in the place of {1}?', noun, title ?? id.value);
    return pickStep({ placeholder, items: [...items, otherItem] }, async (state, value) => {
      const chosen = value === '' ? await this.#askForId(collection, noun) : value;
      return chosen === undefined ? state : answered(state, id, chosen);
    });
  }

  #askForId(id: string, noun: string): Promise<string | undefined> {
    const { provider } = this.#account;
    return askDocumentId({ provider, collection: { id, noun }, title: t('ID of the {0}', noun) });
  }

  #askId(id: AccountId): Step<Answers> {
    return this.#askText(id, (answers) => this.#likely(id, answers));
  }

  #askText(id: AccountId, likely: (answers: Answers) => Promise<string>): Step<Answers> {
    const { provider, operation, asker } = this.#account;
    const title = titlesOf(provider, operation)(id.pointer);
    return async (state, frame) => {
      const question = {
        prompt: otherIdText(asker, title, id.value),
        value: await likely(state),
        check: (text: string) => (text === '' ? t('An ID is needed.') : undefined),
      };
      return inputStep<Answers>(question, (answers, text) => answered(answers, id, text))(state, frame);
    };
  }

  /** Somebody who is called alike, or has the same role, in the document that was chosen. */
  async #likely({ value }: AccountId, { ids }: Answers): Promise<string> {
    const { operation, request, from } = this.#account;
    for (const { value: before, collection } of accountIds(operation, request)) {
      const now = ids.get(before);
      if (collection === undefined || now === undefined) continue;
      const title = this.#services.names.recipient(from, before, value);
      const { recipients = [] } = (await this.#detail(collection, now)) ?? {};
      const alike = recipients.find(
        (one) => one.id === value || (title !== undefined && (one.title === title || one.role === title)),
      );
      if (alike !== undefined) return alike.id;
    }
    return '';
  }

  async #documents(collection: string): Promise<readonly DocumentSummary[]> {
    const { provider, connection } = this.#account;
    const place = { provider: provider.id, connection: connection.id, collection };
    try {
      return (await this.#source.page(place)).items;
    } catch {
      // Nobody asked for the list: what is known already does, and an id can be typed.
      return this.#services.names.documents(place);
    }
  }

  #detail(collection: string, document: string): Promise<DocumentDetail | undefined> {
    const { provider, connection } = this.#account;
    const target = { provider: provider.id, connection: connection.id, collection, document };
    const known = this.#details.get(document) ?? this.#source.document(target).catch(() => undefined);
    this.#details.set(document, known);
    return known;
  }

  #titleOf(document: string): string | undefined {
    const { from, titleOf } = this.#account;
    return titleOf?.(document) ?? this.#services.names.title(from, document);
  }
}

function answered({ ids }: Answers, { value }: AccountId, other: string): Answers {
  return { ids: new Map([...ids, [value, other]]) };
}

function alikeText(asker: Asker): string {
  switch (asker) {
    case 'run':
      return t('called like the one of the run');
    case 'request':
      return t('called like the one of the request');
    case 'scenario':
      return t('called like the one of the scenario');
  }
}

function otherIdText(asker: Asker, title: string, id: string): string {
  switch (asker) {
    case 'run':
      return t('{0} on this connection. The run had {1}.', title, id);
    case 'request':
      return t('{0} on this connection. The request had {1}.', title, id);
    case 'scenario':
      return t('{0} on this connection. The scenario had {1}.', title, id);
  }
}
