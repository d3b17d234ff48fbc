const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const clockWithSeconds = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long', year: 'numeric' });
const shortDay = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

const isToday = (date: Date) => date.toDateString() === new Date().toDateString();

/** Hours and minutes of an ISO time, in the viewer's zone. */
export const timeOfDay = (iso: string): string => clock.format(new Date(iso));

/** As {@link timeOfDay}, with seconds. */
export const timeWithSeconds = (iso: string): string => clockWithSeconds.format(new Date(iso));

/** The day of an ISO time, "Today" where it is. */
export function dayLabel(iso: string): string {
	const date = new Date(iso);
	return isToday(date) ? 'Today' : day.format(date);
}

/** Day and time of an ISO time. */
export const dayAndTime = (iso: string): string => `${shortDay.format(new Date(iso))}, ${timeOfDay(iso)}`;

/** For lists: the time on the same day, else the day. */
export function shortWhen(iso: string): string {
	const date = new Date(iso);
	return isToday(date) ? clock.format(date) : shortDay.format(date);
}
