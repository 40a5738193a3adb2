import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMay } from '../../identity/api.ts';
import { Section } from '../../ui/page.tsx';
import { useSpeech } from '../../words/use-speech.tsx';

/** For those who build on the business with programs of their own. */
export function DevelopersSection() {
  const { text } = useSpeech('settings');
  const may = useMay();
  if (!may('webhook.read')) return null;
  return (
    <Section
      title={text('developers')}
      about={text('developers_about')}
      action={
        <Button component={Link} to="/settings/webhooks" size="xs" variant="default">
          {text('webhooks_open')}
        </Button>
      }
    >
      {null}
    </Section>
  );
}
