/** `base` with the fields that are given; one that is there but undefined is not given. */
export function withFields<T extends object>(base: T, fields: Partial<T>): T {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(given) };
}
