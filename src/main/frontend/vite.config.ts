import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const menuIcons = readFileSync(new URL('./src/shell/menu.tsx', import.meta.url), 'utf8').match(
  /\w+Outlined/g,
)!;

/** The icons of the menu are there from the beginning: together they weigh half of what a chunk for each does. */
function isMenuIcon(module: string): boolean {
  return menuIcons.some((icon) => module.endsWith(`/${icon}.js`));
}

const server = process.env.ESOP_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  base: '/app/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../../../target/classes/static/app', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'menu-icons', test: isMenuIcon, includeDependenciesRecursively: false }],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/login', '/logout'].map((path) => [path, server])),
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.ts'],
  },
});
