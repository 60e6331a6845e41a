import type { Uri } from 'vscode';
import type { RequestFile } from '../../../../core/requests/requestFile';
import { contextKeys, views } from '../../ids';
import type { Targeted } from '../../treeTarget';
import { above, aboveEditor, command, type Keys, type MenuPlace, onNodes, shortcut } from '../command';
import { commandIds } from '../commandIds';
import {
  all,
  any,
  inForm,
  inTextOfRequest,
  inView,
  isRequestFile,
  isScratch,
  key,
  not,
  onRequestNode,
  outsideForm,
  type RequestNodeKind,
} from '../when';

const { sending } = contextKeys;
const onRequest = any(inForm, isRequestFile);
const asText = all(isRequestFile, outsideForm);

/** Where a secret stands that belongs to the credentials. */
export interface MisplacedSecret {
  /** Of the request file, or of settings. */
  readonly uri: string;
  readonly pointer: string;
}

/** A name that nobody has a value for. */
export interface UnknownVariable {
  /** Of the request file. */
  readonly uri: string;
  readonly name: string;
}

/** A request file, or a row of the view that lists them. */
type File = [file?: Uri | RequestRow];

export interface RequestRow {
  readonly kind: 'file' | 'folder';
  readonly uri: Uri;
}

export const requestCommands = {
  [commandIds.newRequest]: command<[node?: Targeted]>({
    keys: [shortcut('n')],
    title: 'New Request…',
    icon: 'new-file',
    menus: [
      above(views.providers, 'navigation@1'),
      above(views.requests, 'navigation@1'),
      ...onNodes(['provider'], '1_new@2'),
      ...onNodes(['connection'], '1_new@1'),
      ...onNodes(['collection', 'create'], 'inline@1'),
      ...onNodes(['collection'], '1_new@1'),
      ...onNodes(['document'], '2_new@1'),
      { menu: 'file/newFile', group: 'file' },
    ],
  }),
  [commandIds.send]: command({
    title: 'Send Request',
    icon: 'play',
    menus: [aboveEditor(all(onRequest, not(sending)), 'navigation@1')],
    keys: sendingKeys('enter'),
  }),
  [commandIds.sendFile]: command<File>({
    title: 'Send Request File',
    icon: 'play',
    palette: 'never',
    menus: onRequestFiles(['requestFile'], 'inline@1', '1_send@1'),
  }),
  [commandIds.requests.openAsText]: command<File>({
    title: 'Open Request File as Text',
    icon: 'json',
    palette: 'never',
    menus: onRequestFiles(['requestFile'], '2_open@1'),
  }),
  [commandIds.requests.reveal]: command<File>({
    title: 'Reveal Request in Explorer',
    icon: 'go-to-file',
    palette: onRequest,
    menus: onRequestFiles(['requestFile', 'requestFolder'], '2_open@2'),
  }),
  [commandIds.requests.refresh]: command({
    title: 'Refresh Requests',
    icon: 'refresh',
    menus: [above(views.requests, 'navigation@3')],
  }),
  [commandIds.sendAnyway]: command({ title: 'Send Request Anyway', keys: sendingKeys('shift+enter') }),
  [commandIds.cancel]: command({
    title: 'Cancel Sending',
    icon: 'debug-stop',
    palette: key(sending),
    menus: [aboveEditor(all(onRequest, key(sending)), 'navigation@1')],
  }),
  [commandIds.moveToCredentials]: command<[secret?: MisplacedSecret]>({
    title: 'Move to Credentials',
    palette: 'never',
  }),
  [commandIds.moveSettingToCredentials]: command<[secret?: MisplacedSecret]>({
    title: 'Move Setting to Credentials',
    palette: 'never',
  }),
  [commandIds.addVariable]: command<[variable?: UnknownVariable]>({ title: 'Add Variable', palette: 'never' }),
  [commandIds.openRequest]: command<[request?: RequestFile]>({ title: 'Open Request…', palette: 'never' }),
  [commandIds.switchConnection]: command({
    keys: [shortcut('c', onRequest)],
    title: 'Switch Connection…',
    palette: onRequest,
    menus: [aboveEditor(onRequest, 'connection@1')],
  }),
  [commandIds.switchAllConnections]: command({
    title: 'Switch Connection of All Open Requests…',
    menus: [aboveEditor(onRequest, 'connection@2')],
  }),
  [commandIds.translate]: command({ title: 'Open as Request of Another Provider…', palette: onRequest }),
  [commandIds.fillWithExamples]: command({
    keys: [shortcut('f', onRequest)],
    title: 'Fill with Examples',
    palette: onRequest,
  }),
  [commandIds.addMadeUpSigners]: command({ title: 'Add Made-up Signers…', palette: onRequest }),
  [commandIds.saveRequest]: command({
    title: 'Save Request',
    palette: onRequest,
    keys: [inForm, inTextOfRequest].map((place) => ({ key: 'ctrl+s', mac: 'cmd+s', when: all(place, isScratch) })),
  }),
  [commandIds.openAsText]: command({
    keys: [shortcut('t', inForm)],
    title: 'Open as Text',
    icon: 'json',
    palette: inForm,
    menus: [aboveEditor(inForm, 'navigation@2')],
  }),
  [commandIds.openTextBeside]: command({
    keys: [shortcut('b', inForm)],
    title: 'Open Text Beside',
    icon: 'split-horizontal',
    palette: inForm,
    menus: [aboveEditor(inForm, 'navigation@3')],
  }),
  [commandIds.openAsForm]: command({
    keys: [shortcut('t', asText)],
    title: 'Open as Form',
    icon: 'preview',
    palette: asText,
    menus: [aboveEditor(asText, 'navigation@2')],
  }),
};

/** In the form and in the text. */
function sendingKeys(keys: string): readonly Keys[] {
  return [inForm, inTextOfRequest].map((place) => ({
    key: `ctrl+${keys}`,
    mac: `cmd+${keys}`,
    when: all(place, not(sending)),
  }));
}

/** On rows of the view of request files, once in each group. */
function onRequestFiles(kinds: readonly RequestNodeKind[], ...groups: readonly string[]): readonly MenuPlace[] {
  const when = all(inView(views.requests), onRequestNode(...kinds));
  return groups.map((group) => ({ menu: 'view/item/context', when, group }));
}
