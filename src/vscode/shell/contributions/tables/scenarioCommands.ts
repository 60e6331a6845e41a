import type { TestItem, Uri } from 'vscode';
import { contextKeys, views } from '../../ids';
import type { Targeted } from '../../treeTarget';
import { above, aboveEditor, command, onNodes } from '../command';
import { commandIds } from '../commandIds';
import { debugsScenario, key, not, onScenarioTest, onStepMessage, scenarioFile } from '../when';

/** The file in the active editor without one; the whole file without a workflow, the whole workflow without a step. */
type ScenarioPart = [uri?: Uri, workflowId?: string, stepId?: string];
/** A test, or a message of one. */
type Tested = [tested?: TestItem | { readonly test: TestItem }];

const recording = key(contextKeys.recording);
const notRecording = not(contextKeys.recording);

export const scenarioCommands = {
  [commandIds.newScenario]: command<[node?: Targeted]>({
    title: 'New Scenario…',
    icon: 'new-file',
    menus: [
      above(views.providers, 'new@1'),
      ...onNodes(['provider'], '1_new@3'),
      ...onNodes(['connection'], '1_new@2'),
      { menu: 'file/newFile', group: 'file' },
    ],
  }),
  [commandIds.scenario.run]: command<ScenarioPart>({ title: 'Run Scenario', icon: 'play', palette: scenarioFile }),
  [commandIds.scenario.debug]: command<ScenarioPart>({
    title: 'Debug Scenario',
    icon: 'debug-alt',
    palette: scenarioFile,
  }),
  [commandIds.scenario.showJourney]: command<[uri?: Uri, workflowId?: string]>({
    title: 'Show Journey',
    icon: 'organization',
    palette: scenarioFile,
    menus: [aboveEditor(scenarioFile, 'navigation@3')],
  }),
  [commandIds.scenario.openReply]: command<Tested>({
    title: 'Show Reply of Step',
    icon: 'open-preview',
    palette: 'never',
    menus: [
      { menu: 'testing/item/context', when: onScenarioTest, group: 'inline@9' },
      { menu: 'testing/message/context', when: onStepMessage, group: 'inline@1' },
    ],
  }),
  [commandIds.scenario.chooseConnection]: command({
    title: 'Choose Connection for Scenarios…',
    menus: [aboveEditor(scenarioFile, 'connection@1')],
  }),
  [commandIds.scenario.record]: command({
    title: 'Record Scenario',
    icon: 'record',
    enablement: notRecording,
    menus: [above(views.history, 'navigation@6', notRecording)],
  }),
  [commandIds.scenario.stopRecording]: command({
    title: 'Stop Recording Scenario',
    icon: 'debug-stop',
    enablement: recording,
    menus: [above(views.history, 'navigation@6', recording)],
  }),
  [commandIds.scenario.skipStep]: command({
    title: 'Skip Step',
    icon: 'debug-step-over',
    palette: 'never',
    menus: [{ menu: 'debug/toolBar', when: debugsScenario, group: 'navigation@55' }],
  }),
};
