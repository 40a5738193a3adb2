import type { Question } from '@smooth/contract/scheduling/services.ts';
import { usePage } from '../page-context.ts';
import type { Fault } from '../check.ts';

interface FieldProps {
  name: string;
  label: string;
  hint?: string | undefined;
  isRequired: boolean;
  fault: Fault | undefined;
}

/** Ids that tie a control to its hint and its fault, by the name of the field. */
export const fieldId = (name: string): string => `field-${name}`;

const described = ({ name, hint, fault, isRequired }: FieldProps) => ({
  id: fieldId(name),
  'aria-required': isRequired,
  'aria-invalid': fault !== undefined,
  'aria-describedby': fault || hint ? `${fieldId(name)}-below` : undefined,
});

export function TextField(
  props: FieldProps & {
    value: string;
    onValue: (value: string) => void;
    type?: 'text' | 'email' | 'tel';
    autoComplete?: string;
    lines?: number;
    maxLength?: number;
  },
) {
  const { value, onValue, type = 'text', autoComplete = 'off', lines = 1, maxLength = 120 } = props;
  const common = { ...described(props), value, autoComplete, maxLength };
  return (
    <div className="field">
      <Label {...props} />
      {lines > 1 ? (
        <textarea {...common} rows={lines} onChange={(event) => onValue(event.target.value)} />
      ) : (
        <input {...common} type={type} onChange={(event) => onValue(event.target.value)} />
      )}
      <Below {...props} />
    </div>
  );
}

/** One question of the business, in the control of its kind. */
export function QuestionField(props: {
  question: Question;
  answer: string | boolean | undefined;
  fault: Fault | undefined;
  onAnswer: (answer: string | boolean) => void;
}) {
  const { question, answer, fault, onAnswer } = props;
  const { key, label, kind, is_required } = question;
  const field = { name: `answer.${key}`, label, isRequired: is_required, fault };
  if (kind === 'checkbox') return <TickField {...field} isOn={answer === true} onTick={onAnswer} />;
  const value = typeof answer === 'string' ? answer : '';
  if (kind === 'choice') return <ChoiceField {...field} choices={question.choices} value={value} onValue={onAnswer} />;
  return (
    <TextField {...field} value={value} onValue={onAnswer} lines={kind === 'long_text' ? 4 : 1} maxLength={2000} />
  );
}

function ChoiceField(props: FieldProps & { choices: string[]; value: string; onValue: (value: string) => void }) {
  const { choices, value, onValue } = props;
  const { speech } = usePage();
  return (
    <div className="field">
      <Label {...props} />
      <select {...described(props)} value={value} onChange={(event) => onValue(event.target.value)}>
        <option value="">{speech.text('choose_one')}</option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
      <Below {...props} />
    </div>
  );
}

function TickField(props: FieldProps & { isOn: boolean; onTick: (isOn: boolean) => void }) {
  const { name, label, isRequired, isOn, onTick } = props;
  return (
    <div className="field">
      <label className="tick" htmlFor={fieldId(name)}>
        <input
          {...described(props)}
          type="checkbox"
          checked={isOn}
          onChange={(event) => onTick(event.target.checked)}
        />
        <span>
          {label} {isRequired ? null : <Optional />}
        </span>
      </label>
      <Below {...props} />
    </div>
  );
}

function Label({ name, label, isRequired }: FieldProps) {
  return (
    <label htmlFor={fieldId(name)}>
      {label} {isRequired ? null : <Optional />}
    </label>
  );
}

function Optional() {
  const { speech } = usePage();
  return <span className="optional">{speech.text('optional')}</span>;
}

function Below({ name, hint, fault }: FieldProps) {
  const { speech } = usePage();
  if (!fault && !hint) return null;
  return (
    <p id={`${fieldId(name)}-below`} className={fault ? 'fault' : 'hint'}>
      {fault ? speech.text(fault) : hint}
    </p>
  );
}
