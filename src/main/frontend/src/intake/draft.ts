import type { NewIntake } from '../api/types';

/** An intake while it is being entered; what the server keeps as the person's draft. */
export interface Draft {
  customerId?: string;
  /** Of the customer picked, or as typed. */
  customerName: string;
  city?: string;
  kind?: string;
  offeringIds: string[];
  need: string;
  note: string;
  contactName: string;
  contactPhone: string;
  callbackPhone: string;
  /** The channel the customer chooses instead of the rule's. */
  channel?: string;
  /** What came of it, where it is done while speaking. */
  outcome?: string;
  result: string;
}

export const emptyDraft: Draft = {
  customerName: '',
  offeringIds: [],
  need: '',
  note: '',
  contactName: '',
  contactPhone: '',
  callbackPhone: '',
  result: '',
};

export function isEmpty(draft: Draft): boolean {
  return JSON.stringify({ ...emptyDraft, ...draft }) === JSON.stringify(emptyDraft);
}

/** What is sent: nothing that was left empty, and nothing that no longer applies. */
export function toIntake(draft: Draft, here: boolean): NewIntake {
  const given = (text: string | undefined) => text?.trim() || undefined;
  const done = here && draft.outcome ? draft.outcome : undefined;
  return {
    customerId: draft.customerId,
    customerName: draft.customerId ? undefined : given(draft.customerName),
    city: draft.customerId ? undefined : draft.city,
    kind: draft.kind,
    offeringIds: draft.offeringIds,
    need: given(draft.need),
    note: given(draft.note),
    contactName: given(draft.contactName),
    contactPhone: given(draft.contactPhone),
    callbackPhone: given(draft.callbackPhone),
    channel: draft.channel,
    outcome: done,
    result: done ? given(draft.result) : undefined,
  };
}
