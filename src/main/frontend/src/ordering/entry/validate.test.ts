import { describe, expect, it } from 'vitest';
import type { Characteristic, Product } from '../../api/types';
import { emptyDraft, newItem, replaced, toOrder, type Draft } from './draft';
import { validate, type Say } from './validate';

const say: Say = (rule, values) => [rule, ...Object.values(values ?? {})].join(' ');

function product(...characteristics: Characteristic[]): Product {
  return {
    id: 'leased-line',
    name: '专线',
    nameEn: 'Leased line',
    description: '',
    descriptionEn: '',
    type: 'simple',
    components: [],
    cities: ['nanjing'],
    price: { recurring: 5, oneTime: 0, unit: '月', unitEn: 'month' },
    commitmentMonths: 0,
    leadTime: 'P1D',
    lifecycle: 'launched',
    orderable: true,
    actions: ['add'],
    characteristics,
  };
}

const bandwidth: Characteristic = {
  name: 'bandwidth',
  label: '带宽',
  labelEn: 'Bandwidth',
  type: 'integer',
  required: true,
  default: 100,
  min: 2,
  max: 1000,
};
const phone: Characteristic = {
  name: 'phone',
  label: '电话',
  labelEn: 'Phone',
  type: 'string',
  required: false,
  pattern: '1\\d{10}',
  patternHint: '11 位',
};
const end: Characteristic = {
  name: 'end',
  label: '接入',
  labelEn: 'Access',
  type: 'enum',
  required: true,
  options: [{ value: 'fibre', label: '光纤', labelEn: 'Fibre' }],
};

function errorsOf(characteristics: Record<string, unknown>, change: Partial<Draft> = {}) {
  const offering = product(bandwidth, phone, end);
  const draft: Draft = {
    ...emptyDraft,
    customer: { id: 'c1', name: '泊云物流' },
    items: [{ ...newItem(offering), characteristics }],
    ...change,
  };
  return validate(draft, new Map([[offering.id, offering]]), '2026-11-23', say, false);
}

describe('an order as it is typed', () => {
  it('starts with the defaults of the product', () => {
    expect(newItem(product(bandwidth, phone)).characteristics).toEqual({ bandwidth: 100 });
  });

  it('is fine when every rule is kept', () => {
    expect(errorsOf({ bandwidth: 100, phone: '13800000000', end: 'fibre' })).toEqual({});
  });

  it('names the field as the server does', () => {
    expect(errorsOf({ bandwidth: 1, end: 'fibre' })).toEqual({
      'items[0].characteristics.bandwidth': 'min 2',
    });
    expect(errorsOf({ bandwidth: 2.5, end: 'fibre' })).toEqual({
      'items[0].characteristics.bandwidth': 'integer',
    });
    expect(errorsOf({ bandwidth: 5, end: 'copper' })).toEqual({ 'items[0].characteristics.end': 'option' });
    expect(errorsOf({ end: 'fibre' })).toEqual({ 'items[0].characteristics.bandwidth': 'required' });
  });

  it('matches a pattern against the whole text', () => {
    expect(errorsOf({ bandwidth: 5, end: 'fibre', phone: 'x13800000000y' })).toEqual({
      'items[0].characteristics.phone': '11 位',
    });
  });

  it('refuses yesterday, takes today', () => {
    const good = { bandwidth: 5, end: 'fibre' };
    expect(errorsOf(good, { requestedDate: '2026-11-22' })).toEqual({ requestedDate: 'past' });
    expect(errorsOf(good, { requestedDate: '2026-11-23' })).toEqual({});
  });

  it('wants a customer and something to order', () => {
    expect(validate(emptyDraft, new Map(), '2026-11-23', say, false)).toEqual({
      customerId: 'customer',
      items: 'items',
    });
  });

  it('is sent without what was left empty', () => {
    const draft = {
      ...emptyDraft,
      customer: { id: 'c1', name: 'x' },
      items: [{ ...newItem(product(bandwidth)), characteristics: { bandwidth: 5, phone: '' } }],
    };
    expect(toOrder(draft).items[0]?.characteristics).toEqual({ bandwidth: 5 });
    expect(toOrder(draft).note).toBeUndefined();
  });
});

describe('an item whose product is no longer sold', () => {
  const retired: Product = { ...product(bandwidth), id: 'old-line', lifecycle: 'retired', orderable: false };
  const items = [{ ...newItem(retired), characteristics: { bandwidth: 7, colour: 'red' } }];
  const draft: Draft = { ...emptyDraft, customer: { id: 'c1', name: '泊云物流' }, items };

  it('is wrong unless it ends one', () => {
    const known = new Map([[retired.id, retired]]);
    expect(validate(draft, known, '2026-11-23', say, false)).toEqual({ 'items[0].offeringId': 'unsold' });
    const ending = { ...draft, items: [{ ...items[0]!, action: 'delete' as const }] };
    expect(validate(ending, known, '2026-11-23', say, false)).toEqual({});
  });

  it('keeps what its successor knows', () => {
    const after = replaced(items[0]!, product(bandwidth, end));
    expect(after).toMatchObject({ key: items[0]!.key, offeringId: 'leased-line', quantity: 1 });
    expect(after.characteristics).toEqual({ bandwidth: 7 });
  });
});
