import { useTranslation } from 'react-i18next';
import type { ResendRule, ResendTrial } from '../api/types';
import { useSystemName } from '../systems/useSystemName';
import { useWord } from '../ui/words';
import { useDuration } from './useDuration';

/** What would happen next, in words. */
export function Foretold({
  told,
  own,
  rules,
}: {
  told: ResendTrial;
  own: number | undefined;
  rules: ResendRule[];
}) {
  const { t } = useTranslation('rules');
  const word = useWord();
  const systemName = useSystemName();
  const duration = useDuration();
  const other = rules.find(({ id }) => id === told.rule && id !== own);
  const names = other && [
    other.system === '*' ? t('any') : systemName(other.system),
    other.step === '*' ? t('any') : word('systems:steps', other.step),
    other.errorClass === '*' ? t('any') : word('systems:errors', other.errorClass),
  ];
  return (
    <div role="status" className="rules-told">
      <b>{t(`next.${told.why ?? told.next}` as 'next.resend')}</b>
      {told.afterwards && <span>{t(`afterwardsWords.${told.afterwards}`)}</span>}
      {told.rule === 0 && <span className="muted">{t('byThis')}</span>}
      {names && <span className="muted">{t('byOther', { rule: names.join(' · ') })}</span>}
      <ol>
        {told.waits.map((wait) => (
          <li key={wait.attempt}>
            {t('wait', {
              attempt: wait.attempt,
              time:
                wait.atLeast === wait.atMost
                  ? duration(wait.atLeast)
                  : `${duration(wait.atLeast)} – ${duration(wait.atMost)}`,
            })}
          </li>
        ))}
      </ol>
    </div>
  );
}
