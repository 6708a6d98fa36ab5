import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { CallResent } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { Field } from '../ui/Field';
import { useWord } from '../ui/words';
import { CallState } from './CallState';
import { callQuery } from './queries';

const OPEN = ['NEW', 'SENDING', 'RETRY', 'UNKNOWN'];

/** Sends given-up calls again under their own keys, and shows of each what really becomes of it. */
export function CallResendDialog({ keys, onClose }: { keys: string[]; onClose: () => void }) {
  const { t } = useTranslation('systems');
  const { t: tu } = useTranslation('ui');
  const errorText = useErrorText();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [resent, setResent] = useState<CallResent[]>();

  const start = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const outcomes = await api.post<CallResent[]>('/api/calls/again', { keys, note });
      await queries.invalidateQueries({ queryKey: ['calls'] });
      setResent(outcomes);
    } catch (failure) {
      setError(errorText(failure));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal
      open
      title={t('resendTitle', { count: keys.length })}
      onCancel={onClose}
      onOk={() => (resent ? onClose() : void start())}
      okText={resent ? tu('close') : t('resendNow')}
      cancelText={tu('cancel')}
      cancelButtonProps={resent && { style: { display: 'none' } }}
      okButtonProps={{ loading: busy }}
      width={620}
    >
      {resent ? (
        <ol className="call-resent" aria-label={t('resentResult')}>
          {resent.map((one) => (
            <Outcome key={one.key} of={one} />
          ))}
        </ol>
      ) : (
        <>
          <p>{t('resendHint')}</p>
          <Field label={t('note')} error={error}>
            <Input.TextArea
              rows={2}
              maxLength={500}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
        </>
      )}
    </Modal>
  );
}

function Outcome({ of: { key, outcome } }: { of: CallResent }) {
  const word = useWord();
  const queued = outcome === 'queued';
  const { data } = useQuery({
    ...callQuery(key),
    enabled: queued,
    refetchInterval: ({ state }) => (state.data && !OPEN.includes(state.data.state) ? false : 1000),
  });
  return (
    <li>
      <code>{key}</code>
      {queued && data ? <CallState state={data.state} /> : <span>{word('systems:resent', outcome)}</span>}
    </li>
  );
}
