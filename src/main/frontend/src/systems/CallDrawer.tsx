import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Call } from '../api/types';
import { useMe } from '../shell/session';
import { Failure } from '../ui/Blank';
import { CopyButton, JsonView } from '../ui/JsonView';
import { said } from '../ui/said';
import { second } from '../ui/time';
import { useWord } from '../ui/words';
import { CallLog } from './CallLog';
import { CallState } from './CallState';
import { callQuery } from './queries';
import { useSystemName } from './useSystemName';

/** One call: what was asked, what was answered, what went wrong, and each attempt and callback for those who look after calls. */
export function CallDrawer({
  callKey,
  known,
  onClose,
  onResend,
}: {
  callKey: string | undefined;
  known: Call | undefined;
  onClose: () => void;
  onResend?: (key: string) => void;
}) {
  const { t } = useTranslation('systems');
  const word = useWord();
  const systemName = useSystemName();
  const { modules } = useMe();
  const fetched = useQuery({ ...callQuery(callKey ?? ''), enabled: !!callKey && !known });
  const call = known ?? fetched.data;

  const facts: [string, React.ReactNode][] = call
    ? [
        [t('system'), systemName(call.system)],
        [t('operation'), call.operation],
        [t('aggregate'), call.aggregate],
        [t('attempts'), call.attempts],
        [t('at'), second(call.created)],
        [t('answered'), call.answered && second(call.answered)],
        [t('nextAt'), call.nextAt && !call.answered && second(call.nextAt)],
        [t('externalId'), call.externalId],
      ]
    : [];

  return (
    <Drawer
      open={!!callKey}
      onClose={onClose}
      size={720}
      title={call ? word('systems:steps', call.step) : t('title')}
      extra={
        call && (
          <span className="call-head">
            <CallState state={call.state} />
            {onResend && call.state === 'DEAD' && (
              <Button size="small" type="primary" onClick={() => onResend(call.key)}>
                {t('resendOne')}
              </Button>
            )}
          </span>
        )
      }
    >
      {fetched.error && <Failure error={fetched.error} onRetry={() => void fetched.refetch()} />}
      {call && (
        <div className="call">
          <dl className="facts">
            {facts.map(
              ([name, value]) =>
                (value || value === 0) && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd className="number">{value}</dd>
                  </div>
                ),
            )}
            <div>
              <dt>{t('key')}</dt>
              <dd className="call-key">
                <code>{call.key}</code>
                <CopyButton text={call.key} />
              </dd>
            </div>
          </dl>
          {call.errorClass && (
            <p className="call-error">
              {call.errorClass && <b>{word('systems:errors', call.errorClass)}</b>} {said(call.message)}
            </p>
          )}
          <JsonView title={t('request')} value={call.request} />
          <JsonView title={t('answer')} value={call.answer} />
          {modules.includes('calls') && <CallLog callKey={call.key} />}
        </div>
      )}
    </Drawer>
  );
}
