import * as vscode from 'vscode';
import { describeQuestion, type Question } from '../../core/sending/question';

/** A modal whose first button, Enter and Escape are the safe answer. */
export async function askToSend(question: Question): Promise<boolean> {
  const { title, detail, send, safe } = describeQuestion(question);
  const answer = await vscode.window.showWarningMessage(
    title,
    { modal: true, detail },
    { title: safe, isCloseAffordance: true },
    { title: send },
  );
  return answer?.title === send;
}
