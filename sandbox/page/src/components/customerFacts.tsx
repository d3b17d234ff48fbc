import { useEffect, useState } from 'preact/hooks';
import type { BusinessNumber, Phone } from '../contract';
import { countryName, languageName } from '../format/country';
import { readableNumber } from '../format/phoneNumber';
import { dayAndTime } from '../format/time';
import { api } from '../live/api';

interface CustomerFactsProps {
	phone: Phone;
	businessNumbers: readonly BusinessNumber[];
	/** Changes when something happened that may have changed the customer. */
	moment: string;
}

/** The customer as the sandbox has it now: the windows end without an event. */
function useCurrent(phone: Phone, moment: string): Phone {
	const [current, setCurrent] = useState(phone);
	useEffect(() => {
		// Without an answer the list's customer is what there is.
		void api.phone(phone.key).then(setCurrent, () => setCurrent(phone));
	}, [phone, moment]);
	return current;
}

function numberFact({ phone, hiddenPhone, username }: Phone): [string, string] {
	if (phone) return ['Phone', readableNumber(phone)];
	const hidden = hiddenPhone ? `${readableNumber(hiddenPhone)} (hidden)` : 'hidden';
	return [username ? `@${username}` : 'Phone', hidden];
}

function limitFact({ preference, marketingPerDay }: Phone): string {
	if (preference === 'stop') return 'stopped';
	return typeof marketingPerDay === 'number' ? `at most ${marketingPerDay} in 24 h` : 'welcome';
}

function factsOf(phone: Phone, businessNumbers: readonly BusinessNumber[]): Array<[string, string]> {
	const nameOf = (id: string) => businessNumbers.find((each) => each.id === id)?.verifiedName ?? id;
	const ends = (label: string, moments: Record<string, string> = {}) => {
		const entries = Object.entries(moments);
		return entries.map(([id, end]): [string, string] => [
			entries.length > 1 ? `${label}, ${nameOf(id)}` : label,
			`until ${dayAndTime(end)}`,
		]);
	};
	const windows = ends('24 h window', phone.windows);
	return [
		numberFact(phone),
		['User ID', phone.userId ?? ''],
		['Lives in', [phone.country && countryName(phone.country), phone.language && languageName(phone.language)].filter(Boolean).join(', ')],
		['Offers', limitFact(phone)],
		...(windows.length > 0 ? windows : ([['24 h window', 'closed']] as Array<[string, string]>)),
		...ends('Free entry point', phone.freeEntryPoints),
		...(phone.reports ? ([['Reports', String(phone.reports)]] as Array<[string, string]>) : []),
	];
}

/** What the business may and may not do with the open customer. */
export function CustomerFacts({ phone, businessNumbers, moment }: CustomerFactsProps) {
	const current = useCurrent(phone, moment);
	return (
		<section class="card facts" aria-label="Customer" data-testid="customer-facts">
			<h2>
				<bdi>{phone.name}</bdi>
			</h2>
			<dl>
				{factsOf(current, businessNumbers).map(([label, value]) => (
					<div key={label}>
						<dt>{label}</dt>
						<dd dir="auto">{value}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
