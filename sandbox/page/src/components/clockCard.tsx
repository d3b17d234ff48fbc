import { useEffect, useState } from 'preact/hooks';
import { dayAndTime } from '../format/time';
import { api } from '../live/api';

const HOUR = 3600;
const JUMPS = [
	['+1 h', HOUR],
	['+24 h', 24 * HOUR],
	['+7 d', 7 * 24 * HOUR],
] as const;
const EVERY_MS = 10_000;

/** The sandbox's time, which windows and statuses follow, and jumps forward. */
export function ClockCard({ shift }: { shift: number }) {
	const [now, setNow] = useState(Date.now());
	useEffect(() => {
		const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
		return () => clearInterval(timer);
	}, []);
	// A refusal leaves the clock as it is, which shows it.
	const move = (seconds: number) => void api.moveClock(seconds).catch(() => undefined);
	return (
		<section class="card clock" aria-label="Clock" data-testid="clock">
			<h2>Clock</h2>
			<time>{dayAndTime(new Date(now + shift).toISOString())}</time>
			<div class="clock-actions">
				{JUMPS.map(([label, seconds]) => (
					<button key={label} type="button" onClick={() => move(seconds)}>
						{label}
					</button>
				))}
				<button type="button" disabled={shift === 0} onClick={() => void api.setClock(new Date().toISOString()).catch(() => undefined)}>
					Now
				</button>
			</div>
		</section>
	);
}
