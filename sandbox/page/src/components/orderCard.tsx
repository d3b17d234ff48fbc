import type { MessageOrder } from '../contract';
import { moneyIn } from '../format/money';

const SUMS = [
	['subtotal', 'Subtotal'],
	['tax', 'Tax'],
	['shipping', 'Shipping'],
	['discount', 'Discount'],
] as const;

function Sum({ label, amount, isTotal = false }: { label: string; amount: string; isTotal?: boolean }) {
	return (
		<div class={isTotal ? 'order-line order-total' : 'order-line'}>
			<span dir="auto">{label}</span>
			<span>{amount}</span>
		</div>
	);
}

/** An order to pay with what it comes to, or how far it is. */
export function OrderCard({ order }: { order: MessageOrder }) {
	const { referenceId, status, description, currency, items = [], total } = order;
	const money = moneyIn(currency);
	return (
		<div class="order-card" data-testid="order">
			<div class="order-head">
				<strong dir="auto">{referenceId}</strong>
				{status && <span class="tag">{status.replaceAll('_', ' ')}</span>}
			</div>
			{description && (
				<div class="faint" dir="auto">
					{description}
				</div>
			)}
			{items.map(({ name, quantity, amount }, index) => (
				<Sum key={index} label={`${quantity} × ${name}`} amount={amount === undefined ? '' : money(amount * quantity)} />
			))}
			{SUMS.map(([name, label]) => {
				const amount = order[name];
				if (!amount) return null;
				return <Sum key={name} label={label} amount={money(name === 'discount' ? -amount : amount)} />;
			})}
			{total !== undefined && <Sum label="Total" amount={money(total)} isTotal />}
		</div>
	);
}
