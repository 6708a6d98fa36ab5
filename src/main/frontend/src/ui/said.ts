/** What a backing system said, in its own words: the reason inside a TMF error where it sent one, else the text as it is. */
export function said(text: string | null | undefined): string {
  if (!text?.trimStart().startsWith('{')) return text ?? '';
  try {
    const { reason, message, code } = JSON.parse(text) as Record<string, unknown>;
    const words = [reason, message, code].find((word) => typeof word === 'string' && word !== '');
    return (words as string | undefined) ?? text;
  } catch {
    return text;
  }
}
