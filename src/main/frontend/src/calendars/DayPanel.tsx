import { Button, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field';
import { Tag } from '../ui/Tag';
import { useBilingual } from '../ui/words';
import { plusDays, weekdayOf, type Draft, type Look } from './draft';

/** What one day is, or several in a row. */
export function DayPanel(props: {
  day: string;
  look: Look;
  draft: Draft;
  readOnly: boolean;
  onChange: (draft: Draft) => void;
}) {
  const { t } = useTranslation('calendars');
  const bilingual = useBilingual();
  const { day, look, readOnly, draft } = props;
  const inherited = !draft.days[day];
  return (
    <aside className="day-panel" aria-label={t('day')}>
      <h3>
        <span className="number">{day}</span> {t(`weekdays.${weekdayOf(day) as 1}`)}
      </h3>
      <p>
        <Tag tone={look.kind === 'holiday' ? 'bad' : look.kind === 'make-up' ? 'warn' : 'plain'}>
          {t(`kinds.${look.kind}`)}
        </Tag>{' '}
        {bilingual(look, 'name')}
        {look.name && inherited && <span className="muted"> {t('inherited')}</span>}
      </p>
      {!readOnly && <Editor key={day} {...props} />}
    </aside>
  );
}

function Editor({
  day,
  look,
  draft,
  onChange,
}: {
  day: string;
  look: Look;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const { t } = useTranslation('calendars');
  const own = draft.days[day];
  const [kind, setKind] = useState<'usual' | 'rest' | 'working'>(
    own ? (own.working ? 'working' : 'rest') : 'rest',
  );
  const [name, setName] = useState(own?.name ?? look.name);
  const [nameEn, setNameEn] = useState(own?.nameEn ?? look.nameEn);
  const [count, setCount] = useState(1);
  const [missing, setMissing] = useState(false);
  const apply = () => {
    if (kind !== 'usual' && !name.trim()) return setMissing(true);
    const days = { ...draft.days };
    for (let i = 0; i < count; i++) {
      const date = plusDays(day, i);
      if (kind === 'usual') delete days[date];
      else {
        days[date] = {
          day: date,
          working: kind === 'working',
          name: name.trim(),
          nameEn: nameEn.trim() || name.trim(),
        };
      }
    }
    onChange({ ...draft, days });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <Radio.Group
        aria-label={t('kind')}
        value={kind}
        onChange={(event) => setKind(event.target.value)}
        options={(['rest', 'working', 'usual'] as const).map((value) => ({
          value,
          label: t(`set.${value}`),
        }))}
      />
      {kind !== 'usual' && (
        <>
          <Field label={t('name')} required error={missing && !name.trim() ? t('nameMissing') : undefined}>
            <Input value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field label={t('nameEn')}>
            <Input value={nameEn} maxLength={60} onChange={(event) => setNameEn(event.target.value)} />
          </Field>
        </>
      )}
      <Field label={t('count')}>
        <InputNumber min={1} max={31} value={count} onChange={(value) => setCount(value ?? 1)} />
      </Field>
      <Button htmlType="submit">{t('apply')}</Button>
    </form>
  );
}
