import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import 'dayjs/locale/zh-cn';
import 'dayjs/locale/en';
import { useEffect, useState } from 'react';

dayjs.extend(utc);
dayjs.extend(timezone);

/** Everybody in the province sees the province's time, whatever the zone of the machine. */
export const PROVINCE = 'Asia/Shanghai';

export function speakDates(language: string) {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
}

export function inProvince(time: string | number): Dayjs {
  return dayjs(time).tz(PROVINCE);
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

export type Span = { unit: 'minutes' | 'hours' | 'days'; count: number };

/** How long, in the one unit a person would say: 45 minutes, 7 hours, 3 days. */
export function span(milliseconds: number): Span {
  const minutes = Math.max(1, Math.floor(Math.abs(milliseconds) / 60_000));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / 1440) };
}

export type Urgency = 'over' | 'soon' | 'fine';

/** Over time; or less than a fifth of the whole time left; or fine. */
export function urgency(created: string, due: string, now: number): Urgency {
  const end = Date.parse(due);
  if (now >= end) return 'over';
  const whole = end - Date.parse(created);
  return end - now < whole * 0.2 ? 'soon' : 'fine';
}
