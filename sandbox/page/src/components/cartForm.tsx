import type { MessageProduct, PhoneMessage } from '../contract';
import { AnswerForm } from './answerForm';
import { Field } from './field';

/** A cart as the control API takes it. */
interface Cart {
	catalogId: string;
	note?: string;
	items: Array<{ retailerId: string; quantity: number; price: number; currency: string }>;
}

interface CartFormProps {
	message: PhoneMessage;
	onSend: (cart: Cart) => Promise<boolean>;
}

/** The products that a message shows, those of its cards included. */
function productsIn({ products = [], cards = [] }: PhoneMessage): MessageProduct[] {
	return [...products, ...cards.flatMap((card) => card.products ?? [])];
}

function readCart(values: Record<string, string>, products: readonly { retailerId: string }[]): Cart {
	const items = products.flatMap(({ retailerId }, index) => {
		const quantity = Number(values[`quantity-${index}`] ?? 0);
		const price = Number(values[`price-${index}`] ?? 0);
		return quantity > 0
			? [{ retailerId: values[`product-${index}`] ?? retailerId, quantity, price, currency: values.currency ?? 'USD' }]
			: [];
	});
	return { catalogId: values.catalogId ?? 'catalog', note: values.note, items };
}

/** A cart to fill and send. The sandbox has no catalog, so prices are typed, and without a product the ID too. */
export function CartForm({ message, onSend }: CartFormProps) {
	const shown = productsIn(message);
	const products = shown.length > 0 ? shown : [{ retailerId: '' }];
	return (
		<AnswerForm send="Send the cart" onSend={(values) => onSend(readCart(values, products))}>
			{products.map(({ retailerId }, index) => (
				<div key={index} class="cart-line">
					{retailerId ? (
						<strong dir="auto">{retailerId}</strong>
					) : (
						<Field label="Product ID" name={`product-${index}`} value="mug-blue-01" required />
					)}
					<Field label="Quantity" name={`quantity-${index}`} value={index === 0 ? '1' : '0'} inputMode="numeric" pattern="[0-9]{1,2}" title="0 to 99" />
					<Field label="Price" name={`price-${index}`} value="12.50" inputMode="decimal" pattern="[0-9]+([.][0-9]+)?" title="Such as 12.50" />
				</div>
			))}
			<div class="field-pair">
				<Field label="Currency" name="currency" value="USD" pattern="[A-Z]{3}" title="Such as USD" required />
				<Field label="Catalog ID" name="catalogId" value={shown[0]?.catalogId ?? '55500011122'} required />
			</div>
			<Field label="Note" name="note" placeholder="Optional" />
		</AnswerForm>
	);
}
