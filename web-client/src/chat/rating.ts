import { addressBelow } from './config';

export interface Rating {
  /** From 1, poor, to 5, excellent. */
  readonly score: number;
  /** May be empty. */
  readonly comment: string;
}

export interface RatingDeps {
  readonly fetch: (address: string, options: RequestInit) => Promise<Response>;
  /** The chat page's own address. */
  readonly page: string;
  /** The visit's. */
  readonly token: string;
}

/** Returns whether the server keeps it: docs/protocol/web.md. */
export async function rate({ score, comment }: Rating, deps: RatingDeps): Promise<boolean> {
  const body = new URLSearchParams({ token: deps.token, score: String(score) });
  if (comment !== '') body.set('comment', comment);
  try {
    const address = addressBelow(deps.page, 'rating');
    const response = await deps.fetch(address, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body,
    });
    return response.ok;
  } catch {
    return false;
  }
}
