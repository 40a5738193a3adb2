import { Anchor, Button, Code, CopyButton, SegmentedControl } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Buttons, Page, Section } from '../../ui/page.tsx';

/** The words of `/embed.js`, which says the rest. */
const snippets = (origin: string) => ({
  inline: `<script src="${origin}/embed.js" async></script>`,
  popup: `<script src="${origin}/embed.js" data-mode="popup" async></script>\n<a href="${origin}/book" data-smooth-book>Book now</a>`,
});

/** How the booking page gets onto another site. */
export function EmbedPage() {
  const [way, setWay] = useState<'inline' | 'popup'>('inline');
  const { origin } = window.location;
  const link = `${origin}/book`;
  return (
    <Page title="Your booking page" about="Share the link, or put the booking page on your own site." narrow>
      <Section title="Link" about="For your profile, your e-mails, a poster.">
        <Copied text={link}>
          <Button
            component="a"
            href="/book"
            target="_blank"
            size="xs"
            variant="default"
            leftSection={<IconExternalLink size="1.2em" />}
          >
            Open booking page
          </Button>
        </Copied>
      </Section>
      <Section title="On your site" about="Paste this where customers should book. Nothing else is needed.">
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
        <p>
          <Anchor href="/book/embed" target="_blank">
            See it at work, with every option
          </Anchor>
        </p>
      </Section>
    </Page>
  );
}

const Copied = ({ text, children }: { text: string; children?: ReactNode }) => (
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
          {children}
        </Buttons>
      )}
    </CopyButton>
  </>
);
