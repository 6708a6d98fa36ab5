import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/Tag';
import { second } from '../ui/time';
import { useWord } from '../ui/words';
import { callLogQuery } from './queries';

/** What was sent for a call, and what asking for proof of it has found. */
export function Proof({ callKey }: { callKey: string }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  const { data } = useQuery(callLogQuery(callKey));
  if (!data?.log.length) return null;
  return (
    <section className="fallout-log">
      <h3>{t('log')}</h3>
      <ol>
        {data.log.map((attempt) => (
          <li key={`${attempt.at}${attempt.kind}`}>
            <span className="number nowrap">{second(attempt.at)}</span>
            <Tag tone={attempt.kind === 'PROOF' ? 'info' : 'plain'}>
              {t(attempt.kind === 'PROOF' ? 'proof' : 'sent')}
            </Tag>
            <span>
              {word('provisioning:outcomes', attempt.outcome)}
              {attempt.status ? ` · HTTP ${attempt.status}` : ''} · {attempt.millis} ms
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
