import type { Me } from '../api/types';

export const KINDS = ['enquiry', 'new-order', 'change', 'cancellation', 'complaint', 'opportunity'] as const;
export const STATES = ['atContact', 'preAccepted', 'handled', 'withdrawn'] as const;
export const CHANNELS = [
  'hotline',
  'hall',
  'website',
  'account-manager',
  'tele-manager',
  'operations',
] as const;
export const OUTCOMES = ['answered', 'noted', 'opportunity', 'impossible'] as const;

export type Kind = (typeof KINDS)[number];
export type State = (typeof STATES)[number];
export type Channel = (typeof CHANNELS)[number];
export type Outcome = (typeof OUTCOMES)[number] | 'ordered';

const ENTERING = ['hotline', 'hall', 'account-manager', 'tele-manager', 'operations'];

/** Who takes customers' wishes in; the server decides again. */
export function mayEnter(me: Me): boolean {
  return me.modules.includes('intakes') && me.roles.some((role) => ENTERING.includes(role));
}
