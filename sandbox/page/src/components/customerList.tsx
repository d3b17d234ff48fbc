import type { Phone, PhoneMessage } from '../contract';
import { CustomerItem } from './customerItem';

interface CustomerListProps {
	phones: readonly Phone[];
	messages: Readonly<Record<string, readonly PhoneMessage[]>>;
	openKey?: string;
	connected: boolean;
	loaded: boolean;
}

/** All customers of the sandbox and what last happened on their phones. */
export function CustomerList({ phones, messages, openKey, connected, loaded }: CustomerListProps) {
	return (
		<nav class="customers" aria-label="Customers">
			<header class="customers-head">
				<h1>Sandbox phones</h1>
				<span class="connection" data-connected={connected} role="status">
					{connected ? 'Live' : 'Connecting'}
				</span>
			</header>
			{loaded && phones.length === 0 && <p class="faint pad">No customers.</p>}
			<ul>
				{phones.map((phone) => (
					<CustomerItem key={phone.key} phone={phone} messages={messages[phone.key] ?? []} open={phone.key === openKey} />
				))}
			</ul>
		</nav>
	);
}
