import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { OrderTemplate } from '../../api/types';
import { useToasts } from '../../ui/toasts';
import { templatesQuery } from '../queries';
import { withTemplate, type Draft } from './draft';

/** Fills templates into the draft: those chosen here, and the one an address names (?template=). */
export function useTemplates(ready: boolean, change: (update: (before: Draft) => Draft) => void) {
  const { t } = useTranslation('ordering');
  const { message } = useToasts();
  const [params, setParams] = useSearchParams();
  const wanted = params.get('template');
  const templates = useQuery({ ...templatesQuery, enabled: !!wanted });

  const fillIn = (template: OrderTemplate) => {
    change((before) => withTemplate(before, template));
    message.success(t('template.used', { name: template.name }));
  };

  useEffect(() => {
    if (!wanted || !ready || !templates.data) return;
    setParams({}, { replace: true });
    const template = templates.data.find(({ id }) => id === wanted);
    if (template) fillIn(template);
    else message.info(t('template.unknown'));
  }, [wanted, ready, templates.data]);

  return fillIn;
}
