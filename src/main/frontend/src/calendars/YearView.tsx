import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { spokenDay } from '../ui/time';
import { useBilingual } from '../ui/words';
import { plusDays, plusMonths, weekdayOf, weeksOf, WEEKDAYS, type Look } from './draft';

/**
 * Twelve months. One tab stop: arrows go from day to day and week to week, Page Up and Page Down from month to month, with Shift
 * from year to year.
 */
export function YearView({
  year,
  day,
  look,
  onSelect,
}: {
  year: number;
  day: string;
  look: (day: string) => Look;
  onSelect: (day: string) => void;
}) {
  const root = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const stop = day.startsWith(String(year)) ? day : `${year}-01-01`;
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    root.current?.querySelector<HTMLElement>(`[data-day="${stop}"]`)?.focus();
  }, [stop]);
  const press = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: () => plusDays(stop, -1),
      ArrowRight: () => plusDays(stop, 1),
      ArrowUp: () => plusDays(stop, -7),
      ArrowDown: () => plusDays(stop, 7),
      PageUp: () => plusMonths(stop, event.shiftKey ? -12 : -1),
      PageDown: () => plusMonths(stop, event.shiftKey ? 12 : 1),
      Home: () => plusDays(stop, 1 - weekdayOf(stop)),
      End: () => plusDays(stop, 7 - weekdayOf(stop)),
    }[event.key];
    if (!to) return;
    event.preventDefault();
    moved.current = true;
    onSelect(to());
  };
  return (
    <div className="months" ref={root} onKeyDown={press}>
      {Array.from({ length: 12 }, (_, i) => (
        <Month key={i} year={year} month={i + 1} day={day} stop={stop} look={look} onSelect={onSelect} />
      ))}
    </div>
  );
}

function Month({
  year,
  month,
  day,
  stop,
  look,
  onSelect,
}: {
  year: number;
  month: number;
  day: string;
  stop: string;
  look: (day: string) => Look;
  onSelect: (day: string) => void;
}) {
  const { t, i18n } = useTranslation('calendars');
  const bilingual = useBilingual();
  return (
    <table role="grid" className="month">
      <caption>{t(`months.${month as 1}`)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={t(`weekdays.${weekday}`)}>
              {t(`short.${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, i) => (
          <tr key={i}>
            {week.map((date, place) => {
              if (!date) return <td key={place} />;
              const { kind, own, ...names } = look(date);
              const name = bilingual(names, 'name');
              return (
                <td key={place} aria-selected={date === day}>
                  <button
                    type="button"
                    className="day"
                    data-day={date}
                    data-kind={kind}
                    data-own={own || undefined}
                    data-chosen={date === day || undefined}
                    tabIndex={date === stop ? 0 : -1}
                    title={name || undefined}
                    aria-label={[spokenDay(date, i18n.language), name, t(`kinds.${kind}`)]
                      .filter(Boolean)
                      .join(' ')}
                    onClick={() => onSelect(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
