import './base.css';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { Entry } from './entry.tsx';
import { LanguageProvider } from './language-provider.tsx';
import { queries } from './queries.ts';
import { useSpeech, useVoice } from '../words/use-speech.tsx';
import { cssVariables, themeIn } from './theme.ts';

const scheme = localStorageColorSchemeManager({ key: 'smooth-color-scheme' });

function Look({ children }: { children: ReactNode }) {
  const speech = useSpeech('app');
  const { locale } = useVoice();
  const theme = useMemo(() => themeIn(speech, locale), [speech, locale]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={scheme}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <LanguageProvider>
        <Look>
          <Notifications position="bottom-center" limit={3} />
          <Entry />
        </Look>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
