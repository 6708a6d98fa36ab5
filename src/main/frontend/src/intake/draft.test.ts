import { describe, expect, it } from 'vitest';
import { emptyDraft, isEmpty, toIntake } from './draft';

describe('the draft of an intake', () => {
  const draft = {
    ...emptyDraft,
    customerName: ' 筹备中的商场 ',
    city: 'nanjing',
    kind: 'enquiry',
    need: '短号',
  };

  it('is empty until something is said', () => {
    expect(isEmpty(emptyDraft)).toBe(true);
    expect(isEmpty({ ...emptyDraft, need: '短号' })).toBe(false);
  });

  it('keeps a customer we do not know as given, with a city', () => {
    expect(toIntake(draft, true)).toMatchObject({ customerName: '筹备中的商场', city: 'nanjing' });
    expect(toIntake({ ...draft, customerId: 'C1' }, true)).toMatchObject({
      customerId: 'C1',
      customerName: undefined,
      city: undefined,
    });
  });

  it('says what came of it only where it is done here', () => {
    const done = { ...draft, outcome: 'answered', result: '已答复' };
    expect(toIntake(done, true)).toMatchObject({ outcome: 'answered', result: '已答复' });
    expect(toIntake(done, false)).toMatchObject({ outcome: undefined, result: undefined });
    expect(toIntake({ ...done, outcome: undefined }, true).result).toBeUndefined();
  });
});
