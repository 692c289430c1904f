/** The tests by what they need: nothing, a page, LibreOffice, the built program, a real browser. */
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const NEEDING_MORE = ['test/renderer/**', 'test/excel/**', 'test/hosts/**', 'test/e2e/**'];

export default defineConfig({
  plugins: [react()],
  test: {
    // The last one closes the run with its summary.
    reporters: ['./test/setup/not-run-reporter.ts', 'default'],
    // By itself it leaves a core to whoever watches.
    maxWorkers: '100%',
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: NEEDING_MORE,
          globalSetup: ['test/setup/with-libreoffice.ts', 'test/setup/with-bundled-store.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          globalSetup: ['test/setup/with-bundled-store.ts'],
          setupFiles: ['test/setup/patient-queries.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'excel',
          include: ['test/excel/**/*.test.ts'],
          globalSetup: ['test/setup/with-libreoffice.ts'],
          testTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'hosts',
          include: ['test/hosts/**/*.test.ts'],
          globalSetup: ['test/setup/with-built-program.ts'],
          testTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: [
            'test/setup/with-built-program.ts',
            'test/setup/with-chromium.ts',
            'test/setup/with-bundled-store.ts',
          ],
          testTimeout: 180_000,
          expect: { poll: { timeout: 25_000 } },
          // Each has a browser, a host and a driver.
          maxWorkers: 2,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
