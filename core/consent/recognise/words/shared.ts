import type { Words } from '../words';

/** Words that people write in every language. */
export const shared: Words = {
	code: '',
	name: 'any language',
	key: 'ctop, стор, stpo, sotp, tsop, stp, stip, stpp, srop, syop, stiop, stoop, stopo, stoip, stpop, dtop, unsubcribe, unsuscribe, stop, stopp, stopall, stop all, unsubscribe, unsub, unsubscribe all, optout, opt out, stop sms, stop promo, stop promos, stop spam, stop whatsapp, stop marketing, stop ads',
	typo: 'stpo, sotp, tsop, stp, stip, stpp, srop, syop, stiop, stoop, stopo, stoip, stpop, dtop, unsubcribe, unsuscribe',
	stop: 'stop, stopp',
	unsub: 'unsubscribe, opt out, optout, unsub',
	msg: 'message, messages, msg, msgs, sms, mms, notification, notifications, spam, whatsapp, whatsapps, wa, broadcast, broadcasts',
	promo: 'promo, promos, promotions, promotional, marketing, newsletter, newsletters, ads, advert*, offers, black friday',
	list: 'list, mailing list',
	start: 'unstop, subscribe, start, optin, opt in, resubscribe, re subscribe',
	sub: 'unstop, subscribe, resubscribe, re subscribe, optin, opt in',
	other: 'email, emails, e mail, e mails, mail, mails, instagram, facebook, youtube, telegram, tiktok, netflix, app, website, web, link, iphone, android',
	polite: 'please, pls, plz, plzz, pleas, thanks, thank you, thx, tks, ty, ok, okay, okey, hi, hello, hey, sorry, sir, madam, maam, team, bro, bye, lol, sent from my iphone, sent from my android, sent from my samsung galaxy smartphone, sent from outlook for ios, get outlook for ios, enviado desde mi iphone, envoye de mon iphone, inviato da iphone, von meinem iphone gesendet',
};
