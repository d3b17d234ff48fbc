import { useState } from 'preact/hooks';
import type { Delivery, Phone, ShopTargets } from '../contract';
import { api, type ShopAnswer } from '../live/api';
import { DeliveryLog } from './deliveryLog';
import { Icon } from './icon';
import { ShopResult, type ShopOutcome } from './shopResult';

interface ShopPanelProps {
	phone?: Phone;
	targets: ShopTargets;
	deliveries: readonly Delivery[];
}

/** The demo shop: makes events for the open customer, and shows what the sandbox delivered. */
export function ShopPanel({ phone, targets, deliveries }: ShopPanelProps) {
	const [busy, setBusy] = useState(false);
	const [outcome, setOutcome] = useState<ShopOutcome>();
	const run = async (label: string, call: () => Promise<ShopAnswer>) => {
		setBusy(true);
		const answer = await call().catch((error: Error): ShopAnswer => ({ error: error.message }));
		setOutcome({ label, answer });
		setBusy(false);
	};
	const key = phone?.key;
	const unset = [!targets.ordersUrl && 'orders', !targets.fulfilmentsUrl && 'fulfilments'].filter(Boolean);
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
						onClick={() => key && void run('Place order', () => api.placeOrder(key))}
					>
						<Icon name="bag" />
						Place order
					</button>
					<button
						type="button"
						data-testid="ship-order"
						disabled={!key || busy}
						onClick={() => key && void run('Ship order', () => api.shipOrder(key))}
					>
						<Icon name="truck" />
						Ship order
					</button>
				</div>
				{outcome && <ShopResult outcome={outcome} />}
				{!outcome && unset.length > 0 && (
					<p class="hint" data-testid="shop-hint">
						No journey URL is set for {unset.join(' and ')} yet. `npm start` sets it; else POST it to /_control/shop.
					</p>
				)}
			</section>
			<DeliveryLog deliveries={deliveries} />
		</aside>
	);
}
