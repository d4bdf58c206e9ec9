import type { TimerOrder } from './timers';

const running = new Map<number, ReturnType<typeof setTimeout>>();

addEventListener('message', ({ data: order }: MessageEvent<TimerOrder>) => {
  if ('clear' in order) {
    clearTimeout(running.get(order.clear));
    running.delete(order.clear);
    return;
  }
  const fire = () => {
    running.delete(order.set);
    postMessage(order.set);
  };
  running.set(order.set, setTimeout(fire, order.millis));
});
