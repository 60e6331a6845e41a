import { describeQuestion, type Question } from '../../core/sending/asking/question';
import { askModal } from '../shell/notices';

/**
 * A modal whose first button, Enter and Escape are the safe answer. The item that closes a modal is never its first
 * button, so none is marked as that one: Enter would send. The editor adds "Cancel" for Escape by itself.
 */
export async function askToSend(question: Question): Promise<boolean> {
  const { title, detail, send, safe } = describeQuestion(question);
  const answer = await askModal(title, detail, safe, send);
  return answer === send;
}
