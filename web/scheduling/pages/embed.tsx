import { Anchor, Button, Code, CopyButton, SegmentedControl } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { Buttons, Page, Section } from '../../ui/page.tsx';

/** The words of `/embed.js`, which says the rest. */
const snippets = (origin: string, bookNow: string) => ({
  inline: `<script src="${origin}/embed.js" async></script>`,
  popup: `<script src="${origin}/embed.js" data-mode="popup" async></script>\n<a href="${origin}/book" data-smooth-book>${bookNow}</a>`,
});

/** How the booking page gets onto another site. */
export function EmbedPage() {
  const { text } = useSpeech('scheduling');
  const [way, setWay] = useState<'inline' | 'popup'>('inline');
  const { origin } = window.location;
  const link = `${origin}/book`;
  return (
    <Page title={text('embed')} about={text('embed_about')} narrow>
      <Section title={text('embed_link')} about={text('embed_link_about')}>
        <Copied code={link}>
          <Button
            component="a"
            href="/book"
            target="_blank"
            size="xs"
            variant="default"
            leftSection={<IconExternalLink size="1.2em" />}
          >
            {text('open_booking_page')}
          </Button>
        </Copied>
      </Section>
      <Section title={text('embed_site')} about={text('embed_site_about')}>
        <SegmentedControl
          aria-label={text('embed_how')}
          data={[
            { value: 'inline', label: text('embed_inline') },
            { value: 'popup', label: text('embed_popup') },
          ]}
          value={way}
          onChange={(chosen) => setWay(chosen)}
        />
        <Copied code={snippets(origin, text('embed_book_now'))[way]} />
        <p>
          <Anchor href="/book/embed" target="_blank">
            {text('embed_see')}
          </Anchor>
        </p>
      </Section>
    </Page>
  );
}

function Copied({ code, children }: { code: string; children?: ReactNode }) {
  const { text } = useSpeech('scheduling');
  return (
    <>
      <Code block tabIndex={0}>
        {code}
      </Code>
      <CopyButton value={code}>
        {({ copied, copy }) => (
          <Buttons>
            <Button
              size="xs"
              variant="default"
              leftSection={copied ? <IconCheck size="1.2em" /> : <IconCopy size="1.2em" />}
              onClick={copy}
            >
              {text(copied ? 'copied' : 'copy')}
            </Button>
            {children}
          </Buttons>
        )}
      </CopyButton>
    </>
  );
}
