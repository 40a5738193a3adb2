import { Button } from '@mantine/core';
import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { Buttons } from '../../ui/page.tsx';
import { tell, tellRefusal } from '../../ui/tell.tsx';
import { useSpeech } from '../../words/use-speech.tsx';
import { type TenantVerb, useTenantVerb } from '../api/tenants.ts';

/** Suspending and closing are asked for first; coming back is not. */
export function TenantActions({ tenant }: { tenant: TenantSummary }) {
  const { text } = useSpeech('platform');
  const [asking, setAsking] = useState<'suspend' | 'close' | null>(null);
  const change = useTenantVerb(tenant.id);
  const go = (verb: TenantVerb) =>
    change.mutate(
      { verb, revision: tenant.revision },
      {
        onSuccess: ({ name }) => {
          setAsking(null);
          tell(text('status_changed', { name }));
        },
        ...((verb === 'resume' || verb === 'reopen') && { onError: tellRefusal }),
      },
    );
  const { can, name } = tenant;
  return (
    <Buttons>
      {can.resume ? <Button onClick={() => go('resume')}>{text('resume')}</Button> : null}
      {can.reopen ? <Button onClick={() => go('reopen')}>{text('reopen')}</Button> : null}
      {can.suspend ? (
        <Button variant="default" onClick={() => setAsking('suspend')}>
          {text('suspend')}
        </Button>
      ) : null}
      {can.close ? (
        <Button variant="default" color="red" onClick={() => setAsking('close')}>
          {text('close')}
        </Button>
      ) : null}
      {asking ? (
        <Ask
          title={text(`${asking}_ask`, { name })}
          verb={text(asking)}
          isPending={change.isPending}
          error={change.error}
          onConfirm={() => go(asking)}
          onClose={() => setAsking(null)}
        >
          {text(`${asking}_text`)}
        </Ask>
      ) : null}
    </Buttons>
  );
}
