import { withFileIssues } from '../../core/attachments/fileInspector';
import { emulatorConnectionId } from '../../core/connections/connection';
import { validateRequest } from '../../core/forms/checks/validateRequest';
import type { Problem } from '../../core/problems/problem';
import type { Provider } from '../../core/provider';
import type { ProviderRegistry } from '../../core/registry';
import { parseRequestFile, type RequestFile } from '../../core/requests/requestFile';
import {
  type ConnectionCandidate,
  type TranslatedRequest,
  translateRequest,
} from '../../core/translation/translateRequest';
import type { Translation } from '../../core/translation/translation';
import type { Issue } from '../../protocol/form';
import { inspectAttachments } from '../attachments';
import { readRequestText } from '../readRequestText';
import type { Workplace } from '../workplace';

export interface TranslateFileOptions {
  /** Id of a provider or of an operation. */
  readonly to?: string | undefined;
  /** Where the new request will stand: files are named from there. */
  readonly out?: string | undefined;
}

export interface TranslatedFile extends TranslatedRequest {
  readonly kind: 'translated';
  readonly translation: Translation;
  /** What is wrong with the new request. */
  readonly newIssues: readonly Issue[];
}

/** Why nothing was translated. */
export type TranslationProblem =
  | Extract<Problem, { kind: 'unreadableRequest' | 'unknownOperation' }>
  /** `offered` are those of the operation, without any those of all operations. */
  | {
      readonly kind: 'noTranslation';
      readonly operation: string;
      readonly to: string | undefined;
      readonly offered: readonly Translation[];
    }
  | { readonly kind: 'severalTranslations'; readonly operation: string; readonly offered: readonly Translation[] };

/** Makes the request of a file into one of another provider. Nothing is sent, and nothing is written. */
export async function translateFile(
  workplace: Workplace,
  file: string,
  { to, out = file }: TranslateFileOptions,
): Promise<TranslatedFile | TranslationProblem> {
  const { registry, cwd } = workplace;
  const content = readRequestText(cwd, file);
  if (content.kind === 'unreadable') return { kind: 'unreadableRequest', detail: content.detail };
  const read = parseRequestFile(content.text);
  if (read.kind === 'unreadable') return { kind: 'unreadableRequest', detail: read.detail };
  const { request } = read;
  const translation = await translationFor(registry, request, to);
  if ('kind' in translation) return translation;
  const translated = await translateRequest(registry, translation, request, connectionsOf);
  const issues = [...read.issues, ...translated.issues];
  return { kind: 'translated', translation, ...translated, issues, newIssues: await issuesOf(cwd, out, translated) };
}

async function translationFor(
  registry: ProviderRegistry,
  request: RequestFile,
  to: string | undefined,
): Promise<Translation | TranslationProblem> {
  const { operation } = request;
  if ((await registry.operation(operation)) === undefined) {
    return { kind: 'unknownOperation', operation, meant: await registry.nearestOperations(operation) };
  }
  const own = registry.translationsOf(operation);
  const named = own.find((one) => one.to === to);
  if (named !== undefined) return named;
  const meant = registry.translationsOf(operation, request);
  const offered = to === undefined ? meant : meant.filter((one) => one.to.startsWith(`${to}/`));
  const [only, ...others] = offered;
  if (only === undefined) {
    return { kind: 'noTranslation', operation, to, offered: own.length > 0 ? own : registry.translations };
  }
  return others.length === 0 ? only : { kind: 'severalTranslations', operation, offered };
}

function connectionsOf({ environments, emulator }: Provider): readonly ConnectionCandidate[] {
  return [...(emulator === undefined ? [] : [{ id: emulatorConnectionId, live: false }]), ...environments];
}

async function issuesOf(cwd: string, file: string, { to, request }: TranslatedRequest): Promise<readonly Issue[]> {
  const inspections = await inspectAttachments(file, cwd, to.operation, request);
  const found = validateRequest(to.operation, request, undefined, { siblings: to.provider, written: request.written });
  return withFileIssues(found.issues, inspections);
}
