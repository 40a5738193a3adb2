import { Button, Progress } from '@mantine/core';
import type { BusinessExport } from '@smooth/contract/archive/exports.ts';
import { IconArchive, IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Buttons, Section } from '../../ui/page.tsx';
import { tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { exportsQuery, isUnderWay, useDownload, useRequestExport } from '../exports-api.ts';

const ID = 'export';

/** Everything the business has as one file, for its owner to take away. */
export function ExportSection() {
  const { text } = useSpeech('settings');
  const { data: exports = [], isError } = useQuery(exportsQuery);
  useBroughtIntoSight();
  const request = useRequestExport();
  const [latest] = exports;
  return (
    <Section id={ID} title={text('export')} about={text('export_about')}>
      {isError ? <Notice tone="red">{text('export_unknown')}</Notice> : null}
      {latest?.status === 'failed' ? (
        <Notice tone="red" title={text('export_failed')}>
          {text('export_failed_text')}
        </Notice>
      ) : null}
      {exports.map((one) =>
        isUnderWay(one) ? (
          <UnderWay key={one.id} {...one} />
        ) : one.status === 'ready' ? (
          <Ready key={one.id} {...one} />
        ) : null,
      )}
      <Buttons>
        <Button
          variant="default"
          leftSection={<IconArchive size="1.2em" />}
          disabled={exports.some(isUnderWay)}
          loading={request.isPending}
          onClick={() => request.mutate(undefined, { onError: tellRefusal })}
        >
          {text('export_everything')}
        </Button>
      </Buttons>
    </Section>
  );
}

const SETTLED_MS = 2000;
const OWN_MOVES = ['wheel', 'touchmove', 'keydown'] as const;

/** The mail that says an export is ready leads here: kept in sight while what is above it loads, until somebody moves. */
function useBroughtIntoSight() {
  useEffect(() => {
    if (location.hash !== `#${ID}`) return undefined;
    const growth = new ResizeObserver(() => document.getElementById(ID)?.scrollIntoView({ block: 'center' }));
    const end = () => growth.disconnect();
    growth.observe(document.body);
    const timer = setTimeout(end, SETTLED_MS);
    for (const move of OWN_MOVES) addEventListener(move, end);
    return () => {
      end();
      clearTimeout(timer);
      for (const move of OWN_MOVES) removeEventListener(move, end);
    };
  }, []);
}

function UnderWay({ done, total }: BusinessExport) {
  const { text } = useSpeech('settings');
  const format = useFormat();
  const share = total === 0 ? 0 : done / total;
  return (
    <div>
      <p className="soft">{text('export_running', { share: format.percent(share) })}</p>
      <Progress value={share * 100} aria-label={text('export')} />
    </div>
  );
}

const MEGABYTE = 1_000_000;

function Ready({ id, bytes, ready_at, created_at, expires_at }: BusinessExport) {
  const { text } = useSpeech('settings');
  const format = useFormat();
  const download = useDownload();
  const size = format.count(Math.max(0.1, Math.round((bytes ?? 0) / (MEGABYTE / 10)) / 10));
  return (
    <Buttons>
      <Button
        leftSection={<IconDownload size="1.2em" />}
        loading={download.isPending}
        onClick={() => download.mutate(id, { onError: tellRefusal })}
      >
        {text('export_download')}
      </Button>
      <span className="soft">
        {text('export_ready', { time: format.dateTime(ready_at ?? created_at), size, until: format.date(expires_at) })}
      </span>
    </Buttons>
  );
}
