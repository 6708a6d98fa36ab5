import { useTranslation } from 'react-i18next';
import type { TaskClock } from '../api/types';
import { minute, useNow } from '../ui/time';

/** From the beginning to the due time: how far it is, and in grey when the clock stood still. */
export function ClockBar({ clock }: { clock: TaskClock }) {
  const { t } = useTranslation('actions');
  const now = useNow();
  const begun = Date.parse(clock.started);
  const whole = Math.max(Date.parse(clock.due), now) - begun;
  const place = (time: number) => `${Math.min(Math.max(((time - begun) / whole) * 100, 0), 100)}%`;
  const width = (from: number, to: number) => place(begun + Math.max(to - from, 0));
  const stops = clock.stops.filter(({ stops }) => stops);
  const label = t('clockBar.label', {
    from: minute(clock.started),
    due: minute(clock.due),
    hours: Math.round(clock.stoppedMinutes / 6) / 10,
  });
  return (
    <div className="clock-bar" role="img" aria-label={label} title={label}>
      <i style={{ width: width(begun, now) }} />
      {stops.map((stop) => {
        const since = Date.parse(stop.since);
        const until = stop.resumed ? Date.parse(stop.resumed) : Date.parse(stop.until);
        return (
          <i
            key={stop.since}
            className="clock-bar-stop"
            style={{ left: place(since), width: width(since, until) }}
          />
        );
      })}
    </div>
  );
}
