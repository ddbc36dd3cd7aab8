/** Goes on at once where there is nothing to wait for, so that a page's gates are decided while it is parsed. */
export const after = <In, Out>(value: In | Promise<In>, next: (value: In) => Out | Promise<Out>): Out | Promise<Out> =>
  value instanceof Promise ? value.then(next) : next(value)
