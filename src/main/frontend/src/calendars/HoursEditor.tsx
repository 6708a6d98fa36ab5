import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarPage } from '../api/types';
import { Field } from '../ui/Field';
import { spans, texts, WEEKDAYS, type Draft } from './draft';

/** The hours of each weekday, several spans a day. */
export function HoursEditor({
  page,
  draft,
  onChange,
}: {
  page: CalendarPage;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const { t } = useTranslation('calendars');
  const inherited = texts(page.inherited.hours);
  const shown = draft.hours ?? inherited;
  const locked = !page.editable || draft.hours === undefined;
  return (
    <div className="calendar-form">
      {page.parent && (
        <Checkbox
          checked={draft.hours === undefined}
          disabled={!page.editable}
          onChange={(event) => onChange({ ...draft, hours: event.target.checked ? undefined : inherited })}
        >
          {t('hoursInherited')}
        </Checkbox>
      )}
      <p className="muted">{t('hoursHelp')}</p>
      <div className="calendar-hours">
        {WEEKDAYS.map((weekday, i) => (
          <Field
            key={weekday}
            label={t(`weekdays.${weekday}`)}
            error={spans(shown[i] ?? '') === undefined ? t('hoursWrong') : undefined}
            hint={shown[i] ? undefined : t('restDay')}
          >
            <Input
              value={shown[i]}
              disabled={locked}
              onChange={(event) =>
                onChange({
                  ...draft,
                  hours: shown.map((text, place) => (place === i ? event.target.value : text)),
                })
              }
            />
          </Field>
        ))}
      </div>
    </div>
  );
}
