import * as vscode from 'vscode';
import { noticeText } from '../noticeText';

/** One question of several. Answers are put into the state, from which the following questions are made. */
export type Step<State> = (state: State, frame: StepFrame) => Promise<StepAnswer<State>>;

export interface StepFrame {
  readonly title: string;
  readonly step: number;
  readonly canGoBack: boolean;
}

export type StepAnswer<State> =
  | { readonly kind: 'answered'; readonly state: State }
  | { readonly kind: 'back' }
  | { readonly kind: 'cancelled' };

export interface PickItem<Value> extends vscode.QuickPickItem {
  readonly value: Value;
}

/** Asks one question after the other, with a way back. Undefined when the user gave up. */
export async function askSteps<State>(
  title: string,
  start: State,
  stepsFor: (state: State) => readonly Step<State>[],
): Promise<State | undefined> {
  const earlier: State[] = [];
  let state = start;
  for (;;) {
    const step = stepsFor(state)[earlier.length];
    if (step === undefined) return state;
    const answer = await step(state, { title, step: earlier.length + 1, canGoBack: earlier.length > 0 });
    if (answer.kind === 'cancelled') return undefined;
    if (answer.kind === 'answered') earlier.push(state);
    state = answer.kind === 'answered' ? answer.state : (earlier.pop() ?? start);
  }
}

/** The question stays until its answer is put into the state, so that the next one follows without a gap. */
export function pickStep<State, Value>(
  question: { readonly placeholder: string; readonly items: readonly PickItem<Value>[] },
  put: (state: State, value: Value) => State | Promise<State>,
): Step<State> {
  return (state, frame) => {
    const box = vscode.window.createQuickPick<PickItem<Value>>();
    box.items = question.items;
    box.placeholder = question.placeholder;
    box.matchOnDescription = true;
    box.matchOnDetail = true;
    return show(box, frame, async () => {
      const [chosen] = box.selectedItems;
      return chosen && put(state, chosen.value);
    });
  };
}

export interface InputQuestion {
  readonly prompt: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly password?: boolean;
  /** What is wrong with the text, undefined when nothing is. */
  readonly check?: (text: string) => string | undefined;
}

export function inputStep<State>(question: InputQuestion, put: (state: State, text: string) => State): Step<State> {
  return (state, frame) => {
    const box = vscode.window.createInputBox();
    box.prompt = noticeText(question.prompt);
    box.value = question.value ?? '';
    box.placeholder = question.placeholder;
    box.password = question.password ?? false;
    const validate = () => {
      const fault = question.check?.(box.value.trim());
      box.validationMessage = fault && noticeText(fault);
      return fault === undefined;
    };
    // A complaint that was raised on Enter goes away while one types; it never comes up while one has just begun.
    box.onDidChangeValue(() => box.validationMessage !== undefined && validate());
    return show(box, frame, async () => (validate() ? put(state, box.value.trim()) : undefined));
  };
}

type Box = vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox;

/** Where there is no new state yet, the question stays. */
function show<State>(
  box: Box,
  frame: StepFrame,
  answered: () => Promise<State | undefined>,
): Promise<StepAnswer<State>> {
  box.title = frame.title;
  box.step = frame.step;
  // Typing a secret often means fetching it from another window first.
  box.ignoreFocusOut = true;
  box.buttons = frame.canGoBack ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve, reject) => {
    const end = (answer: StepAnswer<State>) => {
      resolve(answer);
      box.dispose();
    };
    const accept = async () => {
      if (box.busy) return;
      box.busy = true;
      try {
        const state = await answered();
        if (state !== undefined) end({ kind: 'answered', state });
      } finally {
        box.busy = false;
      }
    };
    box.onDidTriggerButton(() => end({ kind: 'back' }));
    box.onDidHide(() => end({ kind: 'cancelled' }));
    box.onDidAccept(() => {
      accept().catch((error: unknown) => {
        reject(error);
        box.dispose();
      });
    });
    box.show();
  });
}
