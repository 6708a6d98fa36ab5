import { ArrowRightOutlined, CheckOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { IntakeDetail } from '../api/types';
import { useBilingual } from '../ui/words';

/** The channels it has gone through, what each of them is to it, and why it lies where it lies. */
export function Path({ intake }: { intake: IntakeDetail }) {
  const { t } = useTranslation('intake');
  const bilingual = useBilingual();
  const ended = intake.waitsAt === 'ended';
  const now = intake.collaborating ?? intake.handling;
  const role = (channel: string) =>
    channel === intake.contact
      ? 'contact'
      : channel === intake.collaborating
        ? 'collaborating'
        : channel === intake.handling
          ? 'handling'
          : 'before';
  return (
    <div className="intake-path">
      <ol aria-label={t('channels')}>
        {intake.parts.map((channel, index) => {
          const isNow = channel === now && !ended;
          return (
            <li key={channel} data-now={isNow} aria-current={isNow ? 'step' : undefined}>
              {index > 0 && <ArrowRightOutlined aria-hidden />}
              <span>
                <b>{t(`channel.${channel}`)}</b>
                <small>
                  {t(`role.${role(channel)}`)}
                  {isNow && intake.holderName && ` · ${intake.holderName}`}
                </small>
              </span>
            </li>
          );
        })}
        {ended && (
          <li data-done={intake.state === 'handled'}>
            <CheckOutlined aria-hidden />
            <span>
              <b>{t(`state.${intake.state}`)}</b>
            </span>
          </li>
        )}
      </ol>
      {intake.choice ? (
        <p className="muted">{t('chosen', { channel: t(`channel.${intake.choice}`) })}</p>
      ) : (
        intake.rule && (
          <p className="muted">
            {bilingual(intake.rule, 'text')}
            <span className="intake-rule">
              {t('rule', { rule: intake.rule.rule, version: intake.rule.version })}
            </span>
          </p>
        )
      )}
    </div>
  );
}
