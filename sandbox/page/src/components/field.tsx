interface FieldProps {
	label: string;
	name: string;
	value?: string;
	placeholder?: string;
	required?: boolean;
	inputMode?: 'text' | 'decimal' | 'tel' | 'numeric';
	pattern?: string;
	/** What the browser says when the pattern does not fit. */
	title?: string;
}

/** A labelled line of a form. */
export function Field({ label, value, ...input }: FieldProps) {
	return (
		<label class="field">
			<span>{label}</span>
			<input type="text" dir="auto" autocomplete="off" defaultValue={value} data-testid={`field-${input.name}`} {...input} />
		</label>
	);
}

/** What a form's fields hold, empty ones left out. */
export function valuesOf(form: HTMLFormElement): Record<string, string> {
	const values: Record<string, string> = {};
	new FormData(form).forEach((value, name) => {
		const text = typeof value === 'string' ? value.trim() : '';
		if (text !== '') values[name] = text;
	});
	return values;
}
