import { Button } from '@mantine/core';
import type { Closure } from '@smooth/contract/scheduling/blocks.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { Ask } from '../../ui/ask.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Buttons } from '../../ui/page.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { FactsSkeleton } from '../../ui/skeletons.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { tell } from '../../ui/tell.tsx';
import { closureQuery, useChangeClosure, useCreateClosure, useDeleteClosure } from '../api/blocks.ts';
import { Affected } from '../components/affected.tsx';
import { ClosureForm } from '../components/closure-form.tsx';
import { daySpan, spanOf } from '../span.ts';

export function NewClosurePanel() {
  const { text } = useSpeech('scheduling');
  const today = useToday();
  const create = useCreateClosure();
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/closures' });
  return (
    <SidePanel title={text('add_closure')} onClose={close}>
      <ClosureForm
        initial={{ name: '', locationId: null, span: daySpan(today) }}
        verb={text('add_closure')}
        isSaving={create.isPending}
        error={create.error}
        onSave={(body) =>
          create.mutate(body, {
            onSuccess: ({ closure }) => {
              tell(text('added', { name: closure.name }));
              void navigate({ to: '/closures/$id', params: { id: closure.id } });
            },
          })
        }
      />
    </SidePanel>
  );
}

/** One closure, and the appointments that lie inside. */
export function ClosurePanel() {
  const { text } = useSpeech('scheduling');
  const { id } = useParams({ from: '/shell/closures/$id' });
  const found = useQuery(closureQuery(id));
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/closures' });
  return (
    <SidePanel title={found.data?.closure.name ?? text('closure')} id={id} onClose={close}>
      <Loaded query={found} skeleton={<FactsSkeleton />}>
        {({ closure, affected }) => (
          <>
            <Affected appointments={affected} />
            <Edit key={`${id} ${closure.can.edit}`} closure={closure} onGone={close} />
          </>
        )}
      </Loaded>
    </SidePanel>
  );
}

function Edit({ closure, onGone }: { closure: Closure; onGone: () => void }) {
  const { text } = useSpeech('scheduling');
  const { zone } = useFormat();
  const [base, setBase] = useState(closure);
  const { newer, revision, watch, forget } = useNewer(base);
  const change = useChangeClosure(closure.id);
  const take = (state: Closure) => {
    setBase(state);
    forget();
    change.reset();
  };
  return (
    <>
      <ClosureForm
        key={base.revision}
        initial={{ name: base.name, locationId: base.location_id, span: spanOf(base.start, base.end, zone) }}
        verb={text('save_closure')}
        readOnly={!closure.can.edit}
        isSaving={change.isPending}
        error={change.error}
        onSave={(body) =>
          change.mutate(
            { revision, ...body },
            {
              onSuccess: ({ closure: saved }) => {
                tell(text('saved', { name: saved.name }));
                take(saved);
              },
              onError: watch,
            },
          )
        }
      />
      {newer ? <StaleAlert changed={[]} onTake={() => take(newer)} /> : null}
      {closure.can.delete ? <Delete closure={closure} onGone={onGone} /> : null}
    </>
  );
}

function Delete({ closure, onGone }: { closure: Closure; onGone: () => void }) {
  const { text } = useSpeech('scheduling');
  const [asking, setAsking] = useState(false);
  const remove = useDeleteClosure();
  const confirm = () =>
    remove.mutate(closure.id, {
      onSuccess: () => {
        tell(text('deleted', { name: closure.name }));
        onGone();
      },
    });
  return (
    <Buttons>
      <Button size="xs" variant="subtle" color="red" onClick={() => setAsking(true)}>
        {text('delete_closure')}
      </Button>
      {asking ? (
        <Ask
          title={text('delete_title', { name: closure.name })}
          verb={text('delete_closure')}
          isPending={remove.isPending}
          error={remove.error}
          onConfirm={confirm}
          onClose={() => setAsking(false)}
        >
          {text('delete_closure_text')}
        </Ask>
      ) : null}
    </Buttons>
  );
}
