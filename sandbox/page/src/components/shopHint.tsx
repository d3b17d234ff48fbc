import type { ShopTargets } from '../contract';

/** Says which journey URL is missing, and how to set it. */
export function ShopHint({ targets: { ordersUrl, fulfilmentsUrl } }: { targets: ShopTargets }) {
	const unset = [!ordersUrl && 'ordersUrl', !fulfilmentsUrl && 'fulfilmentsUrl'].filter((name) => name !== false);
	return (
		<p class="hint" data-testid="shop-hint">
			No journey URL is set, so the shop has nowhere to post. Start n8n with <code>npm start</code>, or set{' '}
			{unset.map((name, index) => (
				<span key={name}>
					{index > 0 && ' and '}
					<code>{name}</code>
				</span>
			))}{' '}
			with <code>POST /_control/shop</code>.
		</p>
	);
}
