import { discardDraft, expect, test } from './people';

test('what is ordered again and again is kept as a template, shared, used by a colleague, and thrown away', async ({
  signedOn,
}) => {
  const name = `门店开业 ${Date.now()}`;
  const page = await signedOn('account-manager.nanjing');
  await discardDraft(page);
  await page.goto('/app/orders/new');
  await page.getByRole('button', { name: '选择 集团短号网' }).click();
  await page.getByLabel('成员数').fill('37');
  await page.getByRole('button', { name: '订单模板' }).click();
  await page.getByRole('menuitem', { name: '存为模板…' }).click();
  const dialog = page.getByRole('dialog', { name: '存为模板…' });
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('请填写模板名称')).toBeVisible();
  await dialog.getByLabel('模板名称').fill(name);
  await dialog.getByLabel('与本市同事共用').check();
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(page.getByText(`模板“${name}”已保存`)).toBeVisible();
  await discardDraft(page);

  const colleague = await signedOn('account-manager2.nanjing');
  await discardDraft(colleague);
  await colleague.goto('/app/orders/templates');
  const row = colleague.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText('南京共用');
  await expect(row.getByRole('button')).toHaveCount(0);
  await row.getByRole('link', { name: '使用' }).click();
  await expect(colleague.getByLabel('成员数')).toHaveValue('37');
  await colleague.reload();
  await expect(colleague.getByText(/已恢复.*草稿/)).toBeVisible();
  await discardDraft(colleague);

  await page.goto('/app/orders/templates');
  await page.getByPlaceholder('模板名称、维护人').fill(name);
  await expect(page.locator('tbody tr.ant-table-row')).toHaveCount(1);
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(page.getByText('没有符合条件的记录')).toBeVisible();
});
