import { expect, test } from 'vitest';
import { dueGroup, span, urgency, wallTime, workingTime } from './time';

const HOUR = 3600;
const friday = {
  left: 2.5 * HOUR,
  whole: 16 * HOUR,
  day: 8 * HOUR,
  from: '2026-11-27T13:30:00+08:00',
  until: '2026-11-27T17:30:00+08:00',
  stopped: false,
  beyond: false,
};
const at = (time: string) => Date.parse(`${time}+08:00`);

test('working time runs off in working hours only', () => {
  const left = (time: string) => workingTime(friday, at(time)).left / HOUR / 1000;

  expect(left('2026-11-27T13:00:00')).toBe(2.5);
  expect(left('2026-11-27T14:30:00')).toBe(1.5);
  expect(left('2026-11-27T17:00:00')).toBe(-1);
  expect(left('2026-11-29T12:00:00')).toBe(-1.5);
});

test('while the clock stands still nothing runs off', () => {
  const stopped = { ...friday, stopped: true, from: null, until: null };

  expect(workingTime(stopped, at('2027-01-01T00:00:00')).left).toBe(2.5 * HOUR * 1000);
});

test('a fifth of the working time is soon, whatever the wall says', () => {
  expect(urgency(workingTime(friday, at('2026-11-27T13:30:00')))).toBe('soon');
  expect(urgency(workingTime({ ...friday, left: 4 * HOUR }, at('2026-11-27T13:30:00')))).toBe('fine');
  expect(urgency(workingTime(friday, at('2026-11-27T16:00:00')))).toBe('over');
  const promised = ['2026-11-27T00:00:00+08:00', '2026-11-27T10:00:00+08:00'] as const;
  expect(urgency(wallTime(...promised, at('2026-11-27T08:30:00')))).toBe('soon');
});

test('a working day is as long as it is worked', () => {
  expect(span(15 * HOUR * 1000, 8 * HOUR * 1000)).toEqual({ unit: 'hours', count: 15 });
  expect(span(17 * HOUR * 1000, 8 * HOUR * 1000)).toEqual({ unit: 'workdays', count: 2 });
  expect(span(47 * HOUR * 1000)).toEqual({ unit: 'hours', count: 47 });
  expect(span(49 * HOUR * 1000, 24 * HOUR * 1000)).toEqual({ unit: 'days', count: 2 });
  expect(span(-30_000)).toEqual({ unit: 'minutes', count: 1 });
});

test('a list by due time has headings by the province’s days', () => {
  const now = at('2026-11-27T23:30:00');

  expect(dueGroup('2026-11-27T23:00:00+08:00', now)).toBe('over');
  expect(dueGroup('2026-11-27T23:59:00+08:00', now)).toBe('today');
  expect(dueGroup('2026-11-28T00:00:00+08:00', now)).toBe('tomorrow');
  expect(dueGroup('2026-12-04T12:00:00+08:00', now)).toBe('week');
  expect(dueGroup('2026-12-05T00:00:00+08:00', now)).toBe('later');
});
