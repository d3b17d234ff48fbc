import { useState } from 'preact/hooks';
import { AnswerForm } from './answerForm';

const FIRST_ROWS = 2;

/** Stands for a Flow's screens, which are at Meta: fields by name, as the Flow would hand them back. */
export function FlowForm({ onSend }: { onSend: (response: Record<string, string>) => Promise<boolean> }) {
	const [rows, setRows] = useState(FIRST_ROWS);
	const indexes = Array.from({ length: rows }, (_each, index) => index);
	return (
		<AnswerForm
			send="Submit"
			onSend={(values) =>
				onSend(
					Object.fromEntries(
						indexes.flatMap((index) => {
							const name = values[`name-${index}`];
							return name === undefined ? [] : [[name, values[`value-${index}`] ?? '']];
						}),
					),
				)
			}
		>
			<p class="faint">The sandbox does not have the Flow’s screens: name its fields and what the customer fills in.</p>
			{indexes.map((index) => (
				<div key={index} class="field-pair">
					<input
						name={`name-${index}`}
						data-testid={`flow-name-${index}`}
						aria-label={`Field ${index + 1}`}
						placeholder={index === 0 ? 'Field, e.g. rating' : 'Field'}
						autocomplete="off"
					/>
					<input
						name={`value-${index}`}
						data-testid={`flow-value-${index}`}
						aria-label={`Value ${index + 1}`}
						placeholder="Value"
						dir="auto"
						autocomplete="off"
					/>
				</div>
			))}
			<button type="button" class="quiet" onClick={() => setRows(rows + 1)}>
				Add a field
			</button>
		</AnswerForm>
	);
}
