import type { ComponentChildren } from 'preact';
import type { FormSection } from '../../../src/protocol/form';
import { FieldList } from '../fields/fieldList';
import { type FieldPlace, memberPlace } from '../fields/fieldPlace';

export interface FormSectionProps {
  readonly section: Pick<FormSection, 'title' | 'fields'> & { readonly id: string };
  readonly whole: FieldPlace;
  /** What stands below its fields. */
  readonly children?: ComponentChildren;
}

/** A part of what is filled in, with its title. */
export function FormSectionView({ section, whole, children }: FormSectionProps) {
  const title = `section-${section.id}`;
  return (
    <section class="section" aria-labelledby={title} data-pointer={`/${section.id}`}>
      <h2 id={title}>{section.title}</h2>
      <FieldList fields={section.fields} place={memberPlace(whole, section.id)} />
      {children}
    </section>
  );
}
