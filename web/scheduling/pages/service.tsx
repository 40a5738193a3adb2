import type { Service } from '@smooth/contract/scheduling/services.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { changedFields, changedLabels } from '../../app/changed-fields.ts';
import { useFormat } from '../../app/format-context.tsx';
import { palette } from '../../app/theme.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { tell } from '../../ui/tell.tsx';
import { serviceQuery, servicesQuery, useChangeService, useCreateService, useDeleteService } from '../api/services.ts';
import { DeleteThing } from '../components/delete-thing.tsx';
import { NextTimes } from '../components/next-times.tsx';
import { ServiceEditor } from '../components/service-editor.tsx';
import { bodyOf, emptyService, formOf, labelsIn } from '../service-form.ts';

export function NewServicePage() {
  const { text } = useSpeech('scheduling');
  const { minorDigits } = useFormat();
  const { data: services = [] } = useQuery(servicesQuery);
  const create = useCreateService();
  const navigate = useNavigate();
  return (
    <Page title={text('add_service')} narrow>
      <ServiceEditor
        initial={emptyService(palette[services.length % palette.length]!)}
        verb={text('add_service')}
        isNew
        error={create.error}
        isSaving={create.isPending}
        onSave={(values) =>
          create.mutate(bodyOf(values, minorDigits), {
            onSuccess: ({ name }) => {
              tell(text('added', { name }));
              void navigate({ to: '/services', ignoreBlocker: true });
            },
          })
        }
      />
    </Page>
  );
}

export function ServicePage() {
  const { text } = useSpeech('scheduling');
  const { id } = useParams({ from: '/shell/services/$id' });
  const service = useQuery(serviceQuery(id));
  return (
    <Page title={service.data?.name ?? text('service')} narrow>
      <Loaded query={service} skeleton={<FormSkeleton fields={8} />}>
        {(found) => <Edit key={id} service={found} />}
      </Loaded>
    </Page>
  );
}

/** The form is filled once; later answers of the server never replace what is typed. */
function Edit({ service }: { service: Service }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const { minorDigits } = useFormat();
  const [base, setBase] = useState(service);
  const { newer, revision, watch, forget } = useNewer(base);
  const change = useChangeService(service.id);
  const navigate = useNavigate();
  return (
    <ServiceEditor
      key={base.revision}
      initial={formOf(base, minorDigits)}
      readOnly={!service.can.edit}
      verb={text('save_service')}
      error={change.error}
      isSaving={change.isPending}
      onSave={(values) =>
        change.mutate(
          { revision, ...changedFields(bodyOf(formOf(base, minorDigits), minorDigits), bodyOf(values, minorDigits)) },
          {
            onSuccess: ({ name }) => {
              tell(text('saved', { name }));
              void navigate({ to: '/services', ignoreBlocker: true });
            },
            onError: watch,
          },
        )
      }
      notice={
        newer ? (
          <StaleAlert
            changed={changedLabels(formOf(base, minorDigits), formOf(newer, minorDigits), labelsIn(speech))}
            onTake={() => {
              setBase(newer);
              forget();
              change.reset();
            }}
          />
        ) : null
      }
      times={service.is_active ? <NextTimes serviceId={service.id} /> : null}
      extra={service.can.delete ? <Delete service={service} /> : null}
    />
  );
}

function Delete({ service }: { service: Service }) {
  const { text } = useSpeech('scheduling');
  return (
    <DeleteThing
      name={service.name}
      verb={text('delete_service')}
      remove={useDeleteService(service.id)}
      list="/services"
    >
      {text('delete_service_text')}
    </DeleteThing>
  );
}
