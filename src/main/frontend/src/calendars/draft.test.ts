import { describe, expect, it } from 'vitest';
import type { CalendarPage } from '../api/types';
import { draftOf, isChanged, lookOf, plusMonths, sent, spans, weeksOf } from './draft';

const page = {
  id: 'nanjing',
  parent: 'province',
  own: { hours: [], days: [], years: [] },
  inherited: {
    hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, starts: '09:00', ends: '18:00' })),
    days: [
      { day: '2026-10-01', working: false, name: '国庆节', nameEn: 'National Day' },
      { day: '2026-10-10', working: true, name: '国庆节调休上班', nameEn: 'make-up day' },
    ],
    years: [{ year: 2026, provisional: false, source: 'x' }],
  },
} as unknown as CalendarPage;

describe('a calendar being changed', () => {
  it('inherits days, and weekends rest', () => {
    const look = lookOf(page, draftOf(page));
    expect(look('2026-10-01')).toMatchObject({ kind: 'holiday', name: '国庆节', own: false });
    expect(look('2026-10-10').kind).toBe('make-up');
    expect(look('2026-10-11').kind).toBe('rest');
    expect(look('2026-10-12').kind).toBe('working');
  });

  it('says other things of a day than its parent', () => {
    const draft = draftOf(page);
    draft.days['2026-10-01'] = { day: '2026-10-01', working: true, name: '值班', nameEn: 'On duty' };
    expect(lookOf(page, draft)('2026-10-01')).toMatchObject({ kind: 'working', name: '值班', own: true });
    expect(isChanged(page, draft)).toBe(true);
    expect(isChanged(page, draftOf(page))).toBe(false);
  });

  it('reads hours as people write them', () => {
    expect(spans('8:30—12:00，13：30-17:30')).toEqual(['08:30-12:00', '13:30-17:30']);
    expect(spans('18:00-24:00')).toEqual(['18:00-24:00']);
    expect(spans('')).toEqual([]);
    for (const wrong of ['9-12', '12:00-09:00', '09:00-12:00, 11:00-13:00', '24:00-25:00', 'x']) {
      expect(spans(wrong)).toBeUndefined();
    }
    const draft = { ...draftOf(page), hours: ['08:30-12:00, 13:30-17:30', '', '', '', '', '', ''] };
    expect(sent(draft).hours).toEqual([
      { weekday: 1, starts: '08:30', ends: '12:00' },
      { weekday: 1, starts: '13:30', ends: '17:30' },
    ]);
  });

  it('knows its months', () => {
    const weeks = weeksOf(2026, 2);
    expect(weeks[0]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      '2026-02-01',
    ]);
    expect(weeks.flat().filter(Boolean)).toHaveLength(28);
    expect(plusMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(plusMonths('2026-01-15', -1)).toBe('2025-12-15');
  });
});
