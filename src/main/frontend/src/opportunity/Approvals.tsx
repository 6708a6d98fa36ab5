import { useTranslation } from 'react-i18next';
import type { OpportunityDetail } from '../api/types';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';

/** Who had to agree, level by level, and what they said; the newest round first. */
export function Approvals({ approvals }: { approvals: OpportunityDetail['approvals'] }) {
  const { t } = useTranslation('opportunity');
  if (approvals.length === 0) return null;
  return (
    <section className="approvals" aria-label={t('approvals')}>
      <h3>{t('approvals')}</h3>
      <ol>
        {[...approvals]
          .sort((one, other) => other.round - one.round || one.position - other.position)
          .map((one) => (
            <li key={`${one.round}-${one.position}`}>
              <Tag tone={one.vote === 'approve' ? 'good' : one.vote === 'refuse' ? 'bad' : 'plain'}>
                {t(`vote.${(one.vote ?? 'pending') as 'approve'}`)}
              </Tag>
              <b>{t(`level.${one.level as 'city'}`)}</b>
              <span className="muted">
                {t('round', { count: one.round })}
                {one.voter && ` · ${one.voterName} · ${minute(one.voted)}`}
              </span>
              {one.opinion && <p>{one.opinion}</p>}
            </li>
          ))}
      </ol>
    </section>
  );
}
