/** A runtime expression of Arazzo: where a value comes from. */
export type Expression =
  | { readonly kind: 'url' | 'method' | 'statusCode' }
  | { readonly kind: 'message'; readonly side: 'request' | 'response'; readonly source: MessageSource }
  /** Of the workflow that runs. The name may go on into the value, as in `$inputs.person.email`. */
  | { readonly kind: 'inputs' | 'outputs'; readonly name: string; readonly pointer: string }
  | { readonly kind: 'steps'; readonly stepId: string; readonly name: string; readonly pointer: string }
  | {
      readonly kind: 'workflows';
      readonly workflowId: string;
      readonly field: 'inputs' | 'outputs';
      readonly name: string;
      readonly pointer: string;
    }
  | { readonly kind: 'sourceDescriptions'; readonly name: string; readonly reference: string }
  | { readonly kind: 'components'; readonly section: string; readonly name: string };

export type MessageSource =
  | { readonly kind: 'header' | 'query' | 'path'; readonly name: string }
  | { readonly kind: 'body'; readonly pointer: string };

/** An expression as it was written. */
export interface WrittenExpression {
  readonly text: string;
  readonly expression: Expression;
}
