import axios from 'axios';
import { dataTableRows } from '../../harness/n8n/dataTables';
import type { Stage } from './stage';

/** What a store says of one product. */
export interface ProductState {
	sku: string;
	title: string;
	slug: string;
	price: string;
	/** Shopify calls the only one of a product `Default Title`. */
	variant?: string;
	inStock: boolean;
}

/** Two products of the shop. */
export const MUG: ProductState = { sku: 'MUG-BLUE', title: 'Blue mug', slug: 'blue-mug', price: '12.00', inStock: true };
export const BEANS: ProductState = { sku: 'BEANS-500', title: 'Coffee beans 500 g', slug: 'coffee-beans', price: '18.50', inStock: true };

/** Longer than a night: who may not be written to at night is written to before this has passed. */
export const HALF_A_DAY = 0.5;

/** Shopify's `products/update`: a product with all its variants. */
export function shopifyProduct(variants: readonly ProductState[]): object {
	const [first] = variants;
	return {
		id: 71,
		title: first?.title,
		handle: first?.slug,
		status: 'active',
		variants: variants.map(({ sku, price, inStock, variant = 'Default Title' }, index) => ({ id: 710 + index, title: variant, sku, price, inventory_quantity: inStock ? 12 : 0 })),
	};
}

/** WooCommerce's `product.updated`: a product as its REST API v3 shows it. */
export function wooCommerceProduct({ sku, title, slug, price, inStock }: ProductState): object {
	return { id: 72, name: title, slug, sku, price, regular_price: '18.50', stock_status: inStock ? 'instock' : 'outofstock', stock_quantity: null };
}

/** The text that the customer finds typed in who opens the journey's link. */
export async function textOfLink({ world }: Stage, address: string): Promise<string> {
	const { status, headers } = await axios.get<unknown>(`${world.demo.n8n.url}/webhook/${address}`, { maxRedirects: 0, validateStatus: () => true });
	expect(status).toBe(307);
	const link = new URL(String(headers.location));
	expect(`${link.host}${link.pathname}`).toBe('wa.me/15550100100');
	return link.searchParams.get('text') ?? '';
}

/** Another workflow sends the customer a message with a button. */
export async function sendButton({ world, customer }: Stage, reply: { id: string; title: string }): Promise<void> {
	const { baseUrl } = world.demo.sandbox;
	const { accessToken, phoneNumbers } = await world.demo.sandbox.seed();
	const interactive = { type: 'button', body: { text: reply.id }, action: { buttons: [{ type: 'reply', reply }] } };
	await axios.post(
		`${baseUrl}/v26.0/${phoneNumbers[0]?.id ?? ''}/messages`,
		{ messaging_product: 'whatsapp', recipient_type: 'individual', to: customer.phone, type: 'interactive', interactive },
		{ headers: { Authorization: `Bearer ${accessToken}` } },
	);
}

/** State of each subscription of the customer, by kind and product. */
export async function alertsOf({ world, customer }: Stage): Promise<Record<string, unknown>> {
	const rows = await dataTableRows(world.demo.client, 'journey_alerts');
	const own = rows.filter(({ contact }) => contact === customer.phone);
	return Object.fromEntries(own.map(({ kind, sku, state }) => [`${String(kind)} ${String(sku)}`, state]));
}
