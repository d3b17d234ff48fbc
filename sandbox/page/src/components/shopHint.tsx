import type { ShopTargets } from '../contract';

/** Says which journey URL is missing, and how to set it. */
export function ShopHint({ targets: { ordersUrl, fulfilmentsUrl } }: { targets: ShopTargets }) {
	const unset = [!ordersUrl && 'ordersUrl', !fulfilmentsUrl && 'fulfilmentsUrl'].filter((name) => name !== false);
	if (unset.length === 0) return null;
	return (
		<p class="hint" data-testid="shop-hint">
			No journey URL is set, so the shop has nowhere to post. Start n8n with <code>npm start</code>, or set{' '}
			{unset.map((name, index) => (
				<>
					{index > 0 && ' and '}
					<code>{name}</code>
				</>
			))}{' '}
			with <code>POST /_control/shop</code>.
		</p>
	);
}
