import type { ShopAnswer } from '../live/api';

/** What became of a shop button. */
export interface ShopOutcome {
	/** Shopify's name of the event. */
	topic: string;
	/** Absent when the sandbox refused to make the event. */
	answer?: ShopAnswer;
	refusal?: string;
}

interface ShopResultProps {
	outcome: ShopOutcome;
	/** A hint beside it already says why nothing was sent. */
	explained: boolean;
}

/** What the operator should do about an answer; `undefined` when the journey took the event. */
function remedyFor({ status }: ShopAnswer): string | undefined {
	if (status === 0) return 'n8n does not answer at the journey URL. Is it running?';
	if (status === 404) return 'n8n knows no active workflow at the journey URL. Publish the workflow.';
	return status >= 400 ? 'The journey refused the event. Look at its executions in n8n.' : undefined;
}

/** The answer to a shop event: its name, the HTTP status, and a remedy where one is needed. */
export function ShopResult({ outcome: { topic, answer, refusal }, explained }: ShopResultProps) {
	const remedy = answer ? remedyFor(answer) : refusal;
	return (
		<div class="shop-result" data-ok={!remedy} data-testid="shop-result" role="status">
			<div class="shop-result-line">
				<strong>
					{topic} {answer?.event.name}
				</strong>
				<code>{answer ? answer.status || 'no answer' : 'not sent'}</code>
			</div>
			{remedy && !explained && <p>{remedy}</p>}
			{answer?.error && <p class="faint">{answer.error}</p>}
		</div>
	);
}
