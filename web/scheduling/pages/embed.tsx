import { Button, Code, CopyButton, SegmentedControl } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { Buttons, Page, Section } from '../../ui/page.tsx';

const snippets = (origin: string) => ({
  inline: `<div data-smooth-booking></div>\n<script src="${origin}/embed.js" async></script>`,
  popup: `<button data-smooth-booking-popup>Book now</button>\n<script src="${origin}/embed.js" async></script>`,
});

/** How the booking page gets onto another site. */
export function EmbedPage() {
  const [way, setWay] = useState<'inline' | 'popup'>('inline');
  const { origin } = window.location;
  const link = `${origin}/book`;
  return (
    <Page title="Your booking page" about="Share the link, or put the booking page on your own site." narrow>
      <Section title="Link" about="For your profile, your e-mails, a poster.">
        <Copied text={link} />
        <Buttons>
          <Button
            component="a"
            href="/book"
            target="_blank"
            variant="default"
            leftSection={<IconExternalLink size="1.2em" />}
          >
            Open booking page
          </Button>
        </Buttons>
      </Section>
      <Section title="On your site" about="Paste these two lines where customers should book. Nothing else is needed.">
        <SegmentedControl
          aria-label="How it appears"
          data={[
            { value: 'inline', label: 'Within the page' },
            { value: 'popup', label: 'Behind a button' },
          ]}
          value={way}
          onChange={(chosen) => setWay(chosen)}
        />
        <Copied text={snippets(origin)[way]} />
      </Section>
    </Page>
  );
}

const Copied = ({ text }: { text: string }) => (
  <>
    <Code block tabIndex={0}>
      {text}
    </Code>
    <CopyButton value={text}>
      {({ copied, copy }) => (
        <Buttons>
          <Button
            size="xs"
            variant="default"
            leftSection={copied ? <IconCheck size="1.2em" /> : <IconCopy size="1.2em" />}
            onClick={copy}
          >
            {copied ? 'Copied' : 'Copy'}
          </Button>
        </Buttons>
      )}
    </CopyButton>
  </>
);
