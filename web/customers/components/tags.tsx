import { TagsInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { tagsQuery } from '../api.ts';
import classes from './tags.module.css';

export const Tags = ({ tags }: { tags: readonly string[] }) =>
  tags.length === 0 ? null : (
    <ul className={classes.tags} aria-label="Tags">
      {tags.map((tag) => (
        <li key={tag}>{tag}</li>
      ))}
    </ul>
  );

interface TagsField {
  value?: string[];
  onChange?: (tags: string[]) => void;
  error?: React.ReactNode;
}

/** Tags in use are offered; a new one is made by writing it. */
export function TagsField(props: TagsField) {
  const { data: known = [] } = useQuery(tagsQuery);
  return (
    <TagsInput
      label="Tags"
      placeholder={props.value?.length ? undefined : 'VIP, regular …'}
      data={known.map(({ tag }) => tag)}
      maxTags={20}
      maxLength={40}
      splitChars={[',', ';']}
      clearable
      {...props}
    />
  );
}
