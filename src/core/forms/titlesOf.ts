import { pointerTitle } from '../../protocol/requestPlace';
import type { Operation } from '../operation';
import type { TitleOf } from '../problems/problem';
import type { Provider } from '../provider';
import { formModel } from './formModel';

/** What the form of an operation calls the places of its requests. */
export function titlesOf(provider: Provider, operation: Operation): TitleOf {
  return (pointer) => pointerTitle(formModel(provider, operation), pointer);
}
