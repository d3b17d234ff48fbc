import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Delivery, Phone } from '../contract';
import { api, type ShopAnswer } from '../live/api';
import { useShopTargets } from '../live/useShopTargets';
import { DeliveryLog } from './deliveryLog';
import { Icon } from './icon';
import { ShopHint } from './shopHint';
import { ShopResult, type ShopOutcome } from './shopResult';

interface ShopPanelProps {
	phone?: Phone;
	deliveries: readonly Delivery[];
	/** Cards between the shop and the deliveries. */
	children: ComponentChildren;
}

/** The demo shop: makes events for the open customer, and shows what the sandbox delivered. */
export function ShopPanel({ phone, deliveries, children }: ShopPanelProps) {
	const targets = useShopTargets();
	const [busy, setBusy] = useState(false);
	const [outcome, setOutcome] = useState<ShopOutcome>();
	const run = async (topic: string, call: () => Promise<ShopAnswer>) => {
		setBusy(true);
		const outcome = await call().then(
			(answer) => ({ topic, answer }),
			(error: Error) => ({ topic, refusal: error.message }),
		);
		setOutcome(outcome);
		setBusy(false);
	};
	const key = phone?.key;
	const unset = targets !== undefined && !(targets.ordersUrl && targets.fulfilmentsUrl);
	return (
		<aside class="shop" aria-label="Shop">
			<section class="card">
				<h2>Shop</h2>
				<p class="faint" dir="auto">
					{phone ? `Events for ${phone.name}` : 'Choose a customer to make events for.'}
				</p>
				<div class="shop-actions">
					<button
						type="button"
						class="primary"
						data-testid="place-order"
						disabled={!key || busy}
						onClick={() => key && void run('orders/create', () => api.placeOrder(key))}
					>
						<Icon name="bag" />
						Place order
					</button>
					<button
						type="button"
						data-testid="ship-order"
						disabled={!key || busy}
						onClick={() => key && void run('fulfillments/create', () => api.shipOrder(key))}
					>
						<Icon name="truck" />
						Ship order
					</button>
				</div>
				{outcome && <ShopResult outcome={outcome} explained={unset && !outcome.answer} />}
				{unset && !outcome?.answer && <ShopHint targets={targets} />}
			</section>
			{children}
			<DeliveryLog deliveries={deliveries} />
		</aside>
	);
}
