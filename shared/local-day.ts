/** The day that a moment falls on where the user is: in Shanghai it begins eight hours before it does in UTC. */

/** `moment`: ISO 8601. Gives an ISO date. */
export function localDay(moment: string): string {
  const date = new Date(moment);
  const twoDigits = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}
