import type { ResourceType } from '@smooth/contract/scheduling/resources.ts';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { resourceTypesQuery } from './api/resources.ts';

/** The kinds of resources. Those every business begins with have names in each language; its own are as it named them. */
export function useResourceTypes(): ResourceType[] {
  const { data: types } = useQuery(resourceTypesQuery);
  const { text } = useSpeech('scheduling');
  return useMemo(() => {
    const builtIn: Record<string, string> = {
      staff: text('type_staff'),
      room: text('type_room'),
      equipment: text('type_equipment'),
    };
    return (types ?? []).map((type) => ({ ...type, name: (type.is_builtin && builtIn[type.key]) || type.name }));
  }, [types, text]);
}
