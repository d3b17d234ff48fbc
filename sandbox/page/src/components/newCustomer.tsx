import { useRef, useState } from 'preact/hooks';
import { countryName } from '../format/country';
import { api } from '../live/api';
import { phoneHref } from '../live/useHashKey';
import { Field, valuesOf } from './field';
import { Icon } from './icon';

const COUNTRIES = ['AE', 'AR', 'BR', 'CN', 'DE', 'EG', 'ES', 'FR', 'GB', 'GR', 'ID', 'IL', 'IN', 'IT', 'JP', 'KE', 'KR', 'MX', 'NG', 'NL', 'PL', 'PT', 'RU', 'SA', 'SE', 'TH', 'TR', 'UA', 'US', 'VN', 'ZA'];

/** Makes one more customer and opens the phone: one with a number, or one who hides it behind a username. */
export function NewCustomer() {
	const dialog = useRef<HTMLDialogElement>(null);
	const [hidden, setHidden] = useState(false);
	const [refusal, setRefusal] = useState<string>();
	const add = async (form: HTMLFormElement) => {
		const { name = '', phone, username, country = 'US', language } = valuesOf(form);
		const number = hidden ? { username, hiddenPhone: phone } : { phone };
		await api.addPhone({ name, country, language, ...number }).then(
			({ key }) => {
				form.reset();
				setRefusal(undefined);
				dialog.current?.close();
				location.hash = phoneHref(key);
			},
			(error: Error) => setRefusal(error.message),
		);
	};
	return (
		<>
			<button
				type="button"
				class="icon-button"
				data-testid="new-customer"
				aria-label="New customer"
				title="New customer"
				onClick={() => dialog.current?.showModal()}
			>
				<Icon name="plus" />
			</button>
			<dialog ref={dialog} class="dialog" aria-label="New customer">
				<form
					class="sheet-form"
					onSubmit={(event) => {
						event.preventDefault();
						void add(event.currentTarget);
					}}
				>
					<h2>New customer</h2>
					<Field label="Name" name="name" placeholder="Zoë Example" required />
					<label class="check">
						<input type="checkbox" data-testid="hide-number" checked={hidden} onChange={() => setHidden(!hidden)} />
						Has a username; the business does not see the number
					</label>
					{hidden && <Field label="Username" name="username" placeholder="zoe.example" pattern="@?[a-z0-9._]{3,35}" title="3 to 35 of a-z, 0-9, dot and underscore" required />}
					<Field label={hidden ? 'Hidden phone number' : 'Phone number'} name="phone" placeholder="+44 7700 900123" inputMode="tel" required={!hidden} />
					<div class="field-pair">
						<label class="field">
							<span>Country</span>
							<select name="country" data-testid="field-country" defaultValue="US">
								{COUNTRIES.map((code) => (
									<option key={code} value={code} selected={code === 'US'}>
										{countryName(code)}
									</option>
								))}
							</select>
						</label>
						<Field label="Language" name="language" placeholder="The country’s" pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*" title="Such as en or pt-BR" />
					</div>
					{refusal && (
						<p class="hint" role="alert">
							{refusal}
						</p>
					)}
					<div class="dialog-actions">
						<button type="button" class="quiet" onClick={() => dialog.current?.close()}>
							Cancel
						</button>
						<button type="submit" class="primary" data-testid="add-customer">
							Add
						</button>
					</div>
				</form>
			</dialog>
		</>
	);
}
