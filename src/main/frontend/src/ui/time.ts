import dayjs, { type Dayjs } from 'dayjs';
import utc from 'dayjs/plugin/utc';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/en';
import { useEffect, useState } from 'react';
import type { TaskTime } from '../api/types';

dayjs.extend(utc);

/** Asia/Shanghai in minutes, without summer time since 1991. (The zone by its name costs a list a third of a second.) */
const PROVINCE = 8 * 60;

export function speakDates(language: string) {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
}

/** Everybody in the province sees the province's time, whatever the zone of the machine. */
export function inProvince(time: string | number): Dayjs {
  return dayjs(time).utcOffset(PROVINCE);
}

/** 2026-11-23 09:30 */
export function minute(time: string | null | undefined): string {
  return time ? inProvince(time).format('YYYY-MM-DD HH:mm') : '–';
}

/** 2026-11-23 09:30:05 */
export function second(time: string | null | undefined): string {
  return time ? inProvince(time).format('YYYY-MM-DD HH:mm:ss') : '–';
}

/** 2026-11-23; a plain date is shown as it is. */
export function day(time: string | null | undefined): string {
  if (!time) return '–';
  return time.length === 10 ? time : inProvince(time).format('YYYY-MM-DD');
}

/** A plain date as one says it: 2026年1月1日星期四, Thursday, 1 January 2026. */
export function spokenDay(date: string, language: string): string {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(date));
}

export function today(): Dayjs {
  return inProvince(Date.now()).startOf('day');
}

/** The present time, renewed each half minute, so that "3 minutes left" does not lie. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export type Span = { unit: 'minutes' | 'hours' | 'days' | 'workdays'; count: number };

const DAY = 86_400_000;

/** How long, in the one unit a person would say: 45 minutes, 7 hours, 3 days; of working time 3 working days. */
export function span(milliseconds: number, day = DAY): Span {
  const time = Math.abs(milliseconds);
  const minutes = Math.max(1, Math.floor(time / 60_000));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (time < 2 * day) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: day < DAY ? 'workdays' : 'days', count: Math.floor(time / day) };
}

/** What is left of how much, in milliseconds. */
export type TimeLeft = { left: number; whole: number; day?: number };

/** Of the time on a wall, where a date was promised. */
export function wallTime(created: string, due: string, now: number): TimeLeft {
  const end = Date.parse(due);
  return { left: end - now, whole: end - Date.parse(created) };
}

/** Of working time: only within the working hours that the server names it runs off. */
export function workingTime(time: TaskTime, now: number): TimeLeft {
  const from = time.from ? Date.parse(time.from) : now;
  const until = time.until ? Date.parse(time.until) : now;
  const ran = Math.max(Math.min(now, until) - from, 0);
  return { left: time.left * 1000 - ran, whole: time.whole * 1000, day: time.day * 1000 };
}

export type Urgency = 'over' | 'soon' | 'fine';

/** Over time; or less than a fifth of the whole time left; or fine. */
export function urgency({ left, whole }: TimeLeft): Urgency {
  if (left <= 0) return 'over';
  return left < whole * 0.2 ? 'soon' : 'fine';
}

export type DueGroup = 'over' | 'today' | 'tomorrow' | 'week' | 'later';

/** Under which heading something stands in a list that goes by due time. */
export function dueGroup(due: string, now: number): DueGroup {
  if (Date.parse(due) <= now) return 'over';
  const days = inProvince(due).startOf('day').diff(inProvince(now).startOf('day'), 'day');
  return days < 1 ? 'today' : days < 2 ? 'tomorrow' : days <= 7 ? 'week' : 'later';
}
