import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Failed } from '../../ui/states.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { useTitle } from '../title.ts';
import { Bar } from '../components/bar.tsx';
import { useReader } from '../reader.ts';
import { useScalar } from '../scalar.ts';
import './reference.css';

/** Every operation with its schema, examples, and a button that tries it in the sandbox with the reader's own token. */
export default function Reference() {
  const { text } = useSpeech('docs');
  const reader = useReader();
  const scheme = useComputedColorScheme('light');
  const scalar = useScalar();
  const place = useRef<HTMLDivElement>(null);
  useTitle(text('reference'));
  const token = reader?.token ?? '';
  useEffect(() => {
    if (!scalar.data || !reader || !place.current) return undefined;
    const shown = scalar.data.createApiReference(place.current, configurationOf(token, scheme === 'dark'));
    return () => shown.destroy();
  }, [scalar.data, reader, token, scheme]);
  if (scalar.isError) return <Failed error={scalar.error} onRetry={() => void scalar.refetch()} />;
  return (
    <>
      <Bar />
      <main ref={place} className="reference" />
    </>
  );
}

/** Nothing is asked of anybody else: no proxy, no fonts, no telemetry. */
const configurationOf = (token: string, isDark: boolean) => ({
  url: '/api/v1/openapi.json',
  theme: 'none',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  hideDarkModeToggle: true,
  showDeveloperTools: 'never',
  agent: { disabled: true },
  mcp: { disabled: true },
  forceDarkModeState: isDark ? 'dark' : 'light',
  darkMode: isDark,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
  authentication: {
    preferredSecurityScheme: 'token',
    securitySchemes: { token: { token } },
  },
});
