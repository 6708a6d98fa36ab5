import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Opinion, Task } from '../../api/types';
import { useMe } from '../../shell/session';
import { useErrorText } from '../../ui/Blank';
import { Tag, type Tone } from '../../ui/Tag';
import { minute } from '../../ui/time';
import { useToasts } from '../../ui/toasts';
import './actions.css';

const TONES: Record<Opinion['state'], Tone> = {
  waiting: 'plain',
  open: 'warn',
  agreed: 'good',
  disagreed: 'bad',
  withdrawn: 'plain',
  lapsed: 'plain',
};

/** Who was asked about a task, and what they said; who asked may ask no longer. */
export default function OpinionStrip({ task, opinions }: { task: Task; opinions: Opinion[] }) {
  const { t } = useTranslation('actions');
  const { message } = useToasts();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const me = useMe();
  const [busy, setBusy] = useState<string>();

  const withdraw = async (opinion: Opinion) => {
    setBusy(opinion.id);
    try {
      await api.post(`/api/tasks/${task.id}/opinions/${opinion.id}/withdraw`, {});
      message.success(t('dialog.withdraw.done'));
    } catch (failure) {
      message.error(errorText(failure));
    } finally {
      setBusy(undefined);
      await queries.invalidateQueries({ queryKey: ['tasks'] });
    }
  };

  return (
    <section className="opinions" aria-label={t('opinions.title')}>
      <ul>
        {opinions.map((opinion) => (
          <li key={opinion.id}>
            <b>{opinion.personName}</b>
            <Tag tone={TONES[opinion.state]}>{t(`opinions.${opinion.state}`)}</Tag>
            <span className="opinion-words">{opinion.answer ?? opinion.question}</span>
            {opinion.state === 'open' && opinion.due && (
              <span className="muted">{t('opinions.until', { time: minute(opinion.due) })}</span>
            )}
            {(opinion.state === 'open' || opinion.state === 'waiting') &&
              (opinion.askedBy === me.id || task.assignee === me.id) && (
                <Button
                  size="small"
                  type="link"
                  loading={busy === opinion.id}
                  onClick={() => void withdraw(opinion)}
                >
                  {t('opinions.withdraw')}
                </Button>
              )}
          </li>
        ))}
      </ul>
    </section>
  );
}
