const patience = 20_000;

/**
 * From the key, the click or the paste of an act until a page has painted what came of it, on the clock of that page.
 * @param {import('playwright-core').Frame} frame @param {() => Promise<unknown>} act
 * @param {{ shown?: string, text?: string }} [wanted] What is to be shown, by a selector, and a text within it; the next
 *   frame without one. @returns {Promise<number>}
 */
export async function timeIn(frame, act, { shown = '', text = '' } = {}) {
  await frame.evaluate(timeNext, { shown, text, patience });
  await act();
  return frame.evaluate(takenTime);
}

/** @param {{ shown: string, text: string, patience: number }} wanted */
function timeNext({ shown, text, patience: most }) {
  const noted = /** @type {{ taken?: Promise<number> }} */ (globalThis);
  noted.taken = new Promise((resolve, reject) => {
    const begin = () => {
      for (const type of types) removeEventListener(type, begin, true);
      const from = performance.now();
      const look = () => {
        if (performance.now() - from > most) reject(new Error(`${shown} was not shown.`));
        else if (shown !== '' && !document.querySelector(shown)?.textContent?.includes(text))
          requestAnimationFrame(look);
        // A task after a frame was asked for, that frame is on screen.
        else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
      };
      if (shown === '') look();
      else requestAnimationFrame(look);
    };
    const types = ['keydown', 'click', 'paste'];
    for (const type of types) addEventListener(type, begin, true);
  });
  noted.taken.catch(() => undefined);
}

function takenTime() {
  return /** @type {{ taken?: Promise<number> }} */ (globalThis).taken ?? 0;
}
