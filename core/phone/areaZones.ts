/**
 * Time zone by area code, for the countries whose mobile numbers keep the area code of the place they were first used in.
 * Area codes are facts of the numbering plans (NANPA, Anatel); those that lie in two zones stand with the one of most people.
 */
const AREAS: ReadonlyArray<{ country: string; zone: string; codes: string }> = [
	{ country: 'US', zone: 'America/Chicago', codes: '205 210 214 217 218 224 225 228 235 251 254 256 262 270 274 281 308 309 312 314 316 318 319 320 325 327 331 334 337 346 353 361 364 402 405 409 414 417 430 432 447 464 469 479 501 504 507 512 515 531 534 539 557 563 572 573 580 601 605 608 612 615 618 620 621 629 630 636 641 651 659 660 662 682 701 708 712 713 715 726 730 731 737 763 769 773 779 785 806 815 816 817 830 832 847 850 861 870 872 901 903 913 918 920 924 931 936 938 940 945 952 956 972 975 979 985' },
	{ country: 'US', zone: 'America/Denver', codes: '208 303 307 385 406 435 505 575 719 720 748 801 915 970 983 986' },
	{ country: 'US', zone: 'America/Phoenix', codes: '480 520 602 623 928' },
	{ country: 'US', zone: 'America/Los_Angeles', codes: '206 209 213 253 279 310 323 341 350 357 360 369 408 415 424 425 442 458 503 509 510 530 541 559 562 564 619 626 628 650 657 661 669 702 707 714 725 738 747 760 775 805 818 820 831 837 840 858 909 916 925 949 951 971' },
	{ country: 'US', zone: 'America/Anchorage', codes: '907' },
	{ country: 'US', zone: 'Pacific/Honolulu', codes: '808' },
	{ country: 'CA', zone: 'America/Winnipeg', codes: '204 431 584' },
	{ country: 'CA', zone: 'America/Regina', codes: '306 474 639' },
	{ country: 'CA', zone: 'America/Edmonton', codes: '368 403 587 780 825 867' },
	{ country: 'CA', zone: 'America/Vancouver', codes: '236 250 257 604 672 778' },
	{ country: 'CA', zone: 'America/Halifax', codes: '428 506 782 902' },
	{ country: 'CA', zone: 'America/St_Johns', codes: '709 879' },
	{ country: 'BR', zone: 'America/Manaus', codes: '92 95 97' },
	{ country: 'BR', zone: 'America/Cuiaba', codes: '65 66' },
	{ country: 'BR', zone: 'America/Campo_Grande', codes: '67' },
	{ country: 'BR', zone: 'America/Porto_Velho', codes: '69' },
	{ country: 'BR', zone: 'America/Rio_Branco', codes: '68' },
];

/** Numbers of these have no area: mobiles of the country as a whole, services, and codes that follow no place. */
const PLACELESS = new Set('500 521 522 523 524 525 526 527 528 529 533 544 555 566 577 588 600 622 700 710 800 833 844 855 866 877 888 900'.split(' '));

const zoneByArea = new Map(AREAS.flatMap(({ country, zone, codes }) => codes.split(' ').map((code) => [`${country} ${code}`, zone] as const)));

/** Zone of the codes that the table leaves out. */
const OTHERWISE: Readonly<Record<string, string>> = { US: 'America/New_York', CA: 'America/Toronto', BR: 'America/Sao_Paulo' };

/**
 * The zone of a number's area; undefined for countries whose numbers do not tell.
 *
 * @param number.national digits after the country's calling code
 */
export function zoneOfArea(number: { country: string; national: string }): string | undefined {
	const { country, national } = number;
	const code = national.slice(0, country === 'BR' ? 2 : 3);
	return PLACELESS.has(code) ? undefined : (zoneByArea.get(`${country} ${code}`) ?? OTHERWISE[country]);
}
