/** Acts once the page was painted: an editor shows it when it is loaded. Gives what calls it off. */
export function afterPaint(act: () => void): () => void {
  let frame = 0;
  let turn = 0;
  const wait = () => {
    frame = requestAnimationFrame(() => {
      turn = window.setTimeout(act);
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
