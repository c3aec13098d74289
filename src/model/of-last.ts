/**
 * Remembers what was made of the last subject alone: rules ask about one file after the other, so nothing is kept of the files before.
 */
export function ofLast<Subject extends object, Result>(
  make: (subject: Subject) => Result,
): (subject: Subject) => Result {
  let last: { readonly subject: Subject; readonly result: Result } | undefined;
  return (subject) => {
    if (last?.subject !== subject) last = { subject, result: make(subject) };
    return last.result;
  };
}
