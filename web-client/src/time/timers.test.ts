import { describe, expect, it } from 'vitest';
import { serverClock } from './clock';
import { workerTimers, type TimerOrder, type TimerWorker } from './timers';

function setUp() {
  const orders: TimerOrder[] = [];
  const worker: TimerWorker = { postMessage: (order) => orders.push(order), onmessage: null };
  const timers = workerTimers(worker);
  return {
    orders,
    timers,
    ring: (number: number) => worker.onmessage?.({ data: number } as MessageEvent<number>),
  };
}

describe('timers in a worker', () => {
  it('ring once, each for itself', () => {
    const { orders, timers, ring } = setUp();
    const rung: string[] = [];
    timers.after(3000, () => rung.push('a'));
    timers.after(8000, () => rung.push('b'));
    expect(orders).toEqual([
      { set: 1, millis: 3000 },
      { set: 2, millis: 8000 },
    ]);
    ring(2);
    ring(2);
    expect(rung).toEqual(['b']);
  });

  it('do not ring when they were called off, even if the worker was quicker', () => {
    const { orders, timers, ring } = setUp();
    const rung: string[] = [];
    const callOff = timers.after(3000, () => rung.push('a'));
    callOff();
    callOff();
    ring(1);
    expect(rung).toEqual([]);
    expect(orders.slice(1)).toEqual([{ clear: 1 }]);
  });
});

describe('the server’s clock', () => {
  it('is this device’s, moved', () => {
    expect(serverClock(-3_600_000, () => 4_000_000).now()).toBe(400_000);
  });
});
