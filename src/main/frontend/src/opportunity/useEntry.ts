import { useState } from 'react';
import { ApiError } from '../api/client';
import type { NewOpportunity, OpportunityDetail } from '../api/types';
import { useMe } from '../shell/session';

export type Entry = ReturnType<typeof useEntry>;

/** What somebody is entering, and what is wrong with it. */
export function useEntry(known?: OpportunityDetail) {
  const me = useMe();
  const [wish, setWish] = useState<NewOpportunity>(() => (known ? wishOf(known) : {}));
  const [customer, choose] = useState(() =>
    known?.customerId ? { id: known.customerId, name: known.customerName } : undefined,
  );
  const [unknown, setUnknown] = useState(!!known && !known.customerId);
  const [errors, setErrors] = useState<Record<string, string>>({});

  return {
    wish,
    customer,
    unknown,
    errors,
    set: (changes: NewOpportunity) => {
      setWish((before) => ({ ...before, ...changes }));
      setErrors((before) =>
        Object.fromEntries(Object.entries(before).filter(([field]) => !(field in changes))),
      );
    },
    setCustomer: (chosen: { id: string; name: string } | undefined) => {
      choose(chosen);
      setErrors({});
    },
    setUnknown: (isUnknown: boolean) => {
      setUnknown(isUnknown);
      setErrors({});
    },
    /** As the server wants it. */
    body: (): NewOpportunity => ({
      ...wish,
      customerId: unknown ? undefined : customer?.id,
      customerName: unknown ? wish.customerName : undefined,
      city: unknown ? (wish.city ?? (me.cities.length === 1 ? me.cities[0]!.id : undefined)) : undefined,
    }),
    /** Whether the failure names fields, which then say so. */
    refuse: (failure: unknown): boolean => {
      if (!(failure instanceof ApiError) || failure.errors.length === 0) return false;
      setErrors(
        Object.fromEntries(failure.errors.map(({ field, message }) => [field.replace(/\[.*$/, ''), message])),
      );
      return true;
    },
  };
}

/** Its number is not told to whoever changes the rest. */
function wishOf(known: OpportunityDetail): NewOpportunity {
  return {
    customerName: known.customerId ? undefined : known.customerName,
    city: known.city,
    name: known.name,
    need: known.need ?? undefined,
    campaign: known.campaign ?? undefined,
    industry: known.industry ?? undefined,
    contactName: known.contactName ?? undefined,
    acquired: known.acquired,
    source: known.source,
    expectedRevenue: known.expectedRevenue,
    deadline: known.deadline ?? undefined,
    offeringIds: known.products.map(({ offeringId }) => offeringId),
    revision: known.revision,
  };
}
