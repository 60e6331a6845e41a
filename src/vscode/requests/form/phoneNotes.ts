import * as vscode from 'vscode';
import { formModel } from '../../../core/forms/formModel';
import { type PlacedField, placedFields } from '../../../protocol/filledFields';
import { isObject } from '../../../protocol/jsonKinds';
import { pageLanguage } from '../../shell/language/useLanguage';
import type { CheckedRequest } from '../session/checkRequest';

/** Phones beyond these items of a list get no note. */
const mostItems = 50;

type Notes = Readonly<Record<string, string>>;

/** Whose phone numbers those of a request are, and how they are dialled. Their library is loaded with the first of them. */
export class PhoneNotes implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #describe: ((text: string) => string) | undefined;
  #loading = false;

  readonly onDidChange = this.#changed.event;

  of({ provider, operation, request }: CheckedRequest & { kind: 'checked' }): Notes {
    const { path, query, body } = request;
    const values = Object.fromEntries(
      Object.entries({ path, query, body }).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
    );
    if (!isObject(values)) return {};
    const phones = [...placedFields(formModel(provider, operation), values, mostItems)].flatMap(phoneAt);
    if (phones.length === 0) return {};
    const describe = this.#describe;
    if (describe === undefined) void this.#load();
    return Object.fromEntries(phones.map(({ pointer, text }) => [pointer, describe?.(text) ?? '']));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #load(): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    const { describePhone } = await import('./describePhone');
    const { language } = pageLanguage();
    this.#describe = (text) => describePhone(text, language);
    this.#changed.fire();
  }
}

function phoneAt({
  field,
  pointer,
  value,
}: PlacedField): readonly { readonly pointer: string; readonly text: string }[] {
  if (field.kind !== 'text' || field.form !== 'phone' || typeof value !== 'string') return [];
  // A variable is not known here.
  return value === '' || value.includes('{{') ? [] : [{ pointer, text: value }];
}
