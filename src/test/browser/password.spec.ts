import { expect, post, signOn, test } from './people';

test('somebody changes their password under their name and signs on with the new one', async ({
  signedOn,
}) => {
  const administrator = await signedOn('admin.suzhou');
  const name = `newcomer-${Date.now()}.suzhou`;
  await post(administrator, '/api/administration/people', {
    id: name,
    name: '新同事',
    organization: 'suzhou-enterprise',
    password: 'first-password',
    roles: ['hall'],
    cities: ['suzhou'],
  });
  const page = await signedOn('hall.suzhou');
  await page.context().clearCookies();
  await page.goto('/app/login');
  await signOn(page, name, 'first-password');

  await page.getByRole('button', { name: /用户菜单/ }).click();
  await page.getByRole('menuitem', { name: '修改密码' }).click();
  const dialog = page.getByRole('dialog');
  const change = dialog.getByRole('button', { name: /修\s*改$/ });
  await dialog.getByLabel('当前密码').fill('wrong-password');
  await dialog.getByLabel(/^新密码/).fill('second-password');
  await dialog.getByLabel('再输一次新密码').fill('second-passwort');
  await change.click();
  await expect(dialog.getByRole('alert')).toHaveText('两次输入的新密码不一致');
  await dialog.getByLabel('再输一次新密码').fill('second-password');
  await change.click();
  await expect(dialog.getByRole('alert')).toHaveText('当前密码不正确');
  await dialog.getByLabel('当前密码').fill('first-password');
  await change.click();
  await expect(page.getByText('密码已修改')).toBeVisible();

  await page.getByRole('button', { name: /用户菜单/ }).click();
  await page.getByRole('menuitem', { name: '退出登录' }).click();
  await signOn(page, name, 'second-password');
  await expect(page.getByRole('button', { name: '新同事，用户菜单' })).toBeVisible();
});
