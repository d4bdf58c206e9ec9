/**
 * Says when another day begins among the lines: the first line says nothing if it is of today.
 *
 * @param tag the language (BCP 47)
 */
export function dayMarks(tag: string, now: () => number): (stamp: number) => string | null {
  const format = new Intl.DateTimeFormat(tag, { weekday: 'long', day: 'numeric', month: 'long' });
  const dayOf = (millis: number) => new Date(millis).toDateString();
  let last: string | null = null;

  return (stamp) => {
    const day = dayOf(stamp);
    const isNew = day !== (last ?? dayOf(now()));
    last = day;
    return isNew ? format.format(stamp) : null;
  };
}
