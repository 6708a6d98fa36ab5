import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FalloutDetail } from '../api/types';
import { Tag } from '../ui/Tag';
import { minute } from '../ui/time';
import { useWord } from '../ui/words';

/** How the same trouble was resolved before, by whom, in what words, and whether it helped. */
export function SolvedCases({ cases }: { cases: FalloutDetail['similar'] }) {
  const { t } = useTranslation('provisioning');
  const word = useWord();
  return (
    <section className="fallout-log">
      <h3>{t('similar')}</h3>
      {cases.length === 0 && <p className="muted">{t('noSimilar')}</p>}
      <ul>
        {cases.map((one) => (
          <li key={one.id}>
            <Tag tone={one.same ? 'info' : 'plain'}>{t(one.same ? 'same' : 'alike')}</Tag>
            <b>{word('provisioning:resolutions', one.resolution)}</b>
            <Tag tone={one.helped ? 'good' : 'bad'}>{t(one.helped ? 'helped' : 'notHelped')}</Tag>
            <span>{one.resolverName ?? t('byRule')}</span>
            <span className="muted number nowrap">{minute(one.resolved)}</span>
            <Link to={`/orders/${one.orderId}`}>{one.customerName}</Link>
            {one.note && <q>{one.note}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
