import { DatePicker, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/Field';
import { PersonPicker, type Chosen } from './PersonPicker';
import type { BulkWish } from './useBulkRun';

/** What each action asks for before all that is selected takes it. */
const ASKS = {
  assign: { text: 'assign', to: 'work' },
  delegate: { text: 'delegate', to: 'work' },
  cc: { text: 'copy', to: 'ask' },
  'follow-up': { text: 'follow-up', day: true },
  comment: { text: 'comment', words: true },
} as const satisfies Record<string, { text: string; to?: 'work' | 'ask'; day?: true; words?: true }>;

export type Asking = keyof typeof ASKS;

interface Missing {
  to?: string;
  day?: string;
  words?: string;
}

/** Offers who may be named for the first of them, and each of the others says whether they may. */
export default function BulkDialog({
  action,
  taskId,
  onClose,
  onChosen,
}: {
  action: Asking;
  taskId: string;
  onClose: () => void;
  onChosen: (wish: BulkWish) => void;
}) {
  const { t } = useTranslation('actions');
  const { t: tu } = useTranslation('ui');
  const asks: { text: (typeof ASKS)[Asking]['text']; to?: 'work' | 'ask'; day?: true; words?: true } =
    ASKS[action];
  const [to, setTo] = useState<Chosen[]>([]);
  const [day, setDay] = useState<Dayjs | null>(null);
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState<Missing>({});

  const choose = () => {
    const wrong: Missing = {
      ...(asks.to && to.length === 0 && { to: t('whoMissing') }),
      ...(asks.day && !day && { day: t('dayMissing') }),
      ...(asks.words && !words.trim() && { words: t('commentMissing') }),
    };
    setMissing(wrong);
    if (Object.keys(wrong).length === 0)
      onChosen({
        action,
        to: to[0]?.value,
        on: day?.format('YYYY-MM-DD'),
        reason: words.trim() || undefined,
      });
  };

  return (
    <Modal
      open
      title={t(`dialog.${asks.text}.title`)}
      width={440}
      okText={t(`dialog.${asks.text}.title`)}
      cancelText={tu('cancel')}
      onOk={choose}
      onCancel={onClose}
    >
      <p className="action-hint">{t(`dialog.${asks.text}.hint`)}</p>
      {asks.to && (
        <Field label={t(`dialog.${asks.text as 'assign'}.to`)} error={missing.to} required>
          <PersonPicker taskId={taskId} purpose={asks.to} many={false} value={to} onChange={setTo} />
        </Field>
      )}
      {asks.day && (
        <Field label={t('dialog.follow-up.day')} error={missing.day} required>
          <DatePicker
            autoFocus
            style={{ width: '100%' }}
            value={day}
            onChange={(chosen) => setDay(chosen)}
            disabledDate={(date) =>
              !date.isAfter(dayjs().endOf('day')) || date.isAfter(dayjs().add(1, 'year'))
            }
          />
        </Field>
      )}
      <Field
        label={asks.words ? t('dialog.comment.words') : t('note')}
        hint={asks.words ? undefined : t('optional')}
        error={missing.words}
        required={asks.words}
      >
        <Input.TextArea
          autoFocus={asks.words}
          rows={asks.words ? 3 : 2}
          maxLength={500}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
    </Modal>
  );
}
