import { button, h, theirs } from '../view/dom';
import type { Words } from '../words/en';
import { fill } from '../words/fill';
import { putFile } from './put';
import { upload, type UploadDeps, type UploadState } from './upload';

export interface FileButtonDeps extends Omit<UploadDeps, 'put'> {
  readonly words: Words;
  /** The language of the words (BCP 47). */
  readonly tag: string;
  /** Where files may be pasted and dropped. */
  readonly target: HTMLElement;
}

export interface FileButton {
  readonly button: HTMLElement;
  /** What becomes of the files that were chosen. */
  readonly strip: HTMLElement;
}

/** Sends files, chosen by a button, pasted, or dropped: each with its progress, a way to take it back and to try again. */
export function fileButton(deps: FileButtonDeps): FileButton {
  const { words, offer, target } = deps;
  const most = offer.most === null ? null : sizeWords(offer.most, deps.tag);
  const label = most === null ? words.sendFile : `${words.sendFile} (≤ ${most})`;
  const input = h('input', { type: 'file', multiple: true, hidden: true });
  const choose = button('📎', () => input.click(), { class: 'file', 'aria-label': label, title: label });
  const strip = h('div', { class: 'uploads' });

  function take(files: Iterable<File>): void {
    for (const file of files) send(file);
  }

  function send(file: File): void {
    const line = h('div', { class: 'upload' });
    const name = theirs(file.name);
    const meter = h('progress', { max: '1', 'aria-label': file.name });
    const sentence = h('p', { role: 'status' });
    const stop = button(words.cancel, () => cancel(), { class: 'quiet' });
    line.append(sentence, meter, stop);
    strip.append(line);

    const show = (state: UploadState): void => {
      if (state.what === 'sending') {
        if (sentence.textContent === '') sentence.append(...fill(words.fileSending, { name }));
        meter.value = state.share;
        return;
      }
      if (state.what === 'sent' || state.what === 'cancelled') return line.remove();
      const isTooBig = state.what === 'too-big';
      const template = isTooBig ? words.fileTooBig : words.fileFailed;
      const close = button(words.cancel, () => line.remove(), { class: 'quiet' });
      const retry = () => (line.remove(), send(file));
      sentence.replaceChildren(...fill(template, { name, size: most ?? '' }));
      sentence.className = 'fault';
      line.replaceChildren(
        sentence,
        ...(isTooBig ? [] : [button(words.tryAgain, retry, { class: 'quiet' })]),
        close,
      );
    };
    const cancel = upload(file, { ...deps, put: putFile }, show);
  }

  input.addEventListener('change', () => {
    take([...(input.files ?? [])]);
    input.value = '';
  });
  const bring = (event: Event, data: DataTransfer | null) => {
    if (data === null || data.files.length === 0) return;
    event.preventDefault();
    take(data.files);
  };
  target.addEventListener('paste', (event) => bring(event, event.clipboardData));
  target.addEventListener('drop', (event) => bring(event, event.dataTransfer));
  // Otherwise nothing may be dropped here.
  target.addEventListener('dragover', (event) => event.preventDefault());
  choose.append(input);
  return { button: choose, strip };
}

/** As people say it: in the language's own digits and unit, to three places at most. */
export function sizeWords(bytes: number, tag: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)));
  const unit = units[step] as string;
  return new Intl.NumberFormat(tag, { style: 'unit', unit, maximumSignificantDigits: 3 }).format(
    bytes / 1024 ** step,
  );
}
