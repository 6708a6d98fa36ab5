import { AuditOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, ApiError } from '../api/client';
import type { OrderAudit } from '../api/types';
import { useErrorText } from '../ui/Blank';
import { useToasts } from '../ui/toasts';

/** Compares an ended order with the other systems now. */
export function AuditNow({ orderId }: { orderId: string }) {
  const { t } = useTranslation('audit');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { message } = useToasts();
  const [busy, setBusy] = useState(false);

  const begin = async () => {
    setBusy(true);
    try {
      const audit = await api.post<OrderAudit>('/api/order-audits', { orderId });
      await queries.invalidateQueries({ queryKey: ['audits'] });
      message.success(t('begun', { id: audit.id }));
      await navigate(`/audits/${audit.id}`);
    } catch (failure) {
      const underWay = failure instanceof ApiError ? failure.problem.audit : undefined;
      if (underWay) return void navigate(`/audits/${underWay}`);
      message.error(errorText(failure));
      setBusy(false);
    }
  };

  return (
    <Button icon={<AuditOutlined />} loading={busy} onClick={() => void begin()}>
      {t('now')}
    </Button>
  );
}
