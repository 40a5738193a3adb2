import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../words/use-speech.tsx';
import { tagsQuery } from '../api.ts';
import classes from './tags.module.css';

export function Tags({ tags }: { tags: readonly string[] }) {
  const { text } = useSpeech('customers');
  if (tags.length === 0) return null;
  return (
    <ul className={classes.tags} aria-label={text('tags')}>
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );
}

interface TagsField {
  value?: string[];
  onChange?: (tags: string[]) => void;
  error?: React.ReactNode;
}

/** Tags in use are offered; a new one is made by writing it. */
export function TagsField(props: TagsField) {
  const { text } = useSpeech('customers');
  const { data: known = [] } = useQuery(tagsQuery);
  return (
    <TagsInput
      label={text('tags')}
      placeholder={props.value?.length ? undefined : text('tags_example')}
      data={known.map(({ tag }) => tag)}
      maxTags={20}
      maxLength={40}
      splitChars={[',', ';']}
      clearable
      {...props}
    />
  );
}
