import type { DocumentDetail } from '../../../core/documents';
import type { SigningPage } from '../../../core/emulation';
import { emailKey } from '../facts/documentFacts';
import type { EmulatedLink, State } from './state';

/** A page that signNow has mailed to somebody. */
export interface MailedPage extends SigningPage {
  readonly inviteId: string;
  /** Of a signer of a group; one of a document is told by the invite. */
  readonly email: string | undefined;
}

/** The newest page of each mail. What an application brings to its signers is its own. */
export function mailedPages({ links }: State): readonly MailedPage[] {
  const newest = new Map<string, MailedPage>();
  for (const [token, link] of links) {
    if (!link.isMailed) continue;
    const email = link.signer?.email;
    newest.set(`${link.inviteId} ${email ?? ''}`, {
      document: link.groupId ?? link.documentId,
      path: pathOf(link, token),
      inviteId: link.inviteId,
      email,
    });
  }
  return [...newest.values()];
}

/** With the page of each recipient who was mailed one and may still sign there. */
export function withMailedPages(state: State, detail: DocumentDetail): DocumentDetail {
  const pages = mailedPages(state).filter(({ document }) => document === detail.id);
  const recipients = detail.recipients.map((recipient) => {
    const page = pages.find(({ inviteId, email }) =>
      email === undefined ? inviteId === recipient.id : emailKey(email) === emailKey(recipient.title),
    );
    return page === undefined ? recipient : { ...recipient, signingPage: page.path };
  });
  return { ...detail, recipients, note: 'signNow mails its links; the signing pages here are the emulator’s.' };
}

function pathOf({ documentId }: EmulatedLink, token: string): string {
  return `/webapp/document/${documentId}?access_token=${token}&route=fieldinvite`;
}
