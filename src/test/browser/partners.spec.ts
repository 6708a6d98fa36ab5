import { expect, test } from './people';

test('an administrator enters a partner with its people, and takes it out of service again', async ({
  signedOn,
}) => {
  const page = await signedOn('admin');
  await page.goto('/app/partners');
  await expect(page.getByRole('row').filter({ hasText: '听澜科技' })).toContainText('人员在本平台办理');
  await expect(page.getByRole('row').filter({ hasText: '砚联集成' })).toContainText('接单');

  await page.getByRole('button', { name: '登记集成商' }).click();
  const dialog = page.getByRole('dialog', { name: '登记集成商' });
  await dialog.getByRole('button', { name: '保存' }).click();
  await expect(dialog.getByText('请填写名称').first()).toBeVisible();
  await expect(dialog.getByText('请按说明填写单位编号')).toBeVisible();
  await expect(dialog.getByText('请至少选择一项')).toBeVisible();
  await dialog.getByLabel('中文名称').fill('翰林弱电');
  await dialog.getByLabel('英文名称').fill('Hanlin Networks');
  await dialog.getByLabel('单位编号').fill('hanlin');
  await dialog.getByLabel('可安装').click();
  await page.getByTitle('手机邮箱', { exact: true }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: '保存' }).click();

  const drawer = page.getByRole('dialog').filter({ hasText: '承接顺序' });
  await expect(drawer).toContainText('si.hanlin');
  await expect(drawer.getByRole('region', { name: '承接顺序' })).toContainText('第 9 位');
  const people = drawer.getByRole('region', { name: '人员账号' });
  await expect(people).toContainText('还没有人员账号');
  await people.getByRole('button', { name: '新增人员' }).click();
  const account = page.getByRole('dialog', { name: '新增人员' });
  await account.getByLabel('姓名').fill('翰墨');
  await account.getByLabel('账号').fill('si.hanlin');
  await account.getByLabel('初始密码').fill('short');
  await account.getByRole('button', { name: '保存' }).click();
  await expect(account.getByText('密码至少 10 位')).toBeVisible();
  await account.getByLabel('初始密码').fill('hanlin-esop-1');
  await account.getByRole('button', { name: '保存' }).click();
  await expect(people.getByRole('row').filter({ hasText: '翰墨' })).toContainText('启用');
  await people.getByRole('button', { name: '停用' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '停用' }).click();
  await expect(people.getByRole('row').filter({ hasText: '翰墨' })).toContainText('已停用');

  await drawer.locator('.partners-actions').getByRole('button', { name: '停用' }).click();
  await page
    .getByRole('tooltip')
    .filter({ hasText: '不再派新单' })
    .getByRole('button', { name: '停用' })
    .click();
  await expect(drawer.getByRole('region', { name: '变更记录' })).toContainText('状态：启用 → 停用');
  await drawer
    .getByRole('button', { name: 'Close' })
    .or(drawer.getByRole('button', { name: '关闭' }))
    .click();
  await page.getByRole('group', { name: '状态' }).getByRole('button', { name: '停用' }).click();
  await expect(page.locator('.ant-table-row')).toHaveText([/翰林弱电/]);
  await page.getByPlaceholder('名称或编号').fill('没有的');
  await expect(page.getByRole('button', { name: '清除筛选' })).toBeVisible();
});

test('operations see the partners of their city, in English and in the dark, and change none', async ({
  signedOn,
}) => {
  const page = await signedOn('operations.nanjing', { language: 'en', theme: 'dark' });
  await page.goto('/app/overview');
  await page.getByRole('navigation').getByRole('link', { name: 'Partners' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Tinglan Technology' });
  await expect(row).toContainText('Its people, in ESOP');
  await expect(page.getByRole('button', { name: 'Add a partner' })).toHaveCount(0);
  await row.getByRole('link').click();
  const drawer = page.getByRole('dialog').filter({ hasText: 'Chosen for' });
  await expect(drawer.getByRole('region', { name: 'Its people' })).toContainText('季听风');
  await expect(drawer.getByRole('region', { name: 'Chosen for' })).toContainText('No. 1');
  await expect(drawer.getByRole('button', { name: 'Edit' })).toHaveCount(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1366);
});
