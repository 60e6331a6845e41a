interface NamedValuesProps {
  readonly values: readonly { readonly name: string; readonly value: string }[];
  readonly label: string;
  readonly class: string;
}

/** Values with their names beside them. */
export function NamedValues({ values, label, class: look }: NamedValuesProps) {
  return (
    <dl class={look} aria-label={label}>
      {values.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
