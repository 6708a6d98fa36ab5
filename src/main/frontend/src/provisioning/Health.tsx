import { useTranslation } from 'react-i18next';
import type { TargetHealth } from '../api/types';
import { Tag, type Tone } from '../ui/Tag';
import { minute } from '../ui/time';

const tones: Record<string, Tone> = { closed: 'good', 'half-open': 'warn', open: 'bad' };

export const isDown = (health: TargetHealth) => health.breaker === 'open';

/** How the system is doing that would be asked again: said before anybody may press the button. */
export function Health({ health }: { health: TargetHealth }) {
  const { t } = useTranslation('provisioning');
  const { t: ts } = useTranslation('systems');
  return (
    <div className="fallout-health">
      <Tag tone={tones[health.breaker] ?? 'plain'}>
        {ts(`breaker.${health.breaker as 'closed' | 'open' | 'half-open'}`)}
      </Tag>
      <span className="fallout-sub">
        {health.lastAnswer ? t('lastAnswer', { time: minute(health.lastAnswer) }) : t('noAnswer')}
      </span>
    </div>
  );
}
