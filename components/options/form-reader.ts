import type { SecretChanges } from '@/utils/messaging/protocol';
import type { FieldError, FieldErrors, FieldName } from './field-name';

/** Reads the fields of a filled form one by one, and notes what is wrong with them and which secrets were typed. */
export interface FormReader {
  readonly errors: FieldErrors;
  readonly secrets: SecretChanges;
  /** Whether the form shows the field; of a box, whether it is ticked. */
  has(name: FieldName): boolean;
  /** Without blanks around it; empty where the form does not show the field. */
  text(name: FieldName): string;
  /** Every character as it was typed, blanks too. */
  asTyped(name: FieldName): string;
  /** Without blanks around it, refused when empty. */
  required(name: FieldName, error?: FieldError): string;
  /** The same, refused also where the pattern does not fit. */
  matching(name: FieldName, pattern: RegExp, error: FieldError): string;
  /** One entry a line, refused when there is none. */
  lines(name: FieldName): string[];
  /** The same, and none will do. */
  linesOrNone(name: FieldName): string[];
  /** Notes the secret under its name. Left empty it stays as it is, which is refused while none is stored. */
  secret(field: FieldName, name: string): void;
  /** Says what is wrong with a field, unless something has been said of it already. */
  refuse(name: FieldName, error: FieldError): void;
}

export function createFormReader(data: FormData, secretsSet: readonly string[]): FormReader {
  const errors: Partial<Record<FieldName, FieldError>> = {};
  const secrets: Record<string, string> = {};
  const reader: FormReader = {
    errors,
    secrets,
    has: (name) => data.has(name),
    text: (name) => reader.asTyped(name).trim(),
    asTyped(name) {
      const value = data.get(name);
      return typeof value === 'string' ? value : '';
    },
    required(name, error = 'required') {
      const value = reader.text(name);
      if (value === '') reader.refuse(name, error);
      return value;
    },
    matching(name, pattern, error) {
      const value = reader.required(name);
      if (!pattern.test(value)) reader.refuse(name, error);
      return value;
    },
    lines(name) {
      const filled = reader.linesOrNone(name);
      if (filled.length === 0) reader.refuse(name, 'listEmpty');
      return filled;
    },
    linesOrNone: (name) =>
      reader
        .text(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    secret(field, name) {
      const value = reader.text(field);
      if (value !== '') secrets[name] = value;
      else if (!secretsSet.includes(name)) reader.refuse(field, 'required');
    },
    refuse(name, error) {
      errors[name] ??= error;
    },
  };
  return reader;
}
