export interface ListedOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string | undefined;
}

/** What is said of an option besides its label: nothing twice. */
export function besides({ value, label, detail }: ListedOption, withValues: boolean) {
  const parts = [
    { kind: 'value', text: withValues ? value : undefined },
    { kind: 'detail', text: detail },
  ] as const;
  return parts.flatMap(({ kind, text }, index) => {
    const isSaid = text === label || parts.slice(0, index).some((earlier) => earlier.text === text);
    return text && !isSaid ? [{ kind, text }] : [];
  });
}
