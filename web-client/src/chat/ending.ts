import type { StanzaError } from '../wire/incoming';

/** Every way in which a visit, or the attempt at one, comes to its end. */
export type Ending =
  | 'left-queue'
  | 'nobody-came'
  | 'ended'
  | 'ended-by-customer'
  | 'nobody-here'
  | 'busy'
  | 'too-many-mine'
  | 'too-many-here'
  | 'not-let-in'
  | 'unknown-workgroup'
  | 'unreachable'
  | 'misconfigured'
  | 'over-meanwhile'
  | 'elsewhere'
  | 'no-room';

/** What an error to `join-queue` means for the customer, other than that there is a way back to the form. */
export function endingOf({ condition, detail }: StanzaError): Ending {
  if (detail === 'full') return 'busy';
  if (detail === 'too-many-of-customer') return 'too-many-mine';
  if (detail === 'too-many-of-origin') return 'too-many-here';
  switch (condition) {
    case 'service-unavailable':
      return 'nobody-here';
    case 'resource-constraint':
      return 'busy';
    case 'forbidden':
    case 'not-authorized':
    case 'not-allowed':
      return 'not-let-in';
    case 'item-not-found':
      return 'unknown-workgroup';
    case 'remote-server-not-found':
    case 'remote-server-timeout':
      return 'unreachable';
    default:
      return 'misconfigured';
  }
}
