import { useState } from 'preact/hooks';
import type { Phone, PhoneMessage } from '../contract';
import { CustomerItem } from './customerItem';
import { NewCustomer } from './newCustomer';

interface CustomerListProps {
	phones: readonly Phone[];
	messages: Readonly<Record<string, readonly PhoneMessage[]>>;
	openKey?: string;
	connected: boolean;
	loaded: boolean;
}

/** With more customers than this there is a field to find one. */
const FEW = 12;
/** More are not drawn; the field finds them. */
const MOST_DRAWN = 200;

function isFound({ name, key, username = '', country = '' }: Phone, wanted: string): boolean {
	return `${name} ${key} ${username} ${country}`.toLowerCase().includes(wanted.toLowerCase().trim());
}

/** All customers of the sandbox and what last happened on their phones. */
export function CustomerList({ phones, messages, openKey, connected, loaded }: CustomerListProps) {
	const [wanted, setWanted] = useState('');
	const found = phones.filter((phone) => isFound(phone, wanted));
	return (
		<nav class="customers" aria-label="Customers">
			<header class="customers-head">
				<h1>Sandbox phones</h1>
				<span class="connection" data-connected={connected} role="status">
					{connected ? 'Live' : 'Connecting'}
				</span>
				<NewCustomer />
				{phones.length > FEW && (
					<input
						class="find"
						type="search"
						placeholder="Find a customer"
						aria-label="Find a customer"
						data-testid="find-customer"
						value={wanted}
						onInput={(event) => setWanted(event.currentTarget.value)}
					/>
				)}
			</header>
			{loaded && found.length === 0 && <p class="faint pad">No customers.</p>}
			<ul>
				{found.slice(0, MOST_DRAWN).map((phone) => (
					<CustomerItem key={phone.key} phone={phone} messages={messages[phone.key] ?? []} open={phone.key === openKey} />
				))}
			</ul>
			{found.length > MOST_DRAWN && <p class="faint pad">{found.length - MOST_DRAWN} more: find them by name or number.</p>}
		</nav>
	);
}
