import { type ComponentType, createContext } from 'preact';
import type { FieldProps } from './fieldProps';

/** How a field of any kind is shown. Fields that hold fields get it from here: importing it would close a circle. */
export const FieldRenderer = createContext<ComponentType<FieldProps>>(() => null);
