import { useEffect, useState } from 'preact/hooks';

/** Whether the page is narrower than what is shown needs, in pixels. */
export function useNarrow(needed: number): boolean {
  const query = `(max-width: ${needed}px)`;
  const [isNarrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const look = () => setNarrow(media.matches);
    look();
    media.addEventListener('change', look);
    return () => media.removeEventListener('change', look);
  }, [query]);
  return isNarrow;
}
