/** Words of names, folded (lower case, no accents, no dots), by what they are. */
function words(text: string): ReadonlySet<string> {
	return new Set(text.split(' '));
}

/** Before or after a name; greetings leave them out. Languages of customers, not only of shops. */
export const TITLES = words(
	'mr mrs ms miss mx sir dr dra prof profa rev capt herr frau hr fr sr sra srta srto don dona dna senor senora senorita m mme mlle monsieur madame mademoiselle sig sigra signor signora signore dott dottssa ing lic arq avv abg adv dipl dipl-ing med phd mag pan pani mgr bay bayan haci dhr mevr mevrouw meneer ' +
		'г-н г-жа господин госпожа пан пани пані д-р др дкт κ κος κα κυρια κυριος δρ السيد السيده سيد سيده الاستاذ الاستاذه استاذ استاذه الدكتور الدكتوره دكتور دكتوره د أ م الحاج الشيخ مهندس المهندس ' +
		'shri smt sri kumari श्री श्रीमती सुश्री डॉ md mohd mst hj haji hajjah pak bapak bu ibu kak bang mas mbak drs ir khun คุณ นาย นาง นางสาว ong ba anh chi co bs ths מר גב ד',
);

/** Titles that stand before the family name: "Herr Müller" tells no first name. */
export const FAMILY_TITLES = words('mr mrs ms miss dr prof herr frau hr fr m mme mlle monsieur madame sig sigra signor signora dott mevr mevrouw dhr meneer pan pani г-н г-жа пан пани κ κος κα δρ');

/** After a name, without being part of it. */
export const SUFFIXES = words('jr sr ii iii iv phd md esq mba bsc msc cpa dds dvm rn filho junior neto ne');

/** A shop, company, team or family: nobody to call by a first name. */
export const NOBODY = words(
	'gmbh ug ag kg ohg ev mbh ltd limited llc llp inc corp corporation co company plc pty pte pvt sa sas sarl srl spa sl slu sc ltda eireli me epp bv nv vof oy oyj ab as aps kft zrt sro doo sp oo zoo sia uab ooo тоо ооо ип зао оао пао тов фоп שותפות бвба ' +
		'store shop boutique restaurant restaurante ristorante cafe hotel team support service services servicos servicios group grupo gruppe official oficial solutions trading traders enterprises industries agency agencia agentur studio salon clinic clinica klinik praxis pharmacy farmacia apotheke market mercado supermarket tienda loja magazin magazine laden boutiques ' +
		'familie family familia familias famille famiglia fam customer cliente kunde client kunden admin info sales ventas vendas contact contacto contato test unknown user usuario business office bank school foundation association verein church delivery logistics express مؤسسه شركه متجر مكتب محل',
);

/** Company forms of scripts without blanks. */
export const NOBODY_SIGNS = /株式会社|有限会社|合同会社|有限公司|公司|商店|주식회사|\(주\)|㈜|บริษัท|ร้าน/u;

/** First names that are said together with the next: first words, and what may follow. */
export const COMPOUND_FIRST = words(
	'maria jose juan ana luis carlos miguel jesus francisco marco victor rosa pedro joao jorge antonio gian carlo anna pier jean marie anne mary jo luiz paulo vitor',
);

export const COMPOUND_SECOND = words(
	'jose carlos pablo luis luiz antonio manuel angel angeles fernanda isabel elena helena carmen teresa pilar luisa paula cristina belen ignacio javier alberto eduardo miguel jesus gabriel guadalupe dolores victoria julia clara eduarda beatriz laura lucia pedro henrique vitor felipe augusto roberto ricardo andres felix ramon rafael enrique fernando alejandro ' +
		'grazia luca paolo pietro franco battista giulia chiara rita pierre paul claude marc michel francois philippe christophe louis luc claire laure sophie france christine therese ann anne jane lou beth kate carolina cecilia ines mercedes sofia jane de-fatima aparecida',
);

/** Between the parts of a first name: "María del Carmen", "Maria de Fátima". */
export const COMPOUND_LINK = words('del de da do dos la los las');

/** What may follow such a link within a first name. */
export const COMPOUND_TAIL = words('carmen pilar mar rosario rocio consuelo socorro refugio fatima lourdes jesus angeles dolores nieves mercedes graca gracas conceicao luz guadalupe milagros gracia los las carmo socorros');

/** Arabic first names of two words: "Abdul Rahman", "عبد الله". */
export const SERVANT = words('abdul abdel abd abdal abdou abu abou عبد عبدال ابو');

/** Vietnamese family names without tone marks; they stand first, the name people are called by last. */
export const VIETNAMESE = words('nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh truong mai dao doan lam luong');

/** Family names of China, Hong Kong, Taiwan and Singapore in Latin letters. */
export const CHINESE = words(
	'wang li zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei lu ding ren shen yao cui zhong tan fan jin shi dai jia xia qiu fang hou zou xiong meng qin bai yan xue lei duan hao kong shao mao chang wan gu lai kang yin qian niu hong gong chan cheung wong lee leung lau ng chow tam cheng ho kwok mok yip tse fung chiu chu tsang tsui au yeung kwan lai szeto ong goh koh teo tay lim low toh sim chua neo yeo chia',
);

export const KOREAN = words('kim lee park choi jung jeong kang cho jo yoon yun jang lim im han oh seo shin kwon hwang ahn an song ryu yoo hong jeon ko moon son yang bae baek heo nam noh ha joo');

/** Japanese family names in Latin letters, the most frequent ones. */
export const JAPANESE = words('sato suzuki takahashi tanaka watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki yamaguchi matsumoto inoue kimura hayashi shimizu yamazaki mori abe ikeda hashimoto yamashita ishikawa nakajima maeda fujita ogawa goto okada hasegawa murakami kondo ishii saito sakamoto endo aoki fujii nishimura fukuda ota miura fujiwara okamoto matsuda nakagawa nakano harada ono tamura takeuchi');

/** Chinese family names of two signs. */
export const LONG_CHINESE = /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|東方|皇甫|尉迟|公孙|令狐|慕容|司徒|夏侯|端木|南宫|长孙|宇文)/u;

/** Korean family names of two syllables. */
export const LONG_KOREAN = /^(?:남궁|황보|제갈|선우|독고|사공|서문)/u;

/** First names of Hungary, to tell which order somebody wrote. */
export const HUNGARIAN_FIRST = words('anna maria katalin erzsebet eva ilona zsuzsanna zsuzsa agnes judit andrea erika krisztina monika gabriella tunde timea eszter reka dora nora viktoria petra zsofia hanna luca lili laszlo istvan jozsef janos zoltan sandor gabor ferenc attila peter tamas zsolt tibor andras csaba imre lajos balazs robert david daniel adam mate bence levente gergo gergely akos marton viktor norbert kata orsolya bernadett szilvia');
