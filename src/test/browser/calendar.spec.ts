import type { Page } from '@playwright/test';
import { expect, post, test } from './people';

const FILE = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:1@test',
  'DTSTART;VALUE=DATE:20280124',
  'DTEND;VALUE=DATE:20280131',
  'SUMMARY:春节（休）',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:2@test',
  'DTSTART;VALUE=DATE:20280122',
  'SUMMARY:春节（班）',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'UID:3@test',
  'DTSTART;VALUE=DATE:20280214',
  'RRULE:FREQ=SECONDLY',
  'SUMMARY:情人节（休）',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

function cell(page: Page, day: string) {
  return page.locator(`[data-day="${day}"]`);
}

test('a city makes a day a holiday, with the keyboard, after seeing what that moves', async ({
  signedOn,
}) => {
  const admin = await signedOn('admin.wuxi');
  const known = await admin.request.get('/api/calendars/wuxi');
  if (known.status() === 404) {
    await post(admin, '/api/calendars', {
      id: 'wuxi',
      name: '无锡',
      nameEn: 'Wuxi',
      parent: 'province',
      city: 'wuxi',
    });
  }
  await admin.goto('/app/calendars/wuxi');
  await expect(admin.getByRole('grid')).toHaveCount(12);
  await expect(admin.getByRole('link', { name: /全省/ })).toContainText('只读');

  // one tab stop; arrows walk over the year's days
  const start = (await admin.locator('.month [tabindex="0"]').getAttribute('data-day'))!;
  await admin.locator('.month [tabindex="0"]').focus();
  await admin.keyboard.press('PageUp');
  await admin.keyboard.press('PageDown');
  await admin.keyboard.press('ArrowDown');
  const next = new Date(Date.parse(`${start}T00:00:00Z`) + 7 * 86_400_000).toISOString().slice(0, 10);
  await expect(admin.locator('.month [tabindex="0"]')).toHaveAttribute('data-day', next);
  await expect(admin.getByRole('heading', { name: new RegExp(next) })).toBeVisible();

  await admin.getByRole('radio', { name: '放假' }).check();
  await admin.getByLabel('名称', { exact: false }).first().fill('厂休');
  await admin.getByRole('button', { name: '应用' }).click();
  await expect(cell(admin, next)).toHaveAttribute('data-kind', 'holiday');
  await expect(cell(admin, next)).toHaveAttribute('aria-label', /厂休/);

  await admin.getByRole('button', { name: '保存…' }).click();
  const dialog = admin.getByRole('dialog');
  await expect(dialog).toContainText('向客户承诺的日期不变');
  await dialog.getByRole('button', { name: '保存并重算' }).click();
  await expect(dialog).toContainText('请写明改动原因');
  await dialog.getByRole('textbox').fill('设备检修');
  await dialog.getByRole('button', { name: '保存并重算' }).click();
  await expect(admin.getByRole('tab', { name: '重算记录', selected: true })).toBeVisible();
  await expect(admin.locator('.recounts li').first()).toContainText('设备检修');
  await expect(admin.locator('.recounts li').first()).toContainText('已完成', { timeout: 40_000 });

  // as it was
  await admin.getByRole('tab', { name: '日历' }).click();
  await cell(admin, next).click();
  await admin.getByRole('radio', { name: '不另作规定' }).check();
  await admin.getByRole('button', { name: '应用' }).click();
  await admin.getByRole('button', { name: '保存…' }).click();
  await admin.getByRole('dialog').getByRole('textbox').fill('检修取消');
  await admin.getByRole('button', { name: '保存并重算' }).click();
  await expect(admin.locator('.recounts li').first()).toContainText('检修取消');
});

test('a file is shown entry by entry and becomes part of the draft only', async ({ signedOn }) => {
  const designer = await signedOn('designer', { language: 'en', theme: 'dark' });
  await designer.goto('/app/calendars');
  await designer.getByTestId('calendar-file').setInputFiles({
    name: 'holidays-2028.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from(FILE, 'utf8'),
  });
  const dialog = designer.getByRole('dialog');
  await expect(dialog).toContainText('3 entries in the file give 8 days.');
  await expect(dialog).toContainText('only yearly repetition is taken');
  await dialog.getByRole('button', { name: 'Take 8 days' }).click();
  await expect(designer.locator('[data-day="2028-01-22"]')).toHaveAttribute('data-kind', 'make-up');
  await expect(designer.locator('[data-day="2028-01-24"]')).toHaveAttribute('data-kind', 'holiday');
  await designer.getByRole('button', { name: 'Discard changes' }).click();
  await expect(designer.locator('[data-day="2028-01-24"]')).toHaveAttribute('data-kind', 'working');

  await designer.getByTestId('calendar-file').setInputFiles({
    name: 'evil.ics',
    mimeType: 'text/calendar',
    buffer: Buffer.from('BEGIN:VCALENDAR\r\n'.repeat(50)),
  });
  await expect(designer.getByRole('alert')).toContainText('cannot be read');
});
