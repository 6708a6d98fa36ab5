import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Failure } from '../ui/Blank';
import { minute } from '../ui/time';
import { useWord } from '../ui/words';
import { historyQuery } from './queries';
import { usePartnerWords } from './usePartnerWords';

type Facts = Record<string, unknown>;

/** What was changed of a partner, by whom, newest first, as the audit log has it. */
export function PartnerHistory({ id }: { id: string }) {
  const { t } = useTranslation('partners');
  const word = useWord();
  const words = usePartnerWords();
  const history = useQuery(historyQuery(id));

  const value = (field: string, fact: unknown): string => {
    if (field === 'active') return t(fact ? 'active' : 'inactive');
    if (field === 'system') return words.way(String(fact));
    if (field === 'cities') return words.cities(fact as string[]);
    if (field === 'qualifications') return words.qualifications(fact as string[]);
    return String(fact);
  };
  const changes = ({ before, after }: { before?: Facts; after?: Facts }) =>
    Object.keys(after ?? {}).map(
      (field) =>
        `${word('partners:field', field)}：${value(field, before?.[field])} → ${value(field, after?.[field])}`,
    );

  return (
    <section className="partners-part" aria-label={t('history')}>
      <h3>{t('history')}</h3>
      {history.error && <Failure error={history.error} onRetry={() => void history.refetch()} />}
      {history.data?.items.length === 0 && <p className="muted">{t('noHistory')}</p>}
      <ol>
        {history.data?.items.map((entry) => (
          <li key={entry.id}>
            <time className="number muted">{minute(entry.at)}</time> {entry.personName ?? entry.person}{' '}
            {word('partners:action', entry.action.replace('partner.', ''))}
            {changes(entry.details as { before?: Facts; after?: Facts }).map((line) => (
              <div key={line} className="partners-change">
                {line}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}
