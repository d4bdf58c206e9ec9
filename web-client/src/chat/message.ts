import { EMAIL, NAME, QUESTION, valueOf, type Answers } from '../form/form';
import { addressBelow } from './config';

/** What has become of a message that was left: docs/protocol/web.md. */
export type MessageOutcome =
  | { readonly what: 'sent' }
  | { readonly what: 'invalid'; readonly field: string }
  | { readonly what: 'not-taken' | 'too-many' | 'later' | 'unreachable' };

export interface MessageDeps {
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>;
  /** The chat page's own address. */
  readonly page: string;
  readonly lang: string;
}

/** Leaves a message for those who are not there. It is kept by the server before this says `sent`. */
export async function leaveMessage(answers: Answers, deps: MessageDeps): Promise<MessageOutcome> {
  const body = new URLSearchParams({ lang: deps.lang });
  for (const name of [NAME, EMAIL, QUESTION]) body.set(name, valueOf(answers, name));
  try {
    const response = await deps.fetch(addressBelow(deps.page, 'message'), {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
    });
    return await read(response);
  } catch {
    return { what: 'unreachable' };
  }
}

async function read(response: Response): Promise<MessageOutcome> {
  if (response.ok) return { what: 'sent' };
  switch (response.status) {
    case 400:
      return readInvalid(await response.json());
    case 404:
      return { what: 'not-taken' };
    case 429:
      return { what: 'too-many' };
    default:
      return { what: 'later' };
  }
}

function readInvalid(data: unknown): MessageOutcome {
  const field = typeof data === 'object' && data !== null && 'field' in data ? data.field : null;
  return typeof field === 'string' ? { what: 'invalid', field } : { what: 'later' };
}
