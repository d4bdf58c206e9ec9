import type { Slot } from '../wire/slot';
import type { Put } from './upload';

/** With XMLHttpRequest: `fetch` does not say how far it has come. */
export function putFile(slot: Slot, file: File, progress: (share: number) => void): Put {
  const request = new XMLHttpRequest();
  const done = new Promise<boolean>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () => resolve(request.status >= 200 && request.status < 300));
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve(false));
    try {
      request.open('PUT', slot.put);
      if (file.type !== '') request.setRequestHeader('Content-Type', file.type);
      for (const [name, value] of slot.headers) request.setRequestHeader(name, value);
      request.send(file);
    } catch {
      resolve(false);
    }
  });
  return { done, cancel: () => request.abort() };
}
