/** Build of the three environments: main (all entries), preload (one CommonJS file for the sandbox), renderer. */
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const from = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          main: from('electron/main.ts'),
          browser: from('electron/browser.ts'),
          cli: from('electron/cli.ts'),
          worker: from('electron/jobs/worker.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      rollupOptions: {
        input: { preload: from('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: from('renderer'),
    plugins: [react()],
    build: {
      // Read from this machine's disk: one file more or less makes no difference.
      chunkSizeWarningLimit: 5000,
      // The page starts as fast as it is parsed.
      minify: true,
      rollupOptions: { input: { index: from('renderer/index.html') } },
    },
  },
});
