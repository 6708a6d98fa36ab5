/** As the server has it: application.yml and FileKind. */
export const MOST_BYTES = 20 * 1024 * 1024;

/** How a file of each kind begins; text begins as it likes, but is no page. */
const BEGINNINGS: Record<string, number[] | undefined> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47],
  jpg: [0xff, 0xd8, 0xff],
  jpeg: [0xff, 0xd8, 0xff],
  docx: [0x50, 0x4b, 3, 4],
  xlsx: [0x50, 0x4b, 3, 4],
  pptx: [0x50, 0x4b, 3, 4],
  txt: undefined,
  csv: undefined,
};

export const kinds = Object.keys(BEGINNINGS);

/** Whether a file is what its name says, as far as its first bytes tell; the server looks again. */
export async function looksRight(file: File): Promise<boolean> {
  const kind = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
  if (!kinds.includes(kind)) return false;
  const head = new Uint8Array(await file.slice(0, 512).arrayBuffer());
  const beginning = BEGINNINGS[kind];
  if (beginning) return beginning.every((byte, at) => head[at] === byte);
  const text = new TextDecoder().decode(head).trimStart();
  return !text.startsWith('<') && !head.includes(0);
}

export function readable(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${kilobytes.toFixed(0)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
