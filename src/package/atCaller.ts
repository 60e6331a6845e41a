type Act = (...given: never[]) => Promise<unknown>;

/**
 * Whoever calls is shown their own line where an error says what is wrong with it: Node prints the one that is on top of
 * the stack, and ours are minified ones of thousands of characters. What is a mistake of ours keeps its stack.
 */
export function atCaller<Given extends Act>(act: Given): Given {
  const told = async (...given: Parameters<Given>) => {
    try {
      return await act(...given);
    } catch (error: unknown) {
      if (error instanceof Error && !mistakes.has(error.constructor)) Error.captureStackTrace(error, told);
      throw error;
    }
  };
  return told as Given;
}

export function allAtCaller<Acts extends Readonly<Record<keyof Acts, Act>>>(acts: Acts): Acts {
  const told = Object.entries<Act>(acts).map(([name, act]) => [name, atCaller(act)]);
  return Object.fromEntries(told);
}

/** By what the engine throws itself. */
const mistakes: ReadonlySet<unknown> = new Set([TypeError, RangeError, ReferenceError, SyntaxError]);

/** Under its own name, though the class is minified: Node and runners show both where they differ. */
export function named<Made extends abstract new (...given: never[]) => Error>(name: string, made: Made): Made {
  return Object.defineProperty(made, 'name', { value: name });
}
