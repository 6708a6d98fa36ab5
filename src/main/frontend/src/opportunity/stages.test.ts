import { describe, expect, it } from 'vitest';
import type { OpportunityRow } from '../api/types';
import { mayMove, moveTo } from './stages';

const card = (more: Partial<OpportunityRow>) =>
  ({ stage: 'requirement', quick: false, mine: true, waitsAt: 'stage', ...more }) as OpportunityRow;

describe('a card', () => {
  it('goes on one stage or back one', () => {
    expect(moveTo(card({}), 'solution')).toBe('advance');
    expect(moveTo(card({}), 'discovery')).toBe('return');
  });
  it('neither jumps nor stays', () => {
    expect(moveTo(card({}), 'contract')).toBeUndefined();
    expect(moveTo(card({}), 'requirement')).toBeUndefined();
    expect(moveTo(card({ stage: undefined }), 'discovery')).toBeUndefined();
  });
  it('of a small deal goes to the contract at once', () => {
    expect(moveTo(card({ stage: 'discovery', quick: true }), 'contract')).toBe('advance');
    expect(moveTo(card({ stage: 'discovery', quick: true }), 'requirement')).toBeUndefined();
    expect(moveTo(card({ stage: 'contract', quick: true }), 'order')).toBe('advance');
  });
  it('moves only in the hands of whoever may', () => {
    expect(mayMove(card({}))).toBe(true);
    expect(mayMove(card({ mine: false }))).toBe(false);
    expect(mayMove(card({ waitsAt: 'approval' }))).toBe(false);
  });
});
