/** Two characters for an icon: "CS" of "Conga Sign", "SN" of "signNow", "Y3" of "Yousign v3". */
export function monogram(title: string): string {
  const [first = '', second = ''] = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [initial = '?', ...others] = first;
  const rest = others.join('');
  const next =
    /\p{N}/u.exec(first + second)?.[0] ??
    /(?<=\p{Ll})\p{Lu}/u.exec(first)?.[0] ??
    (second.slice(0, 1) || rest.slice(0, 1));
  return `${initial}${next}`.toUpperCase();
}
