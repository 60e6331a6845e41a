import { targetMime } from '../../../src/protocol/targetMime';

const mark = 'drop-here';

/**
 * Documents and recipients that are dragged out of the tree, onto a field or anywhere on the form. The editor lets a page
 * have what is dragged over it while Shift is held.
 */
export function listenToTargetDrops(onDrop: (pointer: string) => void): void {
  document.addEventListener('dragover', (event) => {
    if (!isTarget(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    show(placeOf(event));
  });
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) show(undefined);
  });
  document.addEventListener('drop', (event) => {
    show(undefined);
    if (!isTarget(event)) return;
    event.preventDefault();
    onDrop(placeOf(event)?.dataset['pointer'] ?? '');
  });
}

function isTarget({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes(targetMime) ?? false;
}

function placeOf({ target }: DragEvent): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('[data-pointer]')) || undefined;
}

function show(place: HTMLElement | undefined): void {
  for (const marked of document.querySelectorAll(`.${mark}`)) if (marked !== place) marked.classList.remove(mark);
  place?.classList.add(mark);
}
