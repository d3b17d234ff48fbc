import type { Lexicon } from './lexicon';

export const indonesian: Lexicon = {
	whole: [
		[
			'returned',
			['(?:di ?kembalikan|retur|di ?retur|kembali|pengembalian)(?: \\w+){0,3}? (?:ke |kepada )?(?:pengirim|penjual|seller|shipper)', '^(?:retur|di ?retur|di ?kembalikan)$'],
		],
		[
			'delivery_attempted',
			[
				'(?:gagal|tidak berhasil|tidak dapat|tidak bisa|belum berhasil) (?:di ?(?:kirim|antar|serah)\\w*|pengiriman|antar|kirim)',
				'(?:pengiriman|pengantaran) (?:gagal|tidak berhasil)|(?:percobaan|upaya) (?:pengiriman|pengantaran) (?:gagal|tidak berhasil|pertama|kedua)',
				'(?:penerima|pelanggan)(?: sedang)? tidak (?:ada|di ?tempat|berada di tempat|di ?rumah|dapat di ?hubungi)|rumah kosong|tidak ada orang',
			],
		],
		[
			'available_for_pickup',
			[
				'(?:siap|tersedia|dapat|bisa)(?: untuk)? di ?ambil(?! (?:oleh )?(?:kurir|jasa))',
				'(?:tiba|sampai|diserahkan|ditempatkan|telah dikirim|disimpan)(?: \\w+){0,2}? (?:di|ke) (?:titik (?:ambil|pengambilan)|pick ?up point|loker|locker)',
				'menunggu (?:pengambilan|di ?ambil) (?:oleh )?(?:penerima|pelanggan)',
			],
		],
		['cancelled', ['(?:pesanan|pengiriman|order)(?: \\w+)? di ?batalkan', '^(?:di ?batalkan|batal)$']],
		['exception', ['(?:paket|barang|kiriman)(?: \\w+)? (?:hilang|rusak)|^(?:hilang|rusak)$', 'alamat (?:tidak (?:lengkap|di ?temukan|jelas|valid)|salah)', '(?:di ?tahan|tertahan)(?: \\w+)? (?:bea cukai|beacukai)', 'di ?tolak (?:oleh )?(?:penerima|pelanggan)']],
		['delayed', ['terlambat|tertunda|di ?tunda|(?:mengalami )?(?:keterlambatan|penundaan)|di ?jadwalkan ulang']],
		['packed', ['siap (?:untuk )?di ?kirim(?:kan)?', 'menunggu (?:kurir|penjemputan|di ?pick ?up)']],
		['ordered', ['sedang (?:di ?proses|di ?siapkan|di ?kemas)']],
	],
	plans: ['(?:akan|segera|untuk|harus)(?: segera)? di ?(?:kirim|antar|serah)\\w*', '(?:perkiraan|estimasi)(?: waktu)? (?:tiba|pengiriman|sampai)'],
	plain: [
		['out_for_delivery', ['(?:sedang|dalam)(?: proses)? (?:di ?antar\\w*|pengantaran)', 'di ?bawa (?:oleh )?kurir', 'kurir (?:sedang )?(?:menuju|dalam perjalanan ke) (?:alamat|lokasi|penerima)']],
		['in_transit', ['dalam (?:perjalanan|pengiriman)|sedang di ?kirim|transit', '(?:tiba|sampai) di', 'berangkat dari|di ?berangkatkan|di ?sortir|keluar dari', 'di ?(?:proses|terima) di (?:\\w+ ){0,2}?(?:gudang|hub|fasilitas|cabang|gateway|drop ?point|sorting|kota)']],
		['shipped', ['di ?kirim(?:kan)?', 'di ?serahkan (?:ke|kepada) (?:kurir|jasa kirim|jasa pengiriman|ekspedisi)', 'di ?pick ?up|di ?jemput (?:oleh )?kurir', 'di ?terima oleh kurir']],
		['packed', ['di ?kemas', 'label (?:di ?buat|di ?cetak)']],
		['ordered', ['pesanan(?: (?:telah|sudah|anda))* (?:di ?konfirmasi|di ?buat|di ?proses)']],
	],
	delivered: [
		'di ?terima (?:oleh|langsung oleh) (?!kurir|agen|petugas|hub|gudang|drop)\\w+',
		'di ?terima (?:penerima|pelanggan)',
		'berhasil (?:di ?(?:antar|serah|kirim)\\w*|terkirim)',
		'(?:telah|sudah) (?:di ?antar\\w*|di ?serahkan) (?:ke|kepada) (?:penerima|pelanggan)',
		'(?:telah|sudah) sampai di (?:alamat )?(?:tujuan|penerima)',
	],
	conditions: ['jika', 'kalau', 'apabila', 'bila', 'setelah', 'sebelum', 'hingga', 'ketika', 'saat(?! ini)', 'begitu', 'selama'],
	unreal: ['tidak|belum|bukan|akan|gagal|segera|besok|perkiraan|estimasi|di ?perkirakan|di ?jadwalkan|menunggu|dapat|bisa|harus|tanpa|sebagian|jangan|hampir'],
};
