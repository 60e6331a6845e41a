import { useEffect } from 'preact/hooks';

/** Hears Ctrl+F, wherever the focus is in the page. */
export function useFindKey(isHeard: boolean, onFind: () => void): void {
  useEffect(() => {
    if (!isHeard) return;
    const press = (event: KeyboardEvent) => {
      if (!isFindKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      onFind();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isFindKey({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  return key === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey;
}
