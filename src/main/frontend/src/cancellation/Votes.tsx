import { useTranslation } from 'react-i18next';
import type { CancellationDetail } from '../api/types';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { money } from './money';

/** Who had to agree to what is waived, level by level, and what they said; the newest round first. */
export function Votes({ votes }: { votes: CancellationDetail['votes'] }) {
  const { t } = useTranslation('cancellation');
  if (votes.length === 0) return <p className="order-none">{t('noVotes')}</p>;
  return (
    <section className="approvals" aria-label={t('votes')}>
      <ol>
        {[...votes]
          .sort((one, other) => other.round - one.round)
          .map((one) => (
            <li key={`${one.round}-${one.level}`}>
              <Tag tone={one.vote === 'approve' ? 'good' : one.vote === 'refuse' ? 'bad' : 'plain'}>
                {t(`vote.${(one.vote ?? 'pending') as 'approve'}`)}
              </Tag>
              <b>{t(`level.${one.level as 'city'}`)}</b>
              <span className="muted">
                {t('round', { count: one.round, amount: money(one.waived), person: one.submittedByName })}
                {one.voterName && ` · ${one.voterName} · ${minute(one.voted)}`}
              </span>
              {one.opinion && <p>{one.opinion}</p>}
            </li>
          ))}
      </ol>
    </section>
  );
}
