import { contextKeys, requestEditor, walkthrough } from '../ids';
import { commandIds } from './commandIds';
import type { CommandId } from './commands';

interface Step {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly button: readonly [text: string, command: CommandId];
  /** What ticks it: the thing itself, not the button. */
  readonly done: string;
  /** Name of the pictures, and what they show. */
  readonly picture: readonly [name: string, alt: string];
}

const steps: readonly Step[] = [
  {
    id: 'request',
    title: 'Make a request',
    says: 'Choose a call of an API. Its form says what each field means and what is wrong. The emulator needs no account and no set-up.',
    button: ['New Request', commandIds.newRequest],
    done: `activeCustomEditorId == ${requestEditor}`,
    picture: ['form', 'The form of a request with its fields and what they mean'],
  },
  {
    id: 'send',
    title: 'Send it',
    says: 'The request goes to the emulator, and the reply opens beside it with what can be done next.',
    button: ['Send Request', commandIds.send],
    done: contextKeys.requestSent,
    picture: ['next-steps', 'A reply with the steps that can be taken next'],
  },
  {
    id: 'signed',
    title: 'Sign a document',
    says: 'Play somebody who was asked to sign on the emulator. Where nobody was asked yet, take the next steps of a reply first. The tree, the reply and the history follow by themselves.',
    button: ['Sign as…', commandIds.signAs],
    done: contextKeys.documentSigned,
    picture: ['signing', 'The signing page of the emulator'],
  },
];

/** What the button of a step does. */
export function commandOfStep(step: string): CommandId | undefined {
  return steps.find(({ id }) => id === step)?.button[1];
}

/** From nothing to a signed document; the editor opens it once by itself where the extension is new. */
export const walkthroughs = [
  {
    id: walkthrough,
    title: 'Sign a document on the emulator',
    description: 'Make a request, send it, and see a document signed, without an account.',
    icon: 'media/icon.png',
    steps: steps.map(({ id, title, says, button: [text], done, picture }) => ({
      id,
      title,
      description: `${says}\n[${text}](command:esign.takeWalkthroughStep?${encodeURIComponent(JSON.stringify([id]))})`,
      media: pictureOf(picture),
      completionEvents: [`onContext:${done}`],
    })),
  },
];

function pictureOf([name, altText]: Step['picture']) {
  const path = (theme: string) => `media/screenshots/${name}-${theme}.png`;
  // In high contrast as well: pictures of it would be a third more of what is downloaded.
  const image = { light: path('light'), dark: path('dark'), hc: path('dark'), hcLight: path('light') };
  return { image, altText };
}
