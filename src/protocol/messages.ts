import type { FormEdit, FormState } from './form';
import type { ReplyState } from './reply';

/** A panel's messages, declared as `{ type: payload }`; unions and handlers are derived. */
export interface FormToHost {
  ready: Record<never, never>;
  edit: { readonly edit: FormEdit };
  /** All at once: one step to undo. */
  mend: { readonly edits: readonly FormEdit[] };
  /** By the title that the state gives it. */
  mendAll: { readonly title: string };
  /** One of those that an unreadable state offers. */
  chooseOperation: { readonly id: string };
  send: Record<never, never>;
  /** In spite of errors that are only foreseen. */
  sendAnyway: Record<never, never>;
  cancel: Record<never, never>;
  /** Opens the call that mends a prediction. */
  openMending: { readonly operation: string };
  chooseConnection: { readonly id: string };
  addConnection: Record<never, never>;
  chooseFile: { readonly pointer: string };
  openAsText: Record<never, never>;
  /** Puts the JSON of the whole text right. */
  mendText: Record<never, never>;
  openDocs: Record<never, never>;
}
export interface FormToWebview {
  state: { readonly state: FormState };
  /** Scroll to a field and focus it. */
  reveal: { readonly pointer: string };
  /** A command wants to send: tell what was typed last, then say `send`, or `sendAnyway`. */
  submit: { readonly anyway: boolean };
}

export interface ReplyToHost {
  ready: Record<never, never>;
  cancel: Record<never, never>;
  openLink: { readonly index: number };
  copyLink: { readonly index: number };
  takeNextStep: { readonly index: number };
  mend: { readonly index: number };
  openSource: { readonly index: number };
  /** Sends what was held back for errors that are only foreseen. */
  sendAnyway: Record<never, never>;
  replay: Record<never, never>;
  editAndResend: Record<never, never>;
  copyAsCurl: Record<never, never>;
  openBody: Record<never, never>;
  saveBody: Record<never, never>;
}
export interface ReplyToWebview {
  state: { readonly state: ReplyState };
}

export type Message<Map> = { [Type in keyof Map]: { readonly type: Type } & Map[Type] }[keyof Map];
export type MessageHandlers<Map> = { readonly [Type in keyof Map]: (message: Map[Type]) => void };
