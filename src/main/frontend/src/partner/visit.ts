import { inProvince } from '../ui/time';

/** 2026-11-30 09:00–12:00 */
export function visit(from: string, to: string): string {
  return `${inProvince(from).format('YYYY-MM-DD HH:mm')}–${inProvince(to).format('HH:mm')}`;
}
