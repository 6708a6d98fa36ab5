import { discardDraft, expect, post, test } from './people';

test('a product is taken out of sale; a template with it says so, and its item is replaced or dropped', async ({
  signedOn,
}) => {
  const name = `机房方案 ${Date.now()}`;
  const page = await signedOn('account-manager.suzhou');
  await discardDraft(page);
  const items = ['vpmn', 'idc-hosting'].map((offeringId) => ({ offeringId, action: 'add', quantity: 1 }));
  await post(page, '/api/order-templates', { name, shared: false, items });

  const keeper = await signedOn('designer');
  await keeper.goto('/app/products');
  const row = keeper.getByRole('row').filter({ hasText: '苏州数据中心托管' });
  await row.getByRole('button', { name: '停售…' }).click();
  const dialog = keeper.getByRole('dialog', { name: '停售“苏州数据中心托管”？' });
  await dialog.getByRole('button', { name: '停售' }).click();
  await expect(dialog.getByText('请填写停售原因')).toBeVisible();
  await dialog.getByLabel('原因').fill('机房搬迁');
  await dialog.getByRole('button', { name: '停售' }).click();
  await expect(row).toContainText('机房搬迁');
  try {
    await page.goto('/app/orders/templates');
    const template = page.getByRole('row').filter({ hasText: name });
    await expect(template).toContainText(
      /“苏州数据中心托管”现在不能订购：自 \d{4}-\d\d-\d\d 起停售（机房搬迁）/,
    );
    await template.getByRole('link', { name: '使用' }).click();
    const item = page.getByRole('region', { name: /第 2 项：苏州数据中心托管/ });
    await expect(item).toContainText('机房搬迁');
    await expect(page.getByRole('region', { name: /第 1 项：集团短号网/ })).toBeVisible();
    await item.getByLabel('替换 苏州数据中心托管').click();
    await page.getByTitle('互联网专线').click();
    await expect(page.getByRole('region', { name: /第 2 项：互联网专线/ })).toBeVisible();
    await expect(page.getByText('机房搬迁')).toHaveCount(0);
    await discardDraft(page);

    await page.goto('/app/orders/templates');
    await template.getByRole('button', { name: '修改' }).click();
    const edit = page.getByRole('dialog', { name: '修改' });
    await expect(edit).toContainText('机房搬迁');
    await edit.getByRole('button', { name: '移除 苏州数据中心托管' }).click();
    await edit.getByRole('button', { name: '保存' }).click();
    await expect(template).not.toContainText('机房搬迁');
    await expect(template).toContainText('集团短号网');
    await template.getByRole('button', { name: '删除' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await expect(template).toHaveCount(0);
  } finally {
    await row.getByRole('button', { name: '恢复销售' }).click();
    await keeper.getByRole('dialog').getByRole('button', { name: '恢复销售' }).click();
    await expect(row).toContainText('在售');
  }
});
