/**
 * Acts once the page was painted, which an editor shows when it is loaded: two frames later, so that what somebody does with
 * what they see comes first. Gives what calls it off.
 */
export function afterPaint(act: () => void): () => void {
  let frame = 0;
  let turn = 0;
  const wait = () => {
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        turn = window.setTimeout(act);
      });
    });
  };
  if (document.readyState === 'complete') wait();
  else window.addEventListener('load', wait, { once: true });
  return () => {
    window.removeEventListener('load', wait);
    cancelAnimationFrame(frame);
    window.clearTimeout(turn);
  };
}
