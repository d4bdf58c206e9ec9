import { hopChannel } from '../drive/hop-channel';
import { runHop } from './hop';

runHop({
  drive: new URLSearchParams(location.search).get('drive'),
  channel: hopChannel(),
  replace: (url) => location.replace(url),
  onLeave: (left) => addEventListener('pagehide', left, { once: true }),
});
