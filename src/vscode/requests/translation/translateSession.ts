import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeProblem } from '../../../core/problems/describeProblem';
import type { RequestFile } from '../../../core/requests/requestFile';
import { requestOriginOf } from '../../../core/translation/originOf';
import { translateRequest } from '../../../core/translation/translateRequest';
import type { Translation } from '../../../core/translation/translation';
import { pickOne } from '../../shell/asking/pickOne';
import { showInfo, showWarning } from '../../shell/notices';
import type { RequestServices } from '../requestServices';
import { openScratch, scratchFile } from '../scratch/openScratch';
import type { CheckedRequest } from '../session/checkRequest';
import type { RequestSession } from '../session/requestSession';
import { keepOrigin } from './keptOrigins';

/** Opens what the text says now as a request of another provider, beside it. */
export async function translateSession(services: RequestServices, session: RequestSession): Promise<void> {
  await session.edits.settled();
  const state = await session.check();
  if (state.kind !== 'checked') return explain(state);
  const translation = await pickTranslation(services, state);
  if (translation !== undefined) await openTranslated(services, translation, state.request);
}

async function explain(state: Exclude<CheckedRequest, { kind: 'checked' }>): Promise<void> {
  const problem = state.kind === 'unreadable' ? { ...state, kind: 'unreadableRequest' as const } : state;
  const { title, cause } = describeProblem(problem);
  await showWarning(`${title}. ${cause}`);
}

async function pickTranslation(
  { registry }: RequestServices,
  { operation, request }: CheckedRequest & { kind: 'checked' },
): Promise<Translation | undefined> {
  const offered = registry.translationsOf(operation.id, request);
  if (offered.length > 0) return pickOne(t('Open as'), offered.map(itemOf));
  const sources = await Promise.all(registry.translations.map(({ from }) => registry.operation(from)));
  const known = sources.flatMap((one) => (one === undefined ? [] : [`${one.operation.title} (${one.provider.title})`]));
  const others =
    known.length === 0 ? t('There are none yet.') : t('There are for: {0}.', [...new Set(known)].join(', '));
  await showInfo(t('There is no way yet from “{0}” to another provider. {1}', operation.title, others));
  return undefined;
}

function itemOf(translation: Translation) {
  return { label: translation.title, description: translation.to, value: translation };
}

async function openTranslated(
  services: RequestServices,
  translation: Translation,
  request: RequestFile,
): Promise<void> {
  const { registry, connections, context } = services;
  const translated = await translateRequest(registry, translation, request, (provider) => connections.list(provider));
  const uri = scratchFile(translated.to.operation.title);
  await keepOrigin(context, uri, translation.to, requestOriginOf(translated, request));
  await openScratch(uri, translated.request, vscode.ViewColumn.Beside);
}
