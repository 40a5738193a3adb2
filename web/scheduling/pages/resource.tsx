import type { Resource } from '@smooth/contract/scheduling/resources.ts';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { changedFields, changedLabels } from '../../app/changed-fields.ts';
import { palette } from '../../app/theme.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page, Stack } from '../../ui/page.tsx';
import { FormSkeleton } from '../../ui/skeletons.tsx';
import { StaleAlert, useNewer } from '../../ui/stale.tsx';
import { tell } from '../../ui/tell.tsx';
import {
  resourceQuery,
  resourcesQuery,
  useChangeResource,
  useCreateResource,
  useDeleteResource,
} from '../api/resources.ts';
import { DeleteThing } from '../components/delete-thing.tsx';
import { FeedsSection } from '../components/feeds-section.tsx';
import { OverridesSection } from '../components/overrides-section.tsx';
import { ResourceEditor } from '../components/resource-editor.tsx';
import { TimeOffSection } from '../components/time-off-section.tsx';
import { bodyOf, emptyResource, formOf, labelsIn } from '../resource-form.ts';

export function NewResourcePage() {
  const { text } = useSpeech('scheduling');
  const { type } = useSearch({ from: '/shell/resources/new' });
  const { data: resources = [] } = useQuery(resourcesQuery);
  const create = useCreateResource();
  const navigate = useNavigate();
  return (
    <Page title={text('add_resource')} narrow>
      <ResourceEditor
        initial={emptyResource(type ?? 'staff', palette[resources.length % palette.length]!)}
        verb={text('add_resource')}
        isNew
        isSaving={create.isPending}
        error={create.error}
        onSave={(values) => {
          const { location_id, ...body } = bodyOf(values);
          create.mutate(location_id ? { ...body, location_id } : body, {
            onSuccess: ({ id, name }) => {
              tell(text('added', { name }));
              void navigate({ to: '/resources/$id', params: { id }, ignoreBlocker: true });
            },
          });
        }}
      />
    </Page>
  );
}

export function ResourcePage() {
  const { text } = useSpeech('scheduling');
  const { id } = useParams({ from: '/shell/resources/$id' });
  const resource = useQuery(resourceQuery(id));
  return (
    <Page title={resource.data?.name ?? text('resource')} narrow>
      <Loaded query={resource} skeleton={<FormSkeleton fields={8} />}>
        {(found) => (
          <Stack key={id}>
            <TimeOffSection resource={found} />
            <OverridesSection resource={found} />
            <Edit resource={found} />
            {found.can.open_feed ? <FeedsSection resourceId={found.id} /> : null}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Edit({ resource }: { resource: Resource }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const [base, setBase] = useState(resource);
  const { newer, revision, watch, forget } = useNewer(base);
  const change = useChangeResource(resource.id);
  const take = (state: Resource) => {
    setBase(state);
    forget();
    change.reset();
  };
  return (
    <ResourceEditor
      key={base.revision}
      initial={formOf(base)}
      readOnly={!resource.can.edit}
      verb={text('save_resource')}
      isSaving={change.isPending}
      error={change.error}
      onSave={(values) =>
        change.mutate(
          { revision, ...changedFields(bodyOf(formOf(base)), bodyOf(values)) },
          {
            onSuccess: (saved) => {
              tell(text('saved', { name: saved.name }));
              take(saved);
            },
            onError: watch,
          },
        )
      }
      notice={
        newer ? (
          <StaleAlert
            changed={changedLabels(formOf(base), formOf(newer), labelsIn(speech))}
            onTake={() => take(newer)}
          />
        ) : null
      }
      extra={resource.can.delete ? <Delete resource={resource} /> : null}
    />
  );
}

function Delete({ resource }: { resource: Resource }) {
  const { text } = useSpeech('scheduling');
  return (
    <DeleteThing
      name={resource.name}
      verb={text('delete_resource')}
      remove={useDeleteResource(resource.id)}
      list="/resources"
    >
      {text('delete_resource_text')}
    </DeleteThing>
  );
}
