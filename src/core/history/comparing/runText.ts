import { t } from '@vscode/l10n';
import type { BodyPart, Headers } from '../../http';
import { rewriteJson } from '../../json/rewriting/rewriteJson';
import type { ScalarPlace } from '../../json/rewriting/scalarPlace';
import { inOwnLanguage } from '../../language/storedTexts';
import { describeProblem } from '../../problems/describeProblem';
import { formatRequestFile } from '../../requests/requestFile';
import type { HistoryEntry, StoredOutcome, StoredRequest } from '../entry';
import type { ComparedPlace, Placeholders } from './placeholders';

/** What a run sent and what came back, as a text of lines that can be compared; with placeholders where they are given. */
export function runText(entry: HistoryEntry, placeholders?: Placeholders): string {
  return new RunWriter(placeholders).write(entry);
}

class RunWriter {
  readonly #placeholders: Placeholders | undefined;

  constructor(placeholders: Placeholders | undefined) {
    this.#placeholders = placeholders;
  }

  write(entry: HistoryEntry): string {
    // The names that the operation has for ids of its path say more than the address.
    for (const [name, value] of Object.entries({ ...entry.request.query, ...entry.request.path })) {
      if (typeof value === 'string') this.#placeholders?.whole(value, { key: `path ${name}`, name });
    }
    const lines = [
      t('Operation: {0}', entry.operation),
      t('Connection: {0}, {1}', entry.connection, entry.baseUrl),
      '',
      ...this.#request(entry),
      '',
      ...this.#outcome(entry.outcome),
    ];
    return `${lines.join('\n').trimEnd()}\n`;
  }

  #request({ sent, request }: HistoryEntry): readonly string[] {
    if (sent === undefined) {
      const values = this.#body(formatRequestFile(request), { key: 'request', name: '' });
      return [t('Request, which was not sent'), '', values];
    }
    const { method, url, headers } = sent;
    const address = this.#within(url, { key: 'url', name: '' });
    return [t('Request: {0} {1}', method, address), ...this.#headers(headers, 'sent'), '', ...this.#sentBody(sent)];
  }

  #sentBody({ body, parts, isCut, headers }: StoredRequest): readonly string[] {
    if (body === undefined) return [];
    if (parts !== undefined) return parts.map((part) => this.#part(part));
    const boundary = boundaryOf.exec(headers['content-type'] ?? '')?.[2];
    const text =
      boundary === undefined || this.#placeholders === undefined ? body : body.replaceAll(boundary, '<boundary>');
    return [this.#body(text, { key: 'sent', name: '' }), ...(isCut ? [t('(more was sent)')] : [])];
  }

  #part(part: BodyPart): string {
    const place = { key: `part ${part.name}`, name: part.name };
    if (part.kind === 'text') return `${part.name}: ${this.#text(part.value, place)}`;
    return `${part.name}: ${t('file {0}, {1}, {2} bytes', part.fileName, part.mediaType, part.size)}`;
  }

  #outcome(outcome: StoredOutcome): readonly string[] {
    if (outcome.kind === 'failed') {
      const { title, cause, nextStep } = describeProblem(inOwnLanguage(outcome.problem));
      return [
        t('No reply'),
        '',
        ...[title, cause, nextStep].map((text) => this.#within(text, { key: 'problem', name: '' })),
      ];
    }
    const { status, statusText, headers, body, truncated } = outcome;
    const text = this.#body(body, { key: 'reply', name: '' });
    const more = truncated ? [t('(the rest of the body is not kept)')] : [];
    return [t('Reply: {0} {1}', status, statusText).trimEnd(), ...this.#headers(headers, 'reply'), '', text, ...more];
  }

  /** In one order, which makes no difference to anybody. */
  #headers(headers: Headers, key: string): readonly string[] {
    return Object.entries(headers)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => `${name}: ${this.#header(value, { key: `${key} ${name}`, name })}`);
  }

  #header(value: string, place: ComparedPlace): string {
    const text = this.#text(value, place);
    return this.#placeholders === undefined ? text : text.replace(boundaryOf, '$1<boundary>');
  }

  #body(text: string, place: ComparedPlace): string {
    if (!/^\s*[[{]/.test(text)) return this.#text(text, place);
    const rewritten = rewriteJson(text, (scalar) => this.#scalar(scalar, place), { indent: 2 });
    if (rewritten.kind === 'whole') return rewritten.text;
    // Cut off, or no JSON from there on.
    return `${rewritten.text}\n${this.#within(text.slice(rewritten.end), { ...place, key: `${place.key} rest` })}`.trimEnd();
  }

  #scalar(scalar: ScalarPlace, { key }: ComparedPlace): string | undefined {
    const { value, spelling } = scalar;
    if (this.#placeholders === undefined || value === null || typeof value === 'boolean') return undefined;
    const [name = '', around = ''] = scalar
      .path()
      .filter((step) => typeof step === 'string')
      .reverse();
    const place = { key: key + scalar.pointer(), name, around };
    if (typeof value === 'number') return this.#placeholders.whole(spelling, place, true);
    const text = this.#text(value, place);
    if (text !== value) return JSON.stringify(text);
    // A value that is spelled like a placeholder is none.
    return /^<[\w ]+>$/.test(value) ? spelling.replace('<', '\\u003c') : undefined;
  }

  #text(text: string, place: ComparedPlace): string {
    return this.#placeholders?.whole(text, place) ?? this.#within(text, place);
  }

  #within(text: string, place: ComparedPlace): string {
    return this.#placeholders?.within(text, place) ?? text;
  }
}

const boundaryOf = /(boundary=)("[^"]+"|[^\s;]+)/;
