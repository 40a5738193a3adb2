import { Anchor, Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useExportOwn } from '../../customers/api-person.ts';
import { useBusiness } from '../../identity/api.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import classes from './portal.module.css';

/** What the business knows of somebody, for them to take; and how to be forgotten. */
export function OwnData() {
  const { text } = useSpeech('portal');
  const { name: business, email } = useBusiness();
  const file = useExportOwn();
  const subject = encodeURIComponent(text('erasure_subject'));
  return (
    <section className={classes.card} aria-labelledby="own-data">
      <Stack>
        <h2 id="own-data">{text('your_data')}</h2>
        <p className="soft">{text('your_data_about', { business })}</p>
        <Buttons>
          <Button
            variant="default"
            leftSection={<IconDownload size="1.2em" />}
            loading={file.isPending}
            onClick={() => file.mutate(undefined, { onError: tellRefusal })}
          >
            {text('export_data')}
          </Button>
        </Buttons>
        <p className="soft">
          {text('erasure_about', { business })}{' '}
          {email ? (
            <Anchor href={`mailto:${email}?subject=${subject}`} underline="always" inherit>
              {text('erasure_write')}
            </Anchor>
          ) : null}
        </p>
      </Stack>
    </section>
  );
}
