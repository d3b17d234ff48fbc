import type { ShopAnswer } from '../live/api';

/** What became of a shop button. */
export interface ShopOutcome {
	label: string;
	answer: ShopAnswer;
}

/** What the operator should do about an answer; `undefined` when the journey took the event. */
function remedyFor({ status, error }: ShopAnswer): string | undefined {
	if (status === undefined) return error;
	if (status === 0) return 'n8n does not answer at the journey URL. Is it running?';
	if (status === 404) return 'n8n knows no active workflow at the journey URL. Publish the workflow.';
	return status >= 400 ? 'The journey refused the event. Look at its executions in n8n.' : undefined;
}

/** The answer to a shop event: its name, the HTTP status, and a remedy where one is needed. */
export function ShopResult({ outcome: { label, answer } }: { outcome: ShopOutcome }) {
	const { event, status, error } = answer;
	const remedy = remedyFor(answer);
	return (
		<div class="shop-result" data-ok={!remedy} data-testid="shop-result" role="status">
			<div class="shop-result-line">
				<strong>{event ?? label}</strong>
				<code>{status === undefined ? 'not sent' : status || 'no answer'}</code>
			</div>
			{remedy && <p>{remedy}</p>}
			{error && error !== remedy && <p class="faint">{error}</p>}
		</div>
	);
}
