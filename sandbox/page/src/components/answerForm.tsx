import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { valuesOf } from './field';

interface AnswerFormProps {
	/** Label of the button that sends. */
	send: string;
	/** Resolves to whether the sandbox took it. */
	onSend: (values: Record<string, string>) => Promise<boolean>;
	children: ComponentChildren;
}

/** A form in a sheet, with one button that sends it. */
export function AnswerForm({ send, onSend, children }: AnswerFormProps) {
	const [busy, setBusy] = useState(false);
	return (
		<form
			class="sheet-form"
			onSubmit={(event) => {
				event.preventDefault();
				setBusy(true);
				void onSend(valuesOf(event.currentTarget)).then((taken) => !taken && setBusy(false));
			}}
		>
			{children}
			<button type="submit" class="primary" data-testid="answer-send" disabled={busy}>
				{send}
			</button>
		</form>
	);
}
