/** The server's time, in milliseconds since 1970. */
export interface Clock {
  now(): number;
}

/** This device's clock, moved by what was measured when the configuration came: a customer's clock may be hours off. */
export function serverClock(offset: number, deviceNow: () => number = Date.now): Clock {
  return { now: () => deviceNow() + offset };
}
