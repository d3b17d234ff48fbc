import type { Delivery } from '../contract';
import { deliveryEvent } from '../format/delivery';
import { timeWithSeconds } from '../format/time';

const isTaken = (status: number) => status >= 200 && status < 300;

/** The latest webhook deliveries, newest first. */
export function DeliveryLog({ deliveries }: { deliveries: readonly Delivery[] }) {
	return (
		<section class="card deliveries" aria-label="Webhook deliveries">
			<h2>Webhook deliveries</h2>
			{deliveries.length === 0 && <p class="faint">None yet. They start when a trigger is registered.</p>}
			<ol data-testid="deliveries">
				{deliveries.map(({ id, at, status, attempt, error, body }) => (
					<li key={id} class="delivery" data-testid="delivery" title={error}>
						<span class="delivery-event">{deliveryEvent(body)}</span>
						{attempt > 1 && <span class="tag">attempt {attempt}</span>}
						<time dateTime={at}>{timeWithSeconds(at)}</time>
						<code data-ok={isTaken(status)}>{status || 'no answer'}</code>
					</li>
				))}
			</ol>
		</section>
	);
}
