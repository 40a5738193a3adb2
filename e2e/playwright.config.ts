import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS, browserExecutable } from './browser.ts';
import { at, installationPort, receiverPort } from './installation.ts';

await installationPort();
await receiverPort();

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/journeys',
  globalSetup: './setup.ts',
  // The machine's two cores are shared with the server and the database under test.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line']],
  use: {
    baseURL: at('demo'),
    locale: 'en-US',
    timezoneId: 'America/New_York',
    screenshot: 'only-on-failure',
    // Recording costs a quarter of the time: whoever looks for a reason asks for it by --trace on.
    trace: 'off',
    launchOptions: { executablePath: await browserExecutable(), args: BROWSER_ARGS },
  },
});
