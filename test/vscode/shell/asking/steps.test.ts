import * as assert from 'node:assert/strict';
import { askSteps, type Step, type StepAnswer, type StepFrame } from '../../../../src/vscode/shell/asking/steps';

/** Answers the questions in order: a text, back, or cancel. */
function ask(answers: readonly string[], names: (state: readonly string[]) => readonly string[]) {
  const frames: StepFrame[] = [];
  const left = [...answers];
  const step =
    (name: string): Step<readonly string[]> =>
    async (state, frame): Promise<StepAnswer<readonly string[]>> => {
      frames.push(frame);
      const answer = left.shift() ?? 'cancel';
      if (answer === 'back') return { kind: 'back' };
      if (answer === 'cancel') return { kind: 'cancelled' };
      return { kind: 'answered', state: [...state, `${name}=${answer}`] };
    };
  return { frames, outcome: askSteps<readonly string[]>('Title', [], (state) => names(state).map(step)) };
}

describe('Questions one after the other', () => {
  const two = () => ['first', 'second'];
  const cases: readonly {
    title: string;
    answers: readonly string[];
    names?: (state: readonly string[]) => readonly string[];
    expected: readonly string[] | undefined;
  }[] = [
    { title: 'collect the answers', answers: ['1', '2'], expected: ['first=1', 'second=2'] },
    { title: 'end when the user gives up', answers: ['1', 'cancel'], expected: undefined },
    { title: 'go back and forget the answer', answers: ['1', 'back', '3', '2'], expected: ['first=3', 'second=2'] },
    {
      title: 'depend on the answers before',
      answers: ['yes', '2', '3'],
      names: (state) => (state[0] === 'first=yes' ? ['first', 'extra', 'second'] : ['first', 'second']),
      expected: ['first=yes', 'extra=2', 'second=3'],
    },
    { title: 'may be none', answers: [], names: () => [], expected: [] },
  ];
  for (const { title, answers, names = two, expected } of cases) {
    it(title, async () => assert.deepEqual(await ask(answers, names).outcome, expected));
  }

  it('offer a way back from the second on', async () => {
    const { frames, outcome } = ask(['1', '2'], two);
    await outcome;
    assert.deepEqual(
      frames.map(({ step, canGoBack }) => [step, canGoBack]),
      [
        [1, false],
        [2, true],
      ],
    );
  });
});
