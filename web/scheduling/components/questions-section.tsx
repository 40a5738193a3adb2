import { ActionIcon, Button, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { Group } from '../../ui/group.tsx';
import { Fields, Section } from '../../ui/page.tsx';
import { newQuestion } from '../service-form.ts';
import classes from './lines.module.css';
import type { ServiceFormApi } from './service-form-api.ts';

const kinds = [
  { value: 'text', label: 'One line' },
  { value: 'long_text', label: 'Several lines' },
  { value: 'choice', label: 'One of several choices' },
  { value: 'checkbox', label: 'Yes or no' },
];

/** What customers are asked when they book. */
export const QuestionsSection = ({ form }: { form: ServiceFormApi }) => (
  <Section
    title="Questions"
    about="Asked when a customer books. Each one costs bookings; ask what you need."
    action={
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size="1.2em" />}
        disabled={form.values.questions.length >= 20}
        onClick={() => form.insertListItem('questions', newQuestion())}
      >
        Add question
      </Button>
    }
  >
    {form.values.questions.length === 0 ? <p className="soft">Nothing is asked beside name and e-mail.</p> : null}
    {form.values.questions.map((question, index) => (
      <QuestionEditor key={question.key || `new ${index}`} form={form} index={index} />
    ))}
  </Section>
);

function QuestionEditor({ form, index }: { form: ServiceFormApi; index: number }) {
  const path = `questions.${index}` as const;
  const question = form.values.questions[index]!;
  return (
    <Group className={classes.line} label={question.label || 'New question'}>
      <div className={classes.lineHead}>
        <TextInput className={classes.grow} label="Question" maxLength={120} {...form.getInputProps(`${path}.label`)} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label="Remove this question"
          onClick={() => form.removeListItem('questions', index)}
        >
          <IconTrash size="1.2em" />
        </ActionIcon>
      </div>
      <Fields>
        <Select label="Answer" allowDeselect={false} data={kinds} {...form.getInputProps(`${path}.kind`)} />
        {question.kind === 'choice' ? (
          <TagsInput label="Choices" description="Enter after each" {...form.getInputProps(`${path}.choices`)} />
        ) : null}
      </Fields>
      <Switch label="An answer is needed" {...form.getInputProps(`${path}.is_required`, { type: 'checkbox' })} />
    </Group>
  );
}
