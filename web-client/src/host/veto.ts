import type { GuidedWindow } from '../drive/guided-window';
import type { Tell } from '../drive/passage';
import type { Bridge } from './bridge';

/**
 * Lets the page that opened the chat say no to a drive. Where nobody wants to be asked nothing waits: a hidden page's timers
 * and promises may take a minute (F10).
 */
export function vetoable(guided: GuidedWindow, { ask }: Pick<Bridge, 'ask'>): GuidedWindow {
  let pending: { readonly tell: Tell; readonly callOff: () => void } | null = null;

  function giveUp(news: 'superseded' | 'dropped'): void {
    const last = pending;
    pending = null;
    last?.callOff();
    last?.tell(news);
  }

  return {
    ...guided,
    drive(passage, tell) {
      giveUp('superseded');
      const callOff = ask(passage.id, passage.href, (allowed) => {
        pending = null;
        if (allowed) guided.drive(passage, tell);
        else tell('vetoed');
      });
      if (callOff === null) guided.drive(passage, tell);
      else pending = { tell, callOff };
    },
    withdraw() {
      if (pending === null) return guided.withdraw();
      pending.callOff();
      pending = null;
      return true;
    },
    rest() {
      giveUp('dropped');
      guided.rest();
    },
  };
}
