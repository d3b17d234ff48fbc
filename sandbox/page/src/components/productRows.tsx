import { Fragment } from 'preact';
import type { MessageProduct } from '../contract';
import { Icon } from './icon';

/** Products by their ID, below the titles of their sections. */
export function ProductRows({ products }: { products: readonly MessageProduct[] }) {
	return (
		<ul class="product-rows" data-testid="products">
			{products.map(({ retailerId, section }, index) => (
				<Fragment key={index}>
					{section && section !== products[index - 1]?.section && (
						<li class="product-section" dir="auto">
							{section}
						</li>
					)}
					<li class="product-row">
						<span class="product-picture">
							<Icon name="bag" />
						</span>
						<span dir="auto">{retailerId}</span>
					</li>
				</Fragment>
			))}
		</ul>
	);
}
