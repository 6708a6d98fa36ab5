import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/Tag';
import { second } from '../ui/time';
import { useWord } from '../ui/words';
import { CallbackState } from './CallbackState';
import { callQuery } from './queries';
import './systems.css';

/** Every request that went out for a call, and every callback that came about it. */
export function CallLog({ callKey }: { callKey: string }) {
  const { t } = useTranslation('systems');
  const word = useWord();
  const { data } = useQuery(callQuery(callKey));
  return (
    <>
      {!!data?.log.length && (
        <section className="call-log" aria-label={t('log')}>
          <h3>{t('log')}</h3>
          <ol>
            {data.log.map((attempt) => (
              <li key={`${attempt.at}${attempt.kind}`}>
                <span className="number nowrap">{second(attempt.at)}</span>
                <Tag tone={attempt.kind === 'PROOF' ? 'info' : 'plain'}>
                  {t(attempt.kind === 'PROOF' ? 'proof' : 'sent')}
                </Tag>
                <span>
                  {word('systems:outcomes', attempt.outcome)}
                  {attempt.status ? ` · HTTP ${attempt.status}` : ''} · {attempt.millis} ms
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
      {!!data?.callbacks.length && (
        <section className="call-log" aria-label={t('callbacks')}>
          <h3>{t('callbacks')}</h3>
          <ol>
            {data.callbacks.map((callback) => (
              <li key={callback.messageId}>
                <span className="number nowrap">{second(callback.received)}</span>
                <CallbackState state={callback.state} />
                {callback.reason && <span>{word('systems:reasons', callback.reason)}</span>}
                <code>{callback.messageId}</code>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
