import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ResendRun } from '../api/types';
import { systemsQuery } from '../systems/queries';
import { useSystemName } from '../systems/useSystemName';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { Tag } from '../ui/Tag';

/** What is to be sent again: some by id, or all open ones of a kind. */
export interface Wanted {
  ids?: string[];
  fingerprint?: string;
  count: number;
  kinds: number;
  systems: string[];
}

/** Says what will happen, one first and then the others, and how the system is doing, before anything is sent. */
export function ResendDialog({
  wanted,
  onClose,
  onStarted,
}: {
  wanted: Wanted;
  onClose: () => void;
  onStarted: (run: ResendRun) => void;
}) {
  const { t } = useTranslation('provisioning');
  const { t: ts } = useTranslation('systems');
  const { t: tu } = useTranslation('ui');
  const systemName = useSystemName();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const systems = useQuery({ ...systemsQuery, refetchInterval: 5000 });
  const asked = systems.data?.filter(({ id }) => wanted.systems.includes(id));
  const down = asked?.some(({ breaker }) => breaker === 'open') ?? false;

  const start = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { ids, fingerprint } = wanted;
      const run = await api.post<ResendRun>('/api/fallouts/resend', { ids, fingerprint, note });
      onStarted(run);
      await queries.invalidateQueries({ queryKey: ['fallouts'] });
    } catch (failure) {
      setError(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t('resendTitle', { count: wanted.count })}
      onCancel={onClose}
      onOk={() => void start()}
      okText={t('resendNow')}
      cancelText={tu('cancel')}
      okButtonProps={{ loading: busy, disabled: down || !asked }}
      width={520}
    >
      <div className="resend-dialog">
        <p>
          {wanted.count > wanted.kinds ? t('canaryFirst', { count: wanted.count - wanted.kinds }) : t('one')}
        </p>
        <ul className="resend-systems" aria-label={t('target')}>
          {asked?.map((system) => (
            <li key={system.id}>
              <b>{systemName(system.id)}</b>
              <Tag tone={system.breaker === 'closed' ? 'good' : system.breaker === 'open' ? 'bad' : 'warn'}>
                {ts(`breaker.${system.breaker}`)}
              </Tag>
              <span className="muted">{t('pendingCalls', { count: system.pending })}</span>
            </li>
          ))}
        </ul>
        {down && <p className="call-error">{t('down')}</p>}
        <Field label={t('note')} hint={t('noteHint')} error={error}>
          <Input.TextArea
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </Field>
      </div>
    </Modal>
  );
}
