import type * as z from 'zod';
import { isoTime } from '../../../kit/times/isoTime';
import type { labelReply, signatureUiReply } from '../operations/signatureUis/signatureUiReplies';
import type { SignatureUi, SignatureUiLabel, State } from './state';
import { workspace } from './users';
import { mapOf } from './view';

/** What the Swagger file says of a page of which nothing else is said. */
const defaults = {
  description: null,
  enableHeaderBar: true,
  enableHeaderBarSignAs: true,
  enableSidebar: true,
  enableMemberList: true,
  enableDocumentList: true,
  enableDocumentDownload: true,
  enableActivities: true,
  authenticationPopup: false,
  enableRefuseComment: true,
  defaultZoom: 100,
  logo: null,
  defaultLanguage: null,
  signImageTypesAvailable: ['name', 'draw', 'custom'],
  languages: ['fr', 'en', 'es', 'de', 'it', 'pt', 'nl'],
  fonts: [],
  style: null,
  redirectCancel: null,
  redirectError: null,
  redirectSuccess: null,
};

export function viewSignatureUi(
  state: State,
  { id, creator, settings, ...times }: SignatureUi,
): z.input<typeof signatureUiReply> {
  const given = Object.fromEntries(
    Object.keys(defaults).flatMap((key) => {
      const value = settings[key as keyof typeof settings];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return {
    ...defaults,
    ...given,
    id,
    name: settings.name,
    labels: [...state.signatureUiLabels.values()]
      .filter(({ signatureUi }) => signatureUi === id)
      .map((label) => {
        const { signatureUi: _page, ...shown } = viewLabel(label);
        return shown;
      }),
    workspace: workspace.id,
    creator,
    createdAt: isoTime(times.createdAt),
    updatedAt: isoTime(times.updatedAt),
  };
}

export function viewLabel({
  id,
  name,
  languages,
  signatureUi,
  creator,
  ...times
}: SignatureUiLabel): z.input<typeof labelReply> {
  return {
    id,
    name,
    languages: mapOf<string>(languages),
    signatureUi,
    creator,
    createdAt: isoTime(times.createdAt),
    updatedAt: isoTime(times.updatedAt),
  };
}
