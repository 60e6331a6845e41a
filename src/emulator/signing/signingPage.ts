import type { Provider } from '../../core/provider';
import type { SigningVisit } from '../../core/recipients/signingVisit';
import { type Html, html } from './html';
import { signingStyle } from './signingStyle';

export type Ending = 'signed' | 'declined';

type Named = Pick<Provider, 'title'>;

/** What a signer sees when they open their link. Complete in itself: no script, no image, nothing from elsewhere. */
export function visitPage(provider: Named, visit: SigningVisit, nonce: string): string {
  const { state } = visit;
  if (state === 'open') return frame(provider, nonce, `Sign ${titlesOf(visit)}`, visit, openVisit(visit));
  if (state === 'challenged') return frame(provider, nonce, challengeTitle, visit, challengedVisit(visit));
  return frame(provider, nonce, closed[state].title, visit, closedVisit(visit, closed[state]));
}

/** What follows Finish or Decline, also for a reader that does not follow the redirect. */
export function donePage(
  provider: Named,
  visit: SigningVisit,
  ending: Ending,
  redirect: string | undefined,
  nonce: string,
): string {
  const { title, tone, text } = endings[ending];
  const body = html`<section class="card notice ${tone}">
<h1>${title}</h1>
<p>${text(visit)}</p>
${onward(redirect)}
</section>`;
  return frame(provider, nonce, title, visit, body);
}

const endings = {
  signed: {
    title: 'You have signed',
    tone: 'done',
    text: (visit: SigningVisit) => `${nameOf(visit)} finished ${titlesOf(visit)}.`,
  },
  declined: {
    title: 'You have declined',
    tone: 'refused',
    text: (visit: SigningVisit) => `${nameOf(visit)} declined to sign ${titlesOf(visit)}. The sender sees the reason.`,
  },
} as const;

type ClosedState = Exclude<SigningVisit['state'], 'open' | 'challenged'>;

/** Why nothing can be signed, and what to do about it. */
const closed: Readonly<Record<ClosedState, { title: string; tone: string; cause: string; nextStep: string }>> = {
  waiting: {
    title: 'It is not your turn yet',
    tone: 'waiting',
    cause: 'Somebody who signs before you has not finished.',
    nextStep: 'Open this link again when the signers before you are done.',
  },
  locked: {
    title: 'You are locked out',
    tone: 'refused',
    cause: 'There were too many wrong answers to the questions that the sender asks.',
    nextStep: 'The sender has to unlock you; then open this link again.',
  },
  used: {
    title: 'You have signed already',
    tone: 'done',
    cause: 'This link was used to finish signing, so there is nothing left to do here.',
    nextStep: 'Refresh the document in E-Sign Workbench to see its new status.',
  },
  declined: {
    title: 'This invite was declined',
    tone: 'refused',
    cause: 'The signer declined, so the document cannot be signed with this link.',
    nextStep: 'Send a new invite when the document should be signed after all.',
  },
  expired: {
    title: 'This link has expired',
    tone: 'expired',
    cause: 'Signing links live for a limited time, and this one is over.',
    nextStep: 'Generate a new link for the same invite and open that one.',
  },
  cancelled: {
    title: 'This invite was cancelled',
    tone: 'expired',
    cause: 'The sender withdrew it after the link was made.',
    nextStep: 'Send a new invite and generate a link for it.',
  },
  unknown: {
    title: 'This link is not known',
    tone: 'expired',
    cause: 'No invite belongs to it. The address may be incomplete, or the emulator was reset since the link was made.',
    nextStep: 'Generate a new link and open it unchanged.',
  },
  placeholder: {
    title: 'A page of the API stands here',
    tone: 'waiting',
    cause: 'Nobody signs at it, so the emulator has no copy of it.',
    nextStep: 'What is done there, the calls of the API do as well.',
  },
};

function openVisit(visit: SigningVisit): Html {
  const { signer } = visit;
  return html`<header class="lead">
<p class="eyebrow">Ready to sign</p>
<h1>${titlesOf(visit)}</h1>
<p>${nameOf(visit)}${signer.role ? html` signs as <strong>${signer.role}</strong>` : undefined}.
Read, then ${visit.mayDecline === false ? 'finish' : 'finish or decline'}.</p>
${visit.notes?.map((note) => html`<p class="quiet">${note}</p>`)}
</header>
${visit.documents.map(documentCard)}
<form method="post" class="card actions">
<p>Finish fills in and signs every field above${signer.role ? ` for ${signer.role}` : ''}.</p>
<button type="submit" name="action" value="finish" class="primary">Finish</button>
</form>
${visit.mayDecline === false ? undefined : declineForm}`;
}

const declineForm = html`<details class="card">
<summary>Decline to sign</summary>
<form method="post">
<label for="reason">Reason, shown to the sender</label>
<textarea id="reason" name="reason" rows="3" maxlength="1000"></textarea>
<button type="submit" name="action" value="decline">Decline</button>
</form>
</details>`;

const challengeTitle = 'Confirm that it is you';

/** Says nothing of the documents: they are shown to the right person only. */
function challengedVisit({ questions = [], notes }: SigningVisit): Html {
  const fields = questions.map(
    ({ text, isMasked }, index) => html`<p><label for="answer-${index}">${text}</label>
<input id="answer-${index}" name="answer" type="${isMasked ? 'password' : 'text'}" autocomplete="off" required></p>`,
  );
  return html`<header class="lead">
<p class="eyebrow">Before you see the documents</p>
<h1>${challengeTitle}</h1>
${notes?.map((note) => html`<p class="quiet">${note}</p>`)}
</header>
<form method="post" class="card answers">
${fields}
<button type="submit" name="action" value="answer" class="primary">Continue</button>
</form>`;
}

function documentCard(document: SigningVisit['documents'][number]): Html {
  const fields = document.fields.map((field) => html`<li>${field}</li>`);
  return html`<article class="card paper">
<h2>${document.title}</h2>
<div class="lines" aria-hidden="true"><i></i><i></i><i></i><i></i></div>
${fields.length === 0 ? html`<p class="quiet">Nothing to fill in: you only read this document.</p>` : html`<h3>Your fields</h3><ul class="fields">${fields}</ul>`}
</article>`;
}

function closedVisit(visit: SigningVisit, { title, tone, cause, nextStep }: (typeof closed)[ClosedState]): Html {
  const titles = visit.documents.length === 0 ? undefined : html`<p class="quiet">${titlesOf(visit)}</p>`;
  return html`<section class="card notice ${tone}">
<h1>${title}</h1>
${titles}
<p>${cause}</p>
${visit.state === 'placeholder' ? visit.notes?.map((note) => html`<p>${note}</p>`) : undefined}
<p class="next"><strong>Next:</strong> ${nextStep}</p>
</section>`;
}

function onward(redirect: string | undefined): Html {
  if (redirect === undefined || redirect === '') {
    return html`<p class="next">The invite names no redirect, so this is where signing ends. You can close this page.</p>`;
  }
  if (!/^https?:\/\//i.test(redirect)) {
    return html`<p class="next">The invite redirects to <code>${redirect}</code>. Only http and https addresses are followed here.</p>`;
  }
  return html`<p class="next">The invite redirects to <a href="${redirect}" rel="noreferrer">${redirect}</a>.</p>`;
}

function frame(provider: Named, nonce: string, title: string, visit: SigningVisit, body: Html): string {
  const progress = visit.progress.length === 0 ? undefined : progressCard(visit);
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – E-Sign Workbench emulator</title>
<style nonce="${nonce}">${style}</style>
</head>
<body>
<header class="banner"><b>E-Sign Workbench emulator</b> — nothing here is legally binding
<span>${provider.title}</span></header>
<div class="page${progress === undefined ? ' narrow' : ''}">
<main>${body}</main>
${progress}
</div>
</body>
</html>
`.markup;
}

const style: Html = { markup: signingStyle };

function progressCard(visit: SigningVisit): Html {
  const done = visit.progress.filter(({ status }) => toneOf(status) === 'done').length;
  const steps = visit.progress.map(({ title, order, status }) => {
    const tone = toneOf(status);
    const isOwn = title !== '' && (title === visit.signer.email || title === visit.signer.name);
    return html`<li class="${tone}"${isOwn ? html` aria-current="step"` : undefined}>
<span class="mark" aria-hidden="true">${marks[tone] ?? order}</span>
<span class="who">${title}${isOwn ? html` <b class="you">You</b>` : undefined}</span>
<span class="quiet">Step ${order} · ${status}</span>
</li>`;
  });
  return html`<aside aria-labelledby="progress"><h2 id="progress">Signers</h2>
<p class="quiet">${done} of ${visit.progress.length} done</p>
<ol class="steps">${steps}</ol></aside>`;
}

const marks: Readonly<Record<string, string>> = { done: '✓', refused: '✕' };

/** The vendors' words for a status, sorted by what they look like on the page. */
function toneOf(status: string): 'done' | 'refused' | 'open' {
  if (/^(signed|fulfilled|completed?|done|finished|approved|processed)$/i.test(status)) return 'done';
  return /declin|refus|reject|cancel|expire/i.test(status) ? 'refused' : 'open';
}

function nameOf({ signer }: SigningVisit): string {
  return signer.name || signer.email || 'The signer';
}

function titlesOf({ documents }: SigningVisit): string {
  return documents.map(({ title }) => title).join(', ') || 'the document';
}
