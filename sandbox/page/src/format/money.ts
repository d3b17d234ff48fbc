/** Writes amounts of a currency; without one, or with one that the browser does not know, as plain numbers. */
export function moneyIn(currency: string | undefined): (amount: number) => string {
	try {
		const format = new Intl.NumberFormat(undefined, currency ? { style: 'currency', currency } : {});
		return (amount) => format.format(amount);
	} catch {
		return (amount) => `${amount} ${currency}`;
	}
}
