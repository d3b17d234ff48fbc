import { ClockCard } from './components/clockCard';
import { CustomerFacts } from './components/customerFacts';
import { CustomerList } from './components/customerList';
import { PhoneScreen } from './components/phoneScreen';
import { Placeholder } from './components/placeholder';
import { ShopPanel } from './components/shopPanel';
import { useHashKey } from './live/useHashKey';
import { useLive } from './live/useLive';

const NO_MESSAGES: never[] = [];

/** The page: customers, the open phone, the shop. */
export function App() {
	const live = useLive();
	const openKey = useHashKey();
	const phone = live.phones.find(({ key }) => key === openKey);
	return (
		<div class="page" data-open={openKey !== undefined}>
			<CustomerList {...live} openKey={openKey} />
			<main class="stage">
				<div class="device">
					{phone ? (
						<PhoneScreen
							key={phone.key}
							phone={phone}
							messages={live.messages[phone.key] ?? NO_MESSAGES}
							businessNumbers={live.businessNumbers}
						/>
					) : (
						<Placeholder loaded={live.loaded} connected={live.connected} wantedKey={openKey} />
					)}
				</div>
				{phone && (
					<p class="device-label">
						<bdi>{phone.name}</bdi>’s phone
					</p>
				)}
			</main>
			<ShopPanel key={phone?.key} phone={phone} deliveries={live.deliveries}>
				{phone && (
					<CustomerFacts
						phone={phone}
						businessNumbers={live.businessNumbers}
						moment={`${live.messages[phone.key]?.at(-1)?.id ?? ''} ${live.clockShift}`}
					/>
				)}
				<ClockCard shift={live.clockShift} />
			</ShopPanel>
		</div>
	);
}
