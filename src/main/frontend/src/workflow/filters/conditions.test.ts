import { describe, expect, it } from 'vitest';
import type { KeptFilter } from '../../api/types';
import { addressOf, conditionsOf, isShown } from './conditions';

const filter = { view: 'group', q: '泊云 专线', due: 'today' } as KeptFilter;

describe('a kept filter', () => {
  it('leads to the list it was kept from', () => {
    const address = addressOf(filter);
    const params = new URLSearchParams(address.split('?')[1]);
    expect(address).toMatch(/^\/inbox\/group\?/);
    expect(conditionsOf(params)).toEqual({ q: '泊云 专线', due: 'today' });
    expect(isShown(filter, 'group', conditionsOf(params))).toBe(true);
  });

  it('is another than one with a condition more or in another view', () => {
    expect(isShown(filter, 'group', { q: '泊云 专线' })).toBe(false);
    expect(isShown(filter, 'mine', { q: '泊云 专线', due: 'today' })).toBe(false);
    expect(isShown(filter, 'group', { q: '泊云 专线', due: 'today', sort: 'created,desc' })).toBe(false);
  });
});
