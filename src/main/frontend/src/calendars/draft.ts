import type { CalendarContent, CalendarDay, CalendarHours, CalendarPage, CalendarYear } from '../api/types';

/** What a person is changing: days by their date, a week's hours as text, one line a weekday. */
export interface Draft {
  days: Record<string, CalendarDay>;
  /** Monday to Sunday; undefined: as the parent has it. */
  hours: string[] | undefined;
  years: CalendarYear[];
}

export type Kind = 'working' | 'rest' | 'holiday' | 'make-up';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

const SPAN = /^(?:[01]\d|2[0-3]):[0-5]\d-(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

export function draftOf({ own, parent }: CalendarPage): Draft {
  return {
    days: Object.fromEntries(own.days.map((day) => [day.day, day])),
    hours: parent && own.hours.length === 0 ? undefined : texts(own.hours),
    years: own.years,
  };
}

export function texts(hours: CalendarHours[]): string[] {
  return WEEKDAYS.map((weekday) =>
    hours
      .filter((span) => span.weekday === weekday)
      .map(({ starts, ends }) => `${starts}-${ends}`)
      .join(', '),
  );
}

/** Chinese commas and dashes are as good as the others, and 8:30 as good as 08:30. */
export function spans(text: string): string[] | undefined {
  const parts = text
    .replace(/[，、；;]/g, ',')
    .replace(/[–—~～]/g, '-')
    .replace(/：/g, ':')
    .split(',')
    .map((part) => part.replace(/\s/g, '').replace(/(^|-)(\d):/g, '$10$2:'))
    .filter((part) => part !== '');
  if (!parts.every((part) => SPAN.test(part) && part.slice(0, 5) < part.slice(6))) return undefined;
  const sorted = [...parts].sort();
  return sorted.every((part, i) => i === 0 || sorted[i - 1]!.slice(6) <= part.slice(0, 5))
    ? sorted
    : undefined;
}

export function sent(draft: Draft): CalendarContent {
  return {
    days: Object.values(draft.days).sort((one, other) => one.day.localeCompare(other.day)),
    hours: (draft.hours ?? []).flatMap((text, i) =>
      (spans(text) ?? []).map((span) => ({ weekday: i + 1, starts: span.slice(0, 5), ends: span.slice(6) })),
    ),
    years: [...draft.years].sort((one, other) => one.year - other.year),
  };
}

export function isChanged(page: CalendarPage, draft: Draft): boolean {
  return JSON.stringify(sent(draft)) !== JSON.stringify(sent(draftOf(page)));
}

export interface Look {
  kind: Kind;
  name: string;
  nameEn: string;
  /** Said by this calendar, and not by the one above it. */
  own: boolean;
}

/** What each day is, with all that is inherited. */
export function lookOf(page: CalendarPage, draft: Draft): (day: string) => Look {
  const above = Object.fromEntries(page.inherited.days.map((day) => [day.day, day]));
  const week = draft.hours ?? texts(page.inherited.hours);
  return (day) => {
    const own = draft.days[day];
    const said = own ?? above[day];
    const usual = (week[weekdayOf(day) - 1] ?? '') !== '';
    if (said) {
      return {
        kind: said.working ? (usual ? 'working' : 'make-up') : 'holiday',
        name: said.name,
        nameEn: said.nameEn,
        own: own !== undefined && page.parent !== null,
      };
    }
    return { kind: usual ? 'working' : 'rest', name: '', nameEn: '', own: false };
  };
}

/** 1 is Monday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

export function plusMonths(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The weeks of a month, Monday first; empty cells are undefined. */
export function weeksOf(year: number, month: number): (string | undefined)[][] {
  const first = `${year}-${String(month).padStart(2, '0')}-01`;
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const cells: (string | undefined)[] = [
    ...Array.from({ length: weekdayOf(first) - 1 }, () => undefined),
    ...Array.from({ length: count }, (_, i) => plusDays(first, i)),
  ];
  while (cells.length % 7) cells.push(undefined);
  return Array.from({ length: cells.length / 7 }, (_, i) => cells.slice(i * 7, i * 7 + 7));
}

export function loadedYears(page: CalendarPage, draft: Draft): Map<number, CalendarYear> {
  return new Map([...page.inherited.years, ...draft.years].map((year) => [year.year, year]));
}
