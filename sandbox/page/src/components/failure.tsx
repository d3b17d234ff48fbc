import type { PhoneMessage } from '../contract';
import { Icon } from './icon';

/** Why a message failed: Meta's code, title and details. */
export function Failure({ error }: { error: NonNullable<PhoneMessage['error']> }) {
	const { code, title, details } = error;
	return (
		<div class="failure" role="note">
			<Icon name="warning" />
			<div>
				<strong>
					{code} {title}
				</strong>
				{details && details !== title && <div>{details}</div>}
			</div>
		</div>
	);
}
