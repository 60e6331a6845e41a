/** The time left in words, undefined when none is left. Two units at most: seconds matter only in the last hour. */
export function formatRemaining(ms: number): string | undefined {
  if (ms <= 0) return undefined;
  const seconds = Math.ceil(ms / 1000);
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600), Math.floor(seconds / 60)];
  if (days > 0) return `${days} d ${hours % 24} h`;
  if (hours > 0) return `${hours} h ${minutes % 60} min`;
  return `${minutes}:${String(seconds % 60).padStart(2, '0')}`;
}
